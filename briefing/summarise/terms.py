"""Terms: the stems and pairs of stems that sentences are made of, counted in sparse matrices.

Every stem has a number, in the order of first appearance, which no hash seed changes; a sentence is a run of numbers,
so that counting is a matter of arrays.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from briefing.summarise.candidates import Candidate
from briefing.text.word_lists import LISTED, word_list
from briefing.text.words import stem_each, stems, words_in

Vector = NDArray[np.float64]
Numbers = NDArray[np.int64]
MOST_CELLS = 1 << 19  # that a table of all possible keys may have; beyond it, sorting the keys is quicker


class Terms(NamedTuple):
    """How often each term stands in each sentence."""

    counts: Any  # scipy.sparse.csr_matrix of float64, sentences × terms
    in_sentences: Vector  # in how many sentences each term stands
    in_articles: Vector  # in how many articles
    keys: Numbers  # of each column, rising: a word's stem, or first stem · number of stems + second stem


@dataclass(frozen=True)  # without slots: the pairs are kept once they were asked for
class Corpus:
    """An event's sentences and their terms: what every method ranks."""

    sentences: tuple[Candidate, ...]
    articles: int  # how many articles they come from
    language: str  # ISO 639-1, of most of the sentences
    vocabulary: Mapping[str, int]  # every stem there is, stop words included, with its number
    stop: NDArray[np.bool_]  # of each stem: whether it is a stop word's
    tokens: Numbers  # the stems of all sentences, one after another
    row: Numbers  # of each of them: its sentence
    titles: tuple[Numbers, ...] = ()  # the stems of each headline there is, as far as a sentence has them; -1: none has
    reach: float = 1.0  # how many times deeper than one sentence the words there are reach into an article

    @cached_property
    def owner(self) -> Numbers:
        """The article of each sentence."""
        return np.array([sentence.article for sentence in self.sentences], dtype=np.int64)

    @cached_property
    def words(self) -> Terms:
        """Stems that are no stop words."""
        content = ~self.stop[self.tokens]
        return count(self.tokens[content], self.row[content], self.owner)

    @cached_property
    def pairs(self) -> Terms:
        """Neighbouring stems, not both stop words. Ranking needs none, so they are counted when first asked for."""
        keys, kept = self.pair_keys(self.tokens)
        kept &= self.row[:-1] == self.row[1:]
        return count(keys[kept], self.row[:-1][kept], self.owner)

    def pair_keys(self, tokens: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
        """The key of every pair of neighbours, and whether it is a term: known stems, not both stop words."""
        first, second = tokens[:-1], tokens[1:]
        return first * len(self.vocabulary) + second, (
            (first >= 0) & (second >= 0) & ~(self.stop[first] & self.stop[second])
        )

    def stems_of(self, sentence: int) -> Numbers:
        """The numbers of the stems of a sentence, in order."""
        start, end = np.searchsorted(self.row, (sentence, sentence + 1))
        return self.tokens[start:end]


def corpus(
    sentences: Sequence[Candidate], articles: int, language: str, *, titles: Iterable[str] = (), reach: float = 1.0
) -> Corpus:
    """Number the stems of an event's sentences."""
    found = [words_in(sentence.text, language) for sentence in sentences]
    number: dict[str, int] = {}  # of each word
    tokens = [number.setdefault(word, len(number)) for listed in found for word in listed]
    vocabulary: dict[str, int] = {}  # the number of each stem
    stem_of = [vocabulary.setdefault(stem, len(vocabulary)) for stem in stem_each(tuple(number), language)]
    listed_stop = _stop_stems(language)
    return Corpus(
        tuple(sentences),
        articles,
        language,
        vocabulary,
        np.array([stem in listed_stop for stem in vocabulary], dtype=np.bool_),
        np.array(stem_of, dtype=np.int64)[np.array(tokens, dtype=np.int64)],
        np.repeat(np.arange(len(found)), [len(listed) for listed in found]),
        tuple(
            np.array([vocabulary.get(stem, -1) for stem in _stems_in(title, language)], dtype=np.int64)
            for title in titles
            if title and vocabulary
        ),
        reach,
    )


def _stems_in(text: str, language: str) -> list[str]:
    return stem_each(words_in(text, language), language)


def count(keys: Numbers, row: Numbers, owner: Numbers) -> Terms:
    """Count terms: `keys` tells which stand there, `row` (rising) in which sentence; `owner`: a sentence's article."""
    listed, column = distinct(keys)
    size = len(listed)
    pointers = np.searchsorted(row, np.arange(len(owner) + 1))
    counts = csr_matrix((np.ones(len(keys)), column, pointers), shape=(len(owner), size))
    counts.sum_duplicates()
    in_sentences = np.bincount(counts.indices, minlength=size).astype(np.float64)
    return Terms(counts, in_sentences, _in_articles(counts, owner), listed)


def _in_articles(counts: Any, owner: Numbers) -> Vector:
    """In how many articles each column stands."""
    size = counts.shape[1]
    of_entry = owner[np.repeat(np.arange(len(owner)), np.diff(counts.indptr))]
    listed, _ = distinct(of_entry * size + counts.indices)
    return np.bincount(listed % max(size, 1), minlength=size).astype(np.float64)


def distinct(keys: Numbers) -> tuple[Numbers, Numbers]:
    """The different keys, rising, and of each key which of them it is."""
    most = int(keys.max(initial=0)) + 1
    if most > MOST_CELLS:
        listed, column = np.unique(keys, return_inverse=True)
        return listed, column
    used = np.zeros(most, dtype=np.bool_)  # quicker than sorting
    used[keys] = True
    listed = np.flatnonzero(used)
    place = np.empty(most, dtype=np.int64)
    place[listed] = np.arange(len(listed))
    return listed, place[keys]


@cache
def _stop_stems(language: str) -> frozenset[str]:
    """Stop words and their stems; empty for a language without a list."""
    if language not in LISTED:
        return frozenset()
    listed = word_list(language, "stop words")
    return listed | frozenset(stems(" ".join(sorted(listed)), language))
