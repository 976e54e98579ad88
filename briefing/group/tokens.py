"""The words of a batch of articles as numbers, read once for both jobs: terms to weigh, shingles to compare."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from briefing.group.function_words import function_words
from briefing.group.growing import Growing
from briefing.group.over import Over
from briefing.group.spelling import fold
from briefing.model import Article
from briefing.text.words import WORD, stem_all

Integers = npt.NDArray[np.integer[Any]]  # numbers of words have 32 bits, places 64
Flags = npt.NDArray[np.bool_]

# Scripts written without spaces: a run of them is no word, so it is read as overlapping pairs of characters, the
# usual stand-in for words in retrieval (Nie et al. 1999). Han, Hiragana, Katakana, Thai, Lao, Khmer, Burmese.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")

FIRST_UNSPACED = 0x0E00  # the first character of any of them
PUNCTUATION = (0x2000, 0x3000)  # beyond it, but no script: curly quotation marks and dashes, which most texts have

# What is read besides words, to know which words are quoted. A quotation does not outlast its paragraph: one that runs
# on opens anew in the next. Single marks are left alone, as they are mostly apostrophes.
OPENING, CLOSING, STRAIGHT, BREAK = "“„«", "”»", '"', "\n"
MARKS = OPENING + CLOSING + STRAIGHT + BREAK
TOKEN = re.compile(f"{WORD.pattern}|[{MARKS}]")

TOGETHER = 500  # articles read, or looked at, at once: bounds memory, and costs no time that can be measured
NOTHING = ""  # the stem of a word that tells nothing


class Runs(NamedTuple):
    """Sequences of word numbers, one an article, end to end: `flat[starts[i]:starts[i + 1]]` is the i-th."""

    flat: Integers
    starts: Integers

    def of(self, row: int) -> Integers:
        """One sequence."""
        return self.flat[self.starts[row] : self.starts[row + 1]]

    def where(self, kept: Flags) -> "Runs":
        """The same sequences with only some of their words."""
        if kept.all():
            return self
        counts = np.bincount(self.owners()[kept], minlength=len(self.starts) - 1)
        return Runs(self.flat[kept], np.concatenate(([0], np.cumsum(counts))).astype(np.int64))

    def lengths(self) -> Integers:
        """How many words each sequence has."""
        return np.diff(self.starts)

    def first(self, limit: int) -> "Runs":
        """The same sequences, each cut to its first `limit` words."""
        kept = np.minimum(self.lengths(), limit)
        if kept.sum() == len(self.flat):
            return self
        starts = np.concatenate(([0], np.cumsum(kept))).astype(np.int64)
        return Runs(self.flat[np.repeat(self.starts[:-1], kept) + Runs(self.flat, starts).within()], starts)

    def within(self) -> Integers:
        """For each word, how many come before it in its sequence."""
        return np.arange(self.starts[-1]) - np.repeat(self.starts[:-1], self.lengths())

    def owners(self) -> Integers:
        """For each word, which sequence it is in."""
        return np.repeat(np.arange(len(self.starts) - 1), self.lengths())

    def blocks(self, rows: int = TOGETHER) -> Iterator["Block"]:
        """The same sequences, some at a time."""
        for first in range(0, len(self.starts) - 1, rows):
            chosen = slice(first, min(first + rows, len(self.starts) - 1))
            places = slice(int(self.starts[chosen.start]), int(self.starts[chosen.stop]))
            starts = self.starts[chosen.start : chosen.stop + 1] - places.start
            yield Block(chosen, places, Runs(self.flat[places], starts))


class Block(NamedTuple):
    """Some neighbouring sequences."""

    rows: slice  # which they are
    places: slice  # where their words stand in `flat`
    runs: Runs


class Tokens(NamedTuple):
    """The words of articles, titles and texts apart.

    What stays is a number a word, four bytes of it; stems and spellings are looked up when they are asked for, as all
    three at once would take a gigabyte of a hundred thousand articles.
    """

    titles: Runs  # numbers of stems
    words: Runs  # the texts, as numbers of words
    quoted: Flags  # for each word of the texts, whether it stands between quotation marks
    stems: tuple[str, ...]  # what the numbers of stems stand for
    languages: Integers  # for each article, the row of `stem_of` that its words are looked up in
    stem_of: Integers  # languages x words: the number of each word's stem
    spelling_of: Integers  # for each word, its number in one spelling, British or American

    @property
    def texts(self) -> Runs:
        """The texts as numbers of stems."""
        flat = np.empty_like(self.words.flat)
        for some in self.words.blocks():
            flat[some.places] = self.stems_of(some).flat
        return Runs(flat, self.words.starts)

    def without_titles(self, which: Flags) -> "Tokens":
        """The same, but of these articles without their titles."""
        return self._replace(titles=self.titles.where(~which[self.titles.owners()]))

    def stems_of(self, some: Block) -> Runs:
        """Some of the texts as numbers of stems."""
        languages = np.repeat(self.languages[some.rows], some.runs.lengths())
        return Runs(self.stem_of[languages, some.runs.flat], some.runs.starts)

    @property
    def spellings(self) -> Runs:
        """The texts as numbers of words in one spelling."""
        return Runs(self.spelling_of[self.words.flat], self.words.starts)


def _numbers(known: str = "") -> defaultdict[str, int]:
    """Numbers words in the order they first come, after those characters."""
    return defaultdict(count(len(known)).__next__, zip(known, count()))


class Read(NamedTuple):
    """Some texts, each read by itself: nothing here depends on the texts beside it."""

    vocabularies: tuple[Sequence[str], ...]  # of each text: its different words, as they first come
    runs: Runs  # the texts as places in their own vocabularies
    quoted: Flags  # for each word, whether it stands between quotation marks


class Reading(Protocol):
    """Where the words of articles' texts are had from: read now, or kept from another time."""

    def __call__(self, articles: Sequence[Article], over: Over, /) -> Iterable[Read]:
        """The words of all these articles, some at a time, in their order; `over` maps what is to be read."""


