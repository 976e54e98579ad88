"""What textacy with spaCy finds, as rows that can be scored beside the quote stage's.

An optional extra: textacy, spaCy and an English model of spaCy's must be installed; none of them is needed by the
project. Models are no packages of the index that textacy comes from: `python -m spacy download en_core_web_sm` fetches
one, where that is allowed.

    python benchmarks/quote_textacy.py [MODEL] < articles.jsonl > rows.jsonl     also says its speed, on standard error
    score_quotes.py --data DATA --cmd "python benchmarks/quote_textacy.py"

An article is {"id", "text"}; a row is what `brief pipe quote` prints: {"article", "kind", "start", "end", "text",
"speaker", "mention_start", "mention_end"}. textacy's speaker is the words that stand there; they are taken for the
full name as they are, or for the longest name of the article that ends so.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from time import process_time
from typing import Any

MODEL = "en_core_web_sm"
WORDS = 900  # of the article that speed is given for
MARKS = "\"“”'‘’"

Row = dict[str, Any]


def loaded(model: str) -> tuple[Callable[[str], Any], Callable[[Any], Iterable[Any]]]:
    """(text → spaCy document, document → quotations); leaves with one plain sentence where something is missing."""
    try:
        spacy, triples = import_module("spacy"), import_module("textacy.extract.triples")
    except ImportError as missing:
        sys.exit(f"{missing.name} is not installed: pip install textacy, in an environment of its own")
    try:
        return spacy.load(model), triples.direct_quotations
    except OSError:
        sys.exit(f"spaCy's model {model} is not installed: python -m spacy download {model}, or name another one")


def rows(article: Row, document: Any, found: Iterable[Any]) -> Iterator[Row]:
    """The quotations of one article as rows."""
    text = article["text"]
    names = sorted((entity.text for entity in document.ents if entity.label_ == "PERSON"), key=len, reverse=True)
    for triple in found:
        start, end = triple.content.start_char, triple.content.end_char
        while start < end and text[start] in MARKS:
            start += 1
        while end > start and text[end - 1] in MARKS:
            end -= 1
        first, last = triple.speaker[0], triple.speaker[-1]
        place = (first.idx, last.idx + len(last))
        words = text[slice(*place)]
        speaker = next((name for name in names if name.endswith(words)), words)
        yield {
            "article": article["id"], "kind": "direct", "start": start, "end": end, "text": text[start:end],
            "speaker": speaker, "mention_start": place[0], "mention_end": place[1],
        }  # fmt: skip


def main(model: str) -> None:
    """Read articles, print rows, say the speed."""
    parse, quotations = loaded(model)
    words, started = 0, process_time()
    for line in sys.stdin:
        article = json.loads(line)
        words += len(article["text"].split())
        document = parse(article["text"])
        for row in rows(article, document, quotations(document)):
            print(json.dumps(row, ensure_ascii=False))
    seconds = process_time() - started
    print(f"{words / WORDS / max(seconds, 1e-9):.1f} articles/s/core", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:2] or [MODEL])
