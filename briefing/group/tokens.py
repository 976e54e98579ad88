"""The words of a batch of articles as numbers, read once for both jobs: terms to weigh, shingles to compare."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from briefing.group.function_words import function_words
from briefing.group.spelling import fold
from briefing.model import Article
from briefing.text.words import WORD, stem_all

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# Scripts written without spaces: a run of them is no word, so it is read as overlapping pairs of characters, the
# usual stand-in for words in retrieval (Nie et al. 1999). Han, Hiragana, Katakana, Thai, Lao, Khmer, Burmese.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")

# What is read besides words, to know which words are quoted. A quotation does not outlast its paragraph: one that runs
# on opens anew in the next. Single marks are left alone, as they are mostly apostrophes.
OPENING, CLOSING, STRAIGHT, BREAK = "“„«", "”»", '"', "\n"
MARKS = OPENING + CLOSING + STRAIGHT + BREAK
TOKEN = re.compile(f"{WORD.pattern}|[{MARKS}]")

NOTHING = ""  # the stem of a word that tells nothing


@dataclass(frozen=True, slots=True)
class Runs:
    """Sequences of word numbers, one an article, end to end: `flat[starts[i]:starts[i + 1]]` is the i-th."""

    flat: Integers
    starts: Integers

    def of(self, row: int) -> Integers:
        """One sequence."""
        return self.flat[self.starts[row] : self.starts[row + 1]]

    def where(self, kept: Flags) -> "Runs":
        """The same sequences with only some of their words."""
        counts = np.bincount(self.owners()[kept], minlength=len(self.starts) - 1)
        return Runs(self.flat[kept], np.concatenate(([0], np.cumsum(counts))).astype(np.int64))

    def lengths(self) -> Integers:
        """How many words each sequence has."""
        return np.diff(self.starts)

    def first(self, limit: int) -> "Runs":
        """The same sequences, each cut to its first `limit` words."""
        kept = np.minimum(self.lengths(), limit)
        starts = np.concatenate(([0], np.cumsum(kept))).astype(np.int64)
        return Runs(self.flat[np.repeat(self.starts[:-1], kept) + Runs(self.flat, starts).within()], starts)

    def within(self) -> Integers:
        """For each word, how many come before it in its sequence."""
        return np.arange(self.starts[-1]) - np.repeat(self.starts[:-1], self.lengths())

    def owners(self) -> Integers:
        """For each word, which sequence it is in."""
        return np.repeat(np.arange(len(self.starts) - 1), self.lengths())


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of articles, titles and texts apart."""

    titles: Runs  # numbers of stems
    texts: Runs  # numbers of stems
    stems: tuple[str, ...]  # what the numbers of stems stand for
    spellings: Runs  # the texts again, as numbers of words in one spelling, British or American
    quoted: Flags  # for each word of the texts, whether it stands between quotation marks


class _Numbers(dict[str, int]):
    """Numbers words in the order they first come."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


def tokens(articles: Sequence[Article]) -> Tokens:
    """The words of articles; rows stand in the order of `articles`."""
    numbers = _Numbers()
    for mark in MARKS:
        numbers[mark]  # so that marks have the numbers below len(MARKS), and words those above
    titles, _ = _words(_runs([article.title for article in articles], numbers))
    texts, quoted = _words(_runs([article.text for article in articles], numbers))
    vocabulary = list(numbers)
    stems = _Numbers()
    return Tokens(
        titles=_stemmed(titles, articles, vocabulary, stems),
        texts=_stemmed(texts, articles, vocabulary, stems),
        stems=tuple(stems),
        spellings=Runs(_renumbered([fold(word) for word in vocabulary], _Numbers())[texts.flat], texts.starts),
        quoted=quoted,
    )


def _runs(texts: Sequence[str], numbers: _Numbers) -> Runs:
    """The words and marks of texts as numbers."""
    found = [TOKEN.findall(UNSPACED.sub(_pairs, text.lower())) for text in texts]
    starts = np.cumsum([0, *map(len, found)])
    flat = np.fromiter(map(numbers.__getitem__, chain.from_iterable(found)), np.int64, int(starts[-1]))
    return Runs(flat, starts)


def _words(runs: Runs) -> tuple[Runs, Flags]:
    """The words alone, and which of them stand between quotation marks."""
    flat, owners = runs.flat, runs.owners()
    paragraph = np.cumsum(flat == MARKS.index(BREAK)) + owners
    first = np.concatenate(([True], paragraph[1:] != paragraph[:-1])) if len(flat) else np.zeros(0, bool)
    straight = _since(first, flat == MARKS.index(STRAIGHT))
    opened = _since(first, np.isin(flat, [MARKS.index(mark) for mark in OPENING]))
    closed = _since(first, np.isin(flat, [MARKS.index(mark) for mark in CLOSING]))
    words = flat >= len(MARKS)
    counts = np.bincount(owners[words], minlength=len(runs.starts) - 1)
    starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    return Runs(flat[words], starts), ((straight % 2 == 1) | (opened > closed))[words]


def _since(first: Flags, marks: Flags) -> Integers:
    """How many marks have come since the last first token."""
    total = np.cumsum(marks)
    before = np.where(first, total - marks, 0)
    counted: Integers = total - np.maximum.accumulate(before)
    return counted


def _pairs(run: re.Match[str]) -> str:
    text = run.group()
    return " " + " ".join(text[i : i + 2] for i in range(max(1, len(text) - 1))) + " "


def _stemmed(runs: Runs, articles: Sequence[Article], vocabulary: list[str], stems: _Numbers) -> Runs:
    """The runs as numbers of stems, each article's by the stemmer of its language."""
    flat = np.zeros_like(runs.flat)
    languages = np.array([article.language for article in articles], dtype=object)
    owners = runs.owners()
    for language in sorted(set(languages)):
        chosen = (languages == language)[owners]
        used = np.flatnonzero(np.bincount(runs.flat[chosen], minlength=len(vocabulary)))
        silent = function_words(language)
        words = [vocabulary[word] if vocabulary[word] not in silent else NOTHING for word in used]
        numbered = np.zeros(len(vocabulary), dtype=np.int64)
        numbered[used] = _renumbered(stem_all(words, language), stems)
        flat[chosen] = numbered[runs.flat[chosen]]
    return Runs(flat, runs.starts)


def _renumbered(forms: list[str], numbers: _Numbers) -> Integers:
    return np.fromiter((numbers[form] for form in forms), np.int64, len(forms))