def read_now(articles: Sequence[Article], over: Over) -> Iterable[Read]:
    """The words of articles, read some at a time."""
    return over(read_some, _together([article.text for article in articles]))


def read_some(texts: Sequence[str]) -> Read:
    """The words of some texts: a pure function, fit for another process."""
    vocabularies, runs = _numbered(texts)
    words, quoted = _words(runs)
    return Read(vocabularies, Runs(words.flat - len(MARKS), words.starts), quoted)


def tokens(articles: Sequence[Article], over: Over = map, reading: Reading = read_now) -> Tokens:
    """The words of articles; rows stand in the order of `articles`.

    `over` maps the reading of some at a time, `reading` tells where their words are had from.
    """
    numbers = _numbers(MARKS)
    titles, _ = _joined(map(read_some, _together([article.title for article in articles])), numbers)
    texts, quoted = _joined(reading(articles, over), numbers)
    vocabulary = list(numbers)
    known = sorted({article.language for article in articles})
    languages = np.fromiter((known.index(article.language) for article in articles), np.int32, len(articles))
    stems = _numbers()
    stem_of = np.zeros((len(known), len(vocabulary)), dtype=np.int32)
    for runs in (titles, texts):
        for row, used in enumerate(_used(runs, languages, stem_of.shape)):
            stem_of[row, used] = _stems(used, known[row], vocabulary, stems)
    return Tokens(
        titles=Runs(stem_of[np.repeat(languages, titles.lengths()), titles.flat], titles.starts),
        words=texts,
        quoted=quoted,
        stems=tuple(stems),
        languages=languages,
        stem_of=stem_of,
        spelling_of=_renumbered([fold(word) for word in vocabulary], _numbers()),
    )


def written(text: str) -> list[str]:
    """A text's words as they are written: those that are read of it, in their order."""
    return [word for word in TOKEN.findall(_spaced(text)) if word not in MARKS]


