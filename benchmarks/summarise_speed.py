"""Processor seconds from text to chosen sentences, and to rank alone, beside sumy, on sentences of a news file.

    OPENBLAS_NUM_THREADS=1 python benchmarks/summarise_speed.py NEWS.jsonl[.gz] [SENTENCES ...]

"whole" is from text to a selection of 250 words here, and to ten sentences in sumy, by its PlaintextParser,
its tokenizer and its summariser, as they come. (NLTK's trained Punkt is not in its wheel; an untrained one of the same
class splits here, and NLTK's word tokenizer is given each sentence, as `nltk.word_tokenize` does.) "rank" is from split
sentences to ranked ones, in sumy with the project's own tokenizer. The median of some runs here, one run of sumy.
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
from typing import Any

from briefing import rows
from briefing.model import Article
from briefing.summarise import summarise
from briefing.summarise.candidates import candidates
from briefing.summarise.methods import sumy
from briefing.summarise.registry import method_named
from briefing.summarise.terms import corpus
from briefing.text.sentences import sentences
from briefing.text.words import stems

SIZES = (300, 1000)
ARTICLES = 10  # an event's articles; the sentences are shared out evenly
WORDS = 250
SENTENCES = 10  # of sumy's summary; about as many as 250 words have
REPEATS = 7  # of this project's methods; the median counts
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
    return [rows.article({"id": str(i), "text": text, "language": "en"}) for i, text in enumerate(found)]


def seconds(work: Callable[[], object]) -> float:
    """How much processor time one call takes: wall-clock time says little on a busy machine."""
    sentences.cache_clear()  # which a run would have kept from the one before
    start = time.process_time()
    work()
    return time.process_time() - start


def median(work: Callable[[], object]) -> float:
    """The median of some calls, after one that imports and loads what is loaded once."""
    work()
    return sorted(seconds(work) for _ in range(REPEATS))[REPEATS // 2]


def summariser_of(method: str, *, stop_words: bool) -> Any:
    """sumy's summariser with its own stemmer, as it comes or with its list of stop words."""
    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    module, name = SUMY[method]
    found = getattr(importlib.import_module(f"sumy.summarizers.{module}"), name)(Stemmer("english"))
    if stop_words:
        found.stop_words = get_stop_words("english")
    return found


def tokenizer() -> Any:
    """sumy's tokenizer, around an untrained Punkt where it would load a trained one."""
    from nltk.tokenize import NLTKWordTokenizer
    from nltk.tokenize.punkt import PunktSentenceTokenizer
    from sumy.nlp.tokenizers import Tokenizer

    punkt, word = PunktSentenceTokenizer(), NLTKWordTokenizer()

    class Words:
        def tokenize(self, text: str) -> list[str]:
            return [token for sentence in punkt.tokenize(text) for token in word.tokenize(sentence)]

    found = object.__new__(Tokenizer)
    found._language, found._sentence_tokenizer, found._word_tokenizer = "english", punkt, Words()
    return found


def sumy_whole(articles: list[Article], method: str, *, stop_words: bool) -> float:
    """How long sumy takes from the articles' text to its sentences."""
    from sumy.parsers.plaintext import PlaintextParser

    text = "\n\n".join(article.text for article in articles)
    found, reader = summariser_of(method, stop_words=stop_words), tokenizer()
    return seconds(lambda: found(PlaintextParser.from_string(text, reader).document, SENTENCES))


def sumy_rank(articles: list[Article], method: str, *, stop_words: bool) -> float:
    """How long sumy's summariser takes for the same sentences."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    reader = sumy.Tokenizer()
    texts = [span.of(article.text) for article in articles for span in sentences(article.text)]
    document = ObjectDocumentModel([Paragraph([Sentence(text, reader) for text in texts if stems(text)])])
    found = summariser_of(method, stop_words=stop_words)
    return seconds(lambda: found(document, SENTENCES))


def rank(articles: list[Article], method: str) -> float:
    """How long counting and ranking take here, for sentences split already."""
    found, weigh = candidates(articles), method_named(method)
    return median(lambda: weigh(corpus(found, len(articles), "en")))


def main() -> None:
    """Print one line a size, method and way."""
    warnings.simplefilter("ignore")
    sizes = [int(size) for size in sys.argv[2:]] or list(SIZES)
    for size in sizes:
        articles = event_of(Path(sys.argv[1]), size)
        for method in ("brief", "textrank", "lsa"):
            ours = {
                "whole": median(partial(summarise, articles, words=WORDS, method=method)),
                "rank": rank(articles, method),
            }
            for way, theirs in (("whole", sumy_whole), ("rank", sumy_rank)):
                line = f"sentences={size} method={method} {way}={ours[way]:.4f}"
                for name, stop_words in (("sumy", False), ("sumy_with_stop_words", True)) if method in SUMY else ():
                    other = theirs(articles, method, stop_words=stop_words)
                    line += f" {name}={other:.3f} times={other / ours[way]:.0f}"
                print(line, flush=True)


if __name__ == "__main__":
    main()
