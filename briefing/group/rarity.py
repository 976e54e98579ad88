"""How telling each term is in each article: -ln of how likely it is there, given what is known of news and its topics.

Inverse document frequency (Spärck Jones 1972) with three twists. The frequency is taken over a background of news as
well as the batch. In the batch events count, as far as they are known, and not articles: so a big event does not make
its own words common, and a word that many events share becomes so. And it is conditional on the topic: in an article
about an epidemic "vaccine" is expected and says little about *which* event it tells, elsewhere it says much. So each
article is placed among the background's topics, and a term counts as common where it is common in general or common in
the article's topics.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from briefing.group.background import Background

Floats = npt.NDArray[np.float32]
Groups = Sequence[Sequence[int]]  # of rows

# In how many groups of the batch a term may be before the batch counts against it: its own event; 1 to 4 read alike.
FREE_GROUPS = 1
# How much an article of the background counts beside one of the batch, or one that came just before it.
BACKGROUND_SHARE = 0.25
# Added to every count: an old background does not know today's names, which are not as rare as it thinks.
SMOOTHING = 6
# How far the topics' frequencies stand for an article's own; the rest is the frequency over all news.
TOPIC_SHARE = 0.8
# How sharply an article belongs to its nearest topics: the softmax's factor on cosines from 0 to 1.
TOPIC_SHARPNESS = 20.0
# Articles added to a topic's size, so that a small topic is no certainty.
TOPIC_SMOOTHING = 10
LEAST_STEM = 2  # characters; single letters and digits are initials and list marks
ROWS = 500  # weighed at once: what is worked on stays near the processor
CHUNK = 1 << 12  # entries weighed at once: 0.4 MB, which stays near the processor; 2^18 takes two fifths longer


class Listed(NamedTuple):
    """A table without the stems that the background does not list: small enough to stay near the processor."""

    stems: npt.NDArray[np.int64]  # the stems of its rows but the last
    rows: npt.NDArray[np.int32]  # for each stem its row; the last, of noughts, for those that are not listed
    table: Floats


class Topical(NamedTuple):
    """What the articles' topics say of terms."""

    listed: Listed
    mixture: Floats  # how much each article (row) belongs to each topic (column)
    volume: Floats  # how many articles of the background each article is held against


class Telling(NamedTuple):
    """How telling terms are in the articles of a batch."""

    likelihood: Floats  # of each stem, in an article of any topic
    topical: Topical | None  # None: nothing is known of topics

    def of(self, counts: Any, rows: slice) -> Floats:
        """The weight of each entry of `counts`, which are those rows of the batch."""
        if self.topical is None:
            known: Floats = -np.log(self.likelihood[counts.indices])
            return known
        listed, mixture, volume = self.topical.listed, self.topical.mixture[rows], self.topical.volume[rows]
        owners = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        data = np.empty(len(owners), dtype=np.float32)
        for start in range(0, len(owners), CHUNK):
            own, stems = owners[start : start + CHUNK], counts.indices[start : start + CHUNK]
            expected = np.einsum("ij,ij->i", mixture[own], listed.table[listed.rows[stems]]) / volume[own]
            general = self.likelihood[stems]
            data[start : start + CHUNK] = np.maximum(general, (1 - TOPIC_SHARE) * general + TOPIC_SHARE * expected)
        weights: Floats = -np.log(np.minimum(data, 1))
        return weights


def rarity(stems: tuple[str, ...], counts: Any, background: Background, groups: Groups = ()) -> Any:
    """A weight for each term of each article: sparse, the shape and entries of `counts` (articles x stems).

    `groups` are the rows that tell one event, as far as they are known; with none, the batch's own frequencies do not
    count.
    """
    judged = telling(stems, counts, background, groups)
    weights = counts.copy()
    for some in blocks(counts):
        own = slice(counts.indptr[some.start], counts.indptr[some.stop])
        weights.data[own] = judged.of(counts[some], some)
    return weights


def blocks(counts: Any) -> Iterator[slice]:
    """The rows, some at a time."""
    count = counts.shape[0]
    return (slice(start, min(start + ROWS, count)) for start in range(0, count, ROWS))


def telling(stems: tuple[str, ...], counts: Any, background: Background, groups: Groups = ()) -> Telling:
    """How telling the terms of these articles are; arguments as in `rarity`."""
    table = background.of(stems)
    recent = np.fromiter(map(background.recent.get, stems, repeat(0)), np.float32, len(stems))
    batch = np.maximum(0, _groups_with(counts, groups) - FREE_GROUPS)
    likelihood = _likelihood(
        BACKGROUND_SHARE * table.sum(axis=1) + recent + batch,
        BACKGROUND_SHARE * background.articles + background.recent_articles + len(groups),
    )
    likelihood[np.fromiter((len(stem) < LEAST_STEM for stem in stems), bool, len(stems))] = 1
    if not background.sizes:
        return Telling(likelihood, None)
    sizes = np.array(background.sizes, np.float32)
    listed = _listed(table)
    mixture = _mixture(counts, listed, likelihood, sizes)
    return Telling(likelihood, Topical(listed, mixture, mixture @ sizes + TOPIC_SMOOTHING))


def _groups_with(counts: Any, groups: Groups) -> Floats:
    """In how many groups each stem occurs."""
    rows = np.fromiter(chain.from_iterable(groups), np.int64)
    sizes = np.fromiter(map(len, groups), np.int64, len(groups))
    starts = np.concatenate(([0], np.cumsum(sizes)))
    membership = sparse.csr_matrix((np.ones(len(rows), np.float32), rows, starts), shape=(len(groups), counts.shape[0]))
    within: Floats = np.bincount((membership @ counts).indices, minlength=counts.shape[1]).astype(np.float32)
    return within


def _likelihood(found: Floats, among: float) -> Floats:
    """How likely each stem is in an article of any topic, where `found` of so many had it."""
    likelihood: Floats = ((found + SMOOTHING) / (among + SMOOTHING)).astype(np.float32)
    return np.minimum(likelihood, 1)


def _listed(table: Floats) -> Listed:
    """The rows of a table that are not all noughts."""
    stems = np.flatnonzero(table.any(axis=1))
    rows = np.full(len(table), len(stems), dtype=np.int32)
    rows[stems] = np.arange(len(stems))
    return Listed(stems, rows, np.vstack((table[stems], np.zeros((1, table.shape[1]), np.float32))))


def _mixture(counts: Any, listed: Listed, likelihood: Floats, sizes: Floats) -> Floats:
    """How much each article (row) belongs to each topic (column); rows add up to 1."""
    weight = -np.log(likelihood)
    centres = listed.table * np.append(weight[listed.stems], np.float32(0))[:, None] / sizes
    centres /= np.maximum(np.linalg.norm(centres, axis=0), np.finfo(np.float32).tiny)
    mixture = np.empty((counts.shape[0], len(sizes)), dtype=np.float32)
    for some in blocks(counts):
        rows = counts[some]
        rows.data = (1 + np.log(rows.data)) * weight[rows.indices]
        length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)))
        shape = (rows.shape[0], len(centres))
        known = sparse.csr_matrix((rows.data, listed.rows[rows.indices], rows.indptr), shape=shape)
        cosines = (known @ centres) / np.maximum(length, np.finfo(np.float32).tiny)
        shares = np.exp(TOPIC_SHARPNESS * (cosines - cosines.max(axis=1, keepdims=True)))
        mixture[some] = shares / shares.sum(axis=1, keepdims=True)
    return mixture