def _together(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    return (texts[at : at + TOGETHER] for at in range(0, len(texts), TOGETHER))


def _joined(parts: Iterable[Read], numbers: Mapping[str, int]) -> tuple[Runs, Flags]:
    """Texts end to end as numbers of words, and which of them stand between quotation marks.

    Each text has its words in the order they first come, and the texts are taken in order: so all words are numbered as
    they first come, wherever and whenever the texts were read.
    """
    lengths: list[Integers] = [np.zeros(1, np.int64)]
    flat, quoted = Growing(np.int32), Growing(np.bool_)
    for part in parts:
        sizes = [len(each) for each in part.vocabularies]
        number = _renumbered(list(chain.from_iterable(part.vocabularies)), numbers)
        first = np.cumsum([0, *sizes])[:-1]
        lengths.append(part.runs.lengths())
        flat.add(number[part.runs.flat + np.repeat(first, lengths[-1])])
        quoted.add(part.quoted)
    return Runs(flat.whole, np.cumsum(np.concatenate(lengths))), quoted.whole


def _numbered(texts: Sequence[str]) -> tuple[tuple[Sequence[str], ...], Runs]:
    """The different words of each text, and all its words and marks as numbers, the marks' below `len(MARKS)`."""
    vocabularies = []
    lengths = [0]
    parts = [np.zeros(0, np.int32)]
    for text in texts:
        found = TOKEN.findall(_spaced(text.lower()))
        number = _numbers(MARKS)
        parts.append(np.fromiter(map(number.__getitem__, found), np.int32, len(found)))
        lengths.append(len(found))
        vocabularies.append(list(number)[len(MARKS) :])
    return tuple(vocabularies), Runs(np.concatenate(parts), np.cumsum(lengths))


def _spaced(text: str) -> str:
    """The text with pairs of characters for words where its script has no spaces."""
    if text.isascii():
        return text
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)  # looking costs a fifth of replacing
    high = units >= FIRST_UNSPACED
    likely = high.any() and np.any((units[high] < PUNCTUATION[0]) | (units[high] >= PUNCTUATION[1]))
    return UNSPACED.sub(_pairs, text) if likely else text


def _words(runs: Runs) -> tuple[Runs, Flags]:
    """The words alone, and which of them stand between quotation marks."""
    flat, owners = runs.flat, runs.owners()
    words = flat >= len(MARKS)
    counts = np.bincount(owners[words], minlength=len(runs.starts) - 1)
    starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    return Runs(flat[words], starts), _quoted(runs)[words]


def _quoted(runs: Runs) -> Flags:
    """For each word and mark, whether marks leave a quotation open there; every text and paragraph begins anew."""
    begins = runs.starts[:-1][runs.lengths() > 0]
    marks = np.flatnonzero(runs.flat < len(MARKS))
    places = np.concatenate((begins, marks))
    order = np.argsort(places, kind="stable")  # a text begins before its first mark
    kinds = np.concatenate((np.full(len(begins), MARKS.index(BREAK)), runs.flat[marks]))[order]
    first = kinds == MARKS.index(BREAK)
    paragraph = np.cumsum(first) - 1
    straight = _since(first, paragraph, kinds == MARKS.index(STRAIGHT))
    opened = _since(first, paragraph, np.isin(kinds, [MARKS.index(mark) for mark in OPENING]))
    closed = _since(first, paragraph, np.isin(kinds, [MARKS.index(mark) for mark in CLOSING]))
    state: Flags = (straight % 2 == 1) | (opened > closed)
    return np.repeat(state, np.diff(places[order], append=len(runs.flat)))


def _since(first: Flags, paragraph: Integers, marks: Flags) -> Integers:
    """How many marks have come since the paragraph's first."""
    total = np.cumsum(marks)
    counted: Integers = total - total[first][paragraph]
    return counted


def _pairs(run: re.Match[str]) -> str:
    text = run.group()
    return " " + " ".join(text[i : i + 2] for i in range(max(1, len(text) - 1))) + " "


def _used(runs: Runs, languages: Integers, shape: tuple[int, int]) -> Iterator[Integers]:
    """For each language, which words the runs in it have."""
    met = np.zeros(shape, dtype=bool)
    for some in runs.blocks():
        met[np.repeat(languages[some.rows], some.runs.lengths()), some.runs.flat] = True
    return map(np.flatnonzero, met)


def _stems(used: Integers, language: str, vocabulary: list[str], stems: Mapping[str, int]) -> Integers:
    """The numbers of some words' stems."""
    silent = function_words(language)
    words = [vocabulary[word] if vocabulary[word] not in silent else NOTHING for word in used.tolist()]
    return _renumbered(stem_all(words, language), stems)


def _renumbered(forms: Sequence[str], numbers: Mapping[str, int]) -> Integers:
    return np.fromiter(map(numbers.__getitem__, forms), np.int32, len(forms))
