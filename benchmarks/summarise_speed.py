"""Processor seconds to rank and choose, beside sumy, on sentences of a news file.

    python benchmarks/summarise_speed.py NEWS.jsonl[.gz] [SENTENCES ...]

"rank" is like for like: from split sentences to ranked ones, here and in sumy (with the project's own tokenizer, so
NLTK's is not what is measured), as it comes and with its list of stop words. "whole" is the project's whole way from
articles to a selection of 250 words. Set OPENBLAS_NUM_THREADS=1 where other work runs beside it.
"""

import gzip
import importlib
import json
import sys
import time
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path

from briefing import rows
from briefing.model import Article
from briefing.summarise import summarise
from briefing.summarise.candidates import candidates
from briefing.summarise.methods.sumy import Tokenizer
from briefing.summarise.registry import method_named
from briefing.summarise.terms import corpus
from briefing.text.sentences import sentences
from briefing.text.words import stems

SIZES = (300, 1000)
ARTICLES = 10  # an event's articles; the sentences are shared out evenly
REPEATS = 3  # of this project's methods; the median counts
SUMY = {"textrank": ("text_rank", "TextRankSummarizer"), "lsa": ("lsa", "LsaSummarizer")}


def event_of(path: Path, size: int) -> list[Article]:
    """Articles that together have `size` sentences."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    found = []
    for text in texts:
        spans = sentences(text)
        if len(spans) >= size // ARTICLES:
            found.append(text[: spans[size // ARTICLES - 1].end])
        if len(found) == ARTICLES:
            break
    return [rows.article({"id": str(i), "text": text}) for i, text in enumerate(found)]


def seconds(work: Callable[[], object]) -> float:
    """How much processor time one call takes: wall-clock time says little on a busy machine."""
    start = time.process_time()
    work()
    return time.process_time() - start


def sumy_seconds(articles: list[Article], method: str, *, stop_words: bool) -> float:
    """How long sumy's summariser takes for the same sentences, with its own stemmer, as it comes or with stop words."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    module, name = SUMY[method]
    summariser = getattr(importlib.import_module(f"sumy.summarizers.{module}"), name)(Stemmer("english"))
    if stop_words:
        summariser.stop_words = get_stop_words("english")
    tokenizer = Tokenizer()
    texts = [span.of(article.text) for article in articles for span in sentences(article.text)]
    document = ObjectDocumentModel([Paragraph([Sentence(text, tokenizer) for text in texts if stems(text)])])
    return seconds(lambda: summariser(document, 10))


def rank_seconds(articles: list[Article], method: str) -> float:
    """How long counting and ranking take here, for sentences split already."""
    found = candidates(articles)
    weigh = method_named(method)
    return min(seconds(lambda: weigh(corpus(found, len(articles), "en"))) for _ in range(REPEATS))


def main() -> None:
    """Print one line a size and method."""
    warnings.simplefilter("ignore")
    sizes = [int(size) for size in sys.argv[2:]] or list(SIZES)
    for size in sizes:
        articles = event_of(Path(sys.argv[1]), size)
        for method in ("brief", "textrank", "lsa"):
            work = partial(summarise, articles, words=250, method=method)
            work()  # imports and word lists are loaded once
            own = sorted(seconds(work) for _ in range(REPEATS))
            rank = rank_seconds(articles, method)
            line = f"sentences={size} method={method} whole={own[REPEATS // 2]:.3f} rank={rank:.3f}"
            if method in SUMY:
                for name, stop_words in (("sumy", False), ("sumy_with_stop_words", True)):
                    other = sumy_seconds(articles, method, stop_words=stop_words)
                    line += f" {name}={other:.2f} times={other / rank:.0f}"
            print(line, flush=True)


if __name__ == "__main__":
    main()
