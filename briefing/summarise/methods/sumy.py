"""The summarisers of sumy, by name: `sumy:lex-rank`, `sumy:luhn` and the rest.

sumy reads the project's own sentences and words through a tokenizer object, so none of NLTK's data is asked for. Its
ranking becomes the sentences' weights; selection is the project's.
"""

import importlib
import pkgutil
import random
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import numpy as np

from briefing.summarise.methods.position import position_weights
from briefing.summarise.terms import Corpus, Vector
from briefing.text.word_lists import LISTED, word_list
from briefing.text.words import stems, words

PREFIX = "sumy:"
MOST_SENTENCES = 400  # ranked; sumy's cost grows with their square, 4 s at 600
DIGITS = 9  # of a rating that count; beyond them it varies with the order in which sumy walks its sets
STIGMA_WORDS = ("perhaps", "reportedly", "hardly", "impossible")  # Edmundson 1969: words of unimportant sentences
NOT_METHODS = ("edmundson_",)  # modules that are parts of another summariser


class Tokenizer:
    """What sumy asks of a tokenizer, answered by the project's own splitter."""

    language = "english"

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """The text itself: it is one sentence already."""
        return (text,)

    def to_words(self, text: str) -> tuple[str, ...]:
        """The words of a sentence, in lower case."""
        return tuple(words(text))


def names() -> list[str]:
    """Every summariser of the installed sumy, as `sumy:NAME`, sorted."""
    import sumy.summarizers as package

    found = [module.name for module in pkgutil.iter_modules(package.__path__) if not module.name.startswith("_")]
    return sorted(PREFIX + name.replace("_", "-") for name in found if not name.startswith(NOT_METHODS))


def method(name: str) -> Callable[[Corpus], Vector]:
    """The weights a summariser of sumy gives; `name` is one of `names()`."""

    def weigh(corpus: Corpus) -> Vector:
        return _weights(corpus, ranking(corpus, name))

    return weigh


def ranking(corpus: Corpus, name: str) -> list[int]:
    """The numbers of the sentences sumy ranked, best first; of a long corpus only its first sentences are ranked."""
    order = sorted(range(len(corpus.sentences)), key=lambda i: (corpus.sentences[i].position, i))
    numbers = sorted(order[:MOST_SENTENCES])
    document = _document([corpus.sentences[i].text for i in numbers])
    rated: list[tuple[float, int]] = []

    def record(infos: Sequence[Any]) -> Sequence[Any]:
        rated.extend((float(f"{float(info.rating):.{DIGITS}g}"), info.order) for info in infos)
        return infos

    with _quiet(), _seeded():
        _summariser(name, corpus.language, document)(document, record)
    return [numbers[order] for _, order in sorted(rated, key=lambda pair: (-pair[0], pair[1]))]


def _weights(corpus: Corpus, ranked: Sequence[int]) -> Vector:
    """1 for the sentence ranked first, falling by its rank in the corpus, times the place's weight."""
    weights = np.zeros(len(corpus.sentences))
    for rank, number in enumerate(ranked):
        weights[number] = 1.0 - rank / len(ranked)
    return position_weights(corpus) * weights if weights.any() else position_weights(corpus)


def _document(texts: Sequence[str]) -> Any:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    tokenizer = Tokenizer()
    return ObjectDocumentModel([Paragraph([Sentence(text, tokenizer) for text in texts])])


def _summariser(name: str, language: str, document: Any) -> Any:
    summariser = _class(name)(lambda word: _stem(word, language))
    stop = tuple(sorted(word_list(language, "stop words"))) if language in LISTED else ()
    if hasattr(summariser, "null_words"):  # Edmundson's three lists may not be empty
        frequent = [word for word in document.words if word not in stop]
        summariser.bonus_words = tuple(dict.fromkeys(frequent)) or STIGMA_WORDS
        summariser.stigma_words = STIGMA_WORDS
        summariser.null_words = stop or STIGMA_WORDS
    elif hasattr(summariser, "stop_words"):
        summariser.stop_words = stop
    return summariser


@cache
def _class(name: str) -> Any:
    module = name.removeprefix(PREFIX).replace("-", "_")
    found = importlib.import_module(f"sumy.summarizers.{module}")
    wanted = module.replace("_", "") + "summarizer"  # KLSummarizer, TextRankSummarizer: capitals follow no rule
    return next(value for key, value in sorted(vars(found).items()) if key.lower() == wanted)


@cache
def _stem(word: str, language: str) -> str:
    return next(iter(stems(word, language)), word)


@contextmanager
def _quiet() -> Iterator[None]:
    """sumy warns of short texts and divides by zero on empty ones; both are expected here."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _seeded() -> Iterator[None]:
    """Let sumy's random summariser draw the same order every time, and leave the generator as it was."""
    state = random.getstate()
    random.seed(0)
    try:
        yield
    finally:
        random.setstate(state)
