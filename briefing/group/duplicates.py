"""Copies: which articles are one text, and which of them is the origin.

Texts are compared by their shingles, runs of `SHINGLE` words (Broder 1997, "On the resemblance and containment of
documents"). The measure is containment, the share of the shorter text's shingles that the longer one has, so that cut
and lengthened versions are found. Nearly every shingle is in one article only, so counting the shared ones exactly, by
a sparse product over those in two or more, costs less than estimating them.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from briefing.group.boilerplate import boilerplate
from briefing.group.credits import credits_agency, is_agency
from briefing.group.shingles import SHINGLE, hashed
from briefing.group.tokens import Flags, Runs, Tokens, tokens
from briefing.model import Article, Copy

Integers = npt.NDArray[np.int64]

# Two texts are one where the longer has this share of the shorter's shingles …
LEAST_CONTAINMENT = 0.5
# … or this one, and the second without the longest passage in common: a wire story edited line by line shares many
# passages, two reports of one statement share that.
LEAST_EDITED, LEAST_ELSEWHERE = 0.33, 0.15
LEAST_OF_LONGER = 0.2  # share of the longer text's: a brief quoted whole in a long round-up does not make it a copy
LEAST_SHINGLES = 26  # texts of fewer than 30 words are copies only where identical
# A shingle in more articles than this joins nothing: the product's cost grows with its square.
WIDELY_SHARED = 200
SEEN_ONCE = 1


def copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """The copies among articles, each with the one origin of its text; by article id."""
    ordered = sorted(articles, key=lambda article: article.id)
    read = tokens(ordered)
    return copies_of(ordered, read, boilerplate(ordered, read))


def copies_of(articles: Sequence[Article], read: Tokens, repeated: Flags) -> tuple[Copy, ...]:
    """The same for articles whose words have been read, and which of those their outlets repeat."""
    lengths = read.spellings.lengths()
    found = []
    for cluster in clusters(read, repeated):
        origin = min(cluster, key=lambda row: origin_order(articles[row], int(lengths[row])))
        found += [Copy(articles[row].id, articles[origin].id) for row in cluster if row != origin]
    return tuple(sorted(found, key=lambda copy: copy.article_id))


def adopt_dates(articles: Sequence[Article], copies: Sequence[Copy]) -> tuple[Article, ...]:
    """The articles in their order, where one that nothing dates takes the earliest date among copies of its text."""
    origin_of = {copy.article_id: copy.origin_id for copy in copies}
    dated: dict[str, Article] = {}
    for article in sorted(articles, key=_age):
        if article.published is not None and article.dated_by == "stated":
            dated.setdefault(origin_of.get(article.id, article.id), article)
    return tuple(_dated(article, dated.get(origin_of.get(article.id, article.id))) for article in articles)


def _dated(article: Article, twin: Article | None) -> Article:
    """An undated article with its twin's date: the day only, but where the same outlet printed it the time too."""
    if article.published is not None or twin is None or twin.published is None:
        return article
    if article.outlet is not None and article.outlet == twin.outlet:
        return replace(article, published=twin.published, published_precision=twin.published_precision, dated_by="copy")
    day = twin.published.replace(hour=0, minute=0, second=0, microsecond=0)
    return replace(article, published=day, published_precision="day", dated_by="copy")


def _age(article: Article) -> tuple[bool, float, str]:
    return article.published is None, article.published.timestamp() if article.published else 0.0, article.id


def origin_order(article: Article, length: int) -> tuple[bool, bool, bool, float, int, str]:
    """Sorts the likeliest origin first: the agency's own, credited to it, the earliest, the fullest."""
    undated, moment, article_id = _age(article)
    return not is_agency(article), not credits_agency(article), undated, moment, -length, article_id


def clusters(read: Tokens, repeated: Flags) -> tuple[tuple[int, ...], ...]:
    """Rows of articles that are one text, directly or through others, two rows or more each."""
    left, right = _matches(read, repeated)
    count = len(read.spellings.starts) - 1
    graph = sparse.coo_matrix((np.ones(len(left), dtype=np.int8), (left, right)), shape=(count, count))
    _, labels = connected_components(graph, directed=False)
    order = np.argsort(labels, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(labels[order])) + 1) if count else []
    return tuple(sorted(tuple(part.tolist()) for part in parts if len(part) > 1))


def _matches(read: Tokens, repeated: Flags) -> tuple[Integers, Integers]:
    """Pairs of rows that are one text."""
    shingles = _shingles(read, repeated)
    own = _incidence(shingles)
    sizes = np.diff(own.indptr)
    shared = _shared(own)
    small, large = np.minimum(sizes[shared.row], sizes[shared.col]), np.maximum(sizes[shared.row], sizes[shared.col])
    near = (shared.data >= LEAST_EDITED * small) & (shared.data >= LEAST_OF_LONGER * large) & (small >= LEAST_SHINGLES)
    alike = near & (shared.data >= LEAST_CONTAINMENT * small)
    for pair in np.flatnonzero(near & ~alike):
        elsewhere = shared.data[pair] - _longest_passage(shingles, shared.row[pair], shared.col[pair])
        alike[pair] = elsewhere >= LEAST_ELSEWHERE * small[pair]
    same = np.array(_identical(read.spellings), dtype=np.int64).reshape(-1, 2)
    return np.concatenate((shared.row[alike], same[:, 0])), np.concatenate((shared.col[alike], same[:, 1]))


def _longest_passage(shingles: Runs, left: int, right: int) -> int:
    """How many shingles the longest run of the left row's has that are in the right row too."""
    ours, theirs = shingles.of(left), shingles.of(right)
    places = np.flatnonzero(np.concatenate(([True], ~np.isin(ours, theirs), [True])))
    return int(np.diff(places).max()) - 1


def _identical(spellings: Runs) -> list[tuple[int, int]]:
    """Pairs of rows with the same words, each row paired with the first such."""
    first: dict[bytes, int] = {}
    pairs = []
    for row in range(len(spellings.starts) - 1):
        words = spellings.of(row).tobytes()
        if words and first.setdefault(words, row) != row:
            pairs.append((first[words], row))
    return pairs


def _shingles(read: Tokens, repeated: Flags) -> Runs:
    """The shingles of the texts, but those that stand wholly in a quotation or in boilerplate."""
    hashes = hashed(read.spellings)
    first = np.repeat(read.spellings.starts[:-1], hashes.lengths()) + hashes.within()
    quoted, common = np.ones(len(first), dtype=bool), np.ones(len(first), dtype=bool)
    for offset in range(SHINGLE):
        quoted &= read.quoted[first + offset]
        common &= repeated[first + offset]
    return hashes.where(~(quoted | common))


def _incidence(shingles: Runs) -> Any:
    """Which article (row) has which shingle (column), 0 or 1."""
    _, columns = np.unique(shingles.flat, return_inverse=True)
    width = int(columns.max()) + 1 if len(columns) else 1
    ones = np.ones(len(columns), dtype=np.int32)
    rows = sparse.csr_matrix((ones, columns, shingles.starts), shape=(len(shingles.starts) - 1, width))
    rows.sum_duplicates()
    rows.data[:] = 1
    return rows


def _shared(own: Any) -> Any:
    """How many shingles each two articles share; each pair once."""
    used = np.bincount(own.indices, minlength=own.shape[1])
    wanted = np.flatnonzero((used > SEEN_ONCE) & (used <= WIDELY_SHARED))
    some = own[:, wanted]
    return sparse.triu(some @ some.T, k=1).tocoo()
