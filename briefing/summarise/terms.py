"""Terms: the stems and pairs of stems that sentences are made of, counted in sparse matrices."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from briefing.summarise.candidates import Candidate
from briefing.text.word_lists import LISTED, word_list
from briefing.text.words import stems

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Terms:
    """How often each term stands in each sentence."""

    counts: Any  # scipy.sparse.csr_matrix of float64, sentences × terms
    in_sentences: Vector  # in how many sentences each term stands
    in_articles: Vector  # in how many articles
    columns: Mapping[object, int]  # the column of each term in `counts`


@dataclass(frozen=True)  # without slots: the pairs are kept once they were asked for
class Corpus:
    """An event's sentences and their terms: what every method ranks."""

    sentences: tuple[Candidate, ...]
    articles: int  # how many articles they come from
    language: str  # ISO 639-1, of most of the sentences
    stems: tuple[tuple[str, ...], ...]  # of each sentence, in order, stop words included
    words: Terms  # stems that are no stop words
    titles: tuple[tuple[str, ...], ...] = ()  # the stems of each headline there is
    reach: float = 1.0  # how many times deeper than one sentence the words there are reach into an article

    @cached_property
    def pairs(self) -> Terms:
        """Neighbouring stems, not both stop words. Ranking needs none, so they are counted when first asked for."""
        owner = [sentence.article for sentence in self.sentences]
        return count([pairs_of(found, self.language) for found in self.stems], owner)


def corpus(
    sentences: Sequence[Candidate], articles: int, language: str, *, titles: Iterable[str] = (), reach: float = 1.0
) -> Corpus:
    """Count the terms of an event's sentences."""
    owner = [sentence.article for sentence in sentences]
    stemmed = tuple(tuple(stems(sentence.text, language)) for sentence in sentences)
    words = count([words_of(found, language) for found in stemmed], owner)
    headlines = tuple(tuple(stems(title, language)) for title in titles if title)
    return Corpus(tuple(sentences), articles, language, stemmed, words, headlines, reach)


def words_of(found: Sequence[str], language: str) -> list[object]:
    """The stems of a sentence that are no stop words."""
    stop = _stop_stems(language)
    return [stem for stem in found if stem not in stop]


def pairs_of(found: Sequence[str], language: str) -> list[object]:
    """The pairs of neighbours among the stems of a sentence, less those of two stop words."""
    stop = _stop_stems(language)
    return [pair for pair in pairwise(found) if not (pair[0] in stop and pair[1] in stop)]


def count(lists: Sequence[Sequence[object]], owner: Sequence[int]) -> Terms:
    """Count terms, sentence by sentence; `owner` is each sentence's article."""
    number: dict[object, int] = {}  # in order of first appearance, which no hash seed changes
    pointers, indices = [0], []
    seen: list[set[int]] = []
    for terms, article in zip(lists, owner, strict=True):
        for term in terms:
            at = number.setdefault(term, len(number))
            indices.append(at)
            if at == len(seen):
                seen.append(set())
            seen[at].add(article)
        pointers.append(len(indices))
    counts = csr_matrix((np.ones(len(indices)), indices, pointers), shape=(len(lists), len(number)))
    counts.sum_duplicates()
    in_sentences = np.bincount(counts.indices, minlength=len(number)).astype(np.float64)
    return Terms(counts, in_sentences, np.array([len(articles) for articles in seen], dtype=np.float64), number)


@cache
def _stop_stems(language: str) -> frozenset[str]:
    """Stop words and their stems; empty for a language without a list."""
    if language not in LISTED:
        return frozenset()
    listed = word_list(language, "stop words")
    return listed | frozenset(stems(" ".join(sorted(listed)), language))
