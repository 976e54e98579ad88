"""Copies: which articles are one text, and which of them is the origin.

Texts are compared by their shingles, runs of `SHINGLE` words (Broder 1997, "On the resemblance and containment of
documents"). The measure is containment, the share of the shorter text's shingles that the longer one has, so that cut
and lengthened versions are found. Nearly every shingle is in one article only, so counting the shared ones exactly, by
a sparse product over those in two or more, costs less than estimating them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from briefing.group.boilerplate import boilerplate
from briefing.group.credits import credits_agency, is_agency
from briefing.group.lookalikes import LEAST_SHARE, LookAlikes
from briefing.group.ordering import ContentKey, content_key
from briefing.group.over import Over
from briefing.group.overlap import different, overlaps, owned
from briefing.group.parts import parts_of
from briefing.group.shingles import SHINGLE, Recurring, hashed, recurring
from briefing.group.tokens import Flags, Integers, Reading, Runs, Tokens, read_now, tokens
from briefing.model import Article, Copy

Floats = npt.NDArray[np.float64]
Pairs = tuple[tuple[int, int], ...]  # of rows

# Two texts are one where the longer has this share of the shorter's shingles …
LEAST_CONTAINMENT = 0.5
# … or this one, and the second without the longest passage in common: a wire story edited line by line shares many
# passages, two reports of one statement share that.
LEAST_EDITED, LEAST_ELSEWHERE = 0.33, 0.15
LEAST_OF_LONGER = 0.2  # share of the longer text's: a brief quoted whole in a long round-up does not make it a copy
LEAST_SHINGLES = 26  # texts of fewer than 30 words are copies only where identical
WORDS_AT_ONCE = 1 << 16  # looked at: what is worked on stays near the processor
GLANCES = 4  # words of a text looked at before all of them are
DIGEST_BYTES = 16  # by which texts are told apart: two of a million have the same by a chance of 10^-27


class Versions(NamedTuple):
    """What texts that share much of their wording are to each other."""

    copies: tuple[Copy, ...]  # by article id
    apart: Pairs  # look-alikes: of one wording, on different things


def copies(articles: Sequence[Article], over: Over = map, reading: Reading = read_now) -> tuple[Copy, ...]:
    """The copies among articles, each with the one origin of its text; by article id.

    `over` maps the work on them, `reading` tells where their words are had from.
    """
    ordered = sorted(articles, key=content_key)
    read = tokens(ordered, over, reading)
    again = recurring(read.words, read.spelling_of)
    return versions_of(ordered, read, boilerplate(ordered, read, again), again).copies


def versions_of(articles: Sequence[Article], read: Tokens, repeated: Flags, again: Recurring) -> Versions:
    """The copies and look-alikes among articles whose words have been read.

    `repeated`: which of the words their outlets repeat, `again`: what recurs at all.
    """
    lengths = read.words.lengths()
    left, right, apart = _matches(articles, read, repeated, again)
    found = []
    for cluster in _clusters(len(articles), left, right, apart):
        origin = min(cluster, key=lambda row: origin_order(articles[row], int(lengths[row])))
        found += [Copy(articles[row].id, articles[origin].id) for row in cluster if row != origin]
    return Versions(tuple(sorted(found, key=lambda copy: copy.article_id)), apart)


def adopt_dates(articles: Sequence[Article], copies: Sequence[Copy]) -> tuple[Article, ...]:
    """The articles in their order, where one that nothing dates takes the earliest date among copies of its text."""
    origin_of = {copy.article_id: copy.origin_id for copy in copies}
    dated: dict[str, Article] = {}
    for article in sorted(articles, key=lambda article: (_age(article), content_key(article))):
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


def _age(article: Article) -> tuple[bool, float]:
    return article.published is None, article.published.timestamp() if article.published else 0.0


def origin_order(article: Article, length: int) -> tuple[bool, bool, bool, float, int, ContentKey]:
    """Sorts the likeliest origin first: the agency's own, credited to it, the earliest, the fullest."""
    undated, moment = _age(article)
    return not is_agency(article), not credits_agency(article), undated, moment, -length, content_key(article)


def _clusters(count: int, left: Integers, right: Integers, apart: Pairs) -> tuple[tuple[int, ...], ...]:
    """Rows of articles that are one text, directly or through others but never through a look-alike; two or more."""
    labels: Integers = parts_of(count, left, right)
    parted = np.unique(labels[np.array(apart, dtype=np.int64).reshape(-1, 2)[:, 0]])
    if len(parted):
        within = np.isin(labels[left], parted)
        labels = _one_by_one(labels, zip(left[within].tolist(), right[within].tolist(), strict=True), apart)
    order = np.argsort(labels, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(labels[order])) + 1) if count else []
    return tuple(sorted(tuple(part.tolist()) for part in parts if len(part) > 1))


def _one_by_one(labels: Integers, alike: Iterable[tuple[int, int]], apart: Pairs) -> Integers:
    """The rows that these pairs join, pair by pair, but where what would be joined has look-alikes."""
    foes: dict[int, set[int]] = {}
    for row, other in apart:
        foes.setdefault(row, set()).add(other)
        foes.setdefault(other, set()).add(row)
    pairs = sorted(alike)
    members = {row: [row] for pair in pairs for row in pair}
    home = {row: row for row in members}
    for row, other in pairs:
        one, two = members[home[row]], members[home[other]]
        if one is not two and not any(foes.get(each, set()).intersection(two) for each in one):
            one += two
            home.update(dict.fromkeys(two, one[0]))
    kept = labels.copy()
    kept[list(home)] = list(home.values())
    return kept


def _matches(
    articles: Sequence[Article], read: Tokens, repeated: Flags, again: Recurring
) -> tuple[Integers, Integers, Pairs]:
    """Pairs of rows that are one text, and pairs that only look so."""
    told_by_others = _told_by_others(read.quoted, repeated)
    own = owned(again, told_by_others)
    sizes = different(read.words, own, told_by_others)
    rows, others, shared = overlaps(own, np.maximum(LEAST_EDITED * LEAST_SHINGLES, LEAST_OF_LONGER * sizes))
    small, large = np.minimum(sizes[rows], sizes[others]), np.maximum(sizes[rows], sizes[others])
    likely = shared >= LEAST_OF_LONGER * large
    near = likely & (shared >= LEAST_EDITED * small) & (small >= LEAST_SHINGLES)
    alike = near & (shared >= LEAST_CONTAINMENT * small)
    for pair in np.flatnonzero(near & ~alike):
        ours, theirs = (_shingles(read, repeated, row) for row in (rows[pair], others[pair]))
        alike[pair] = shared[pair] - _longest_passage(ours, theirs) >= LEAST_ELSEWHERE * small[pair]
    looks = LookAlikes(articles, read)
    differ = likely & (small - shared >= np.maximum(SHINGLE, LEAST_SHARE * small))  # a swapped word is in five shingles
    pairs = [pair for pair in np.flatnonzero(differ) if looks.are(int(rows[pair]), int(others[pair]))]
    alike[pairs] = False
    same = np.array(_identical(read), dtype=np.int64).reshape(-1, 2)
    left, right = np.concatenate((rows[alike], same[:, 0])), np.concatenate((others[alike], same[:, 1]))
    return left, right, tuple((int(rows[pair]), int(others[pair])) for pair in pairs)


def _longest_passage(ours: Integers, theirs: Integers) -> int:
    """How many shingles the longest run of the first row's has that are in the other row too."""
    places = np.flatnonzero(np.concatenate(([True], ~np.isin(ours, theirs), [True])))
    return int(np.diff(places).max()) - 1


def _identical(read: Tokens) -> list[tuple[int, int]]:
    """Pairs of rows with the same words, each row paired with the first such."""
    first: dict[bytes, int] = {}
    pairs = []
    for row in _alike_at_a_glance(read):
        words = read.spelling_of[read.words.of(row)]
        digest = blake2b(words.tobytes(), digest_size=DIGEST_BYTES).digest()
        if first.setdefault(digest, row) != row:
            pairs.append((first[digest], row))
    return pairs


def _alike_at_a_glance(read: Tokens) -> list[int]:
    """The rows that have as many words as another, and the same ones in a few places."""
    lengths = read.words.lengths()
    rows = np.flatnonzero(lengths)
    starts, lengths = read.words.starts[rows], lengths[rows]
    looked = [read.words.flat[starts + lengths * place // GLANCES] for place in range(GLANCES)]
    seen = np.stack([lengths, *(read.spelling_of[words] for words in looked)])
    order = np.lexsort(seen)
    same = (seen[:, order[1:]] == seen[:, order[:-1]]).all(axis=0)
    alike = np.concatenate((same, [False]))[: len(rows)]
    alike[1:] |= same
    return sorted(rows[order[alike]].tolist())


def _told_by_others(quoted: Flags, repeated: Flags) -> Flags:
    """At which words a shingle begins that stands wholly in a quotation or in boilerplate."""
    wholly = np.zeros(len(quoted), dtype=bool)
    for start in range(0, len(quoted) - SHINGLE + 1, WORDS_AT_ONCE):
        end = min(start + WORDS_AT_ONCE, len(quoted) - SHINGLE + 1)
        for flags in (quoted, repeated):
            throughout = flags[start:end].copy()
            for offset in range(1, SHINGLE):
                throughout &= flags[start + offset : end + offset]
            wholly[start:end] |= throughout
    return wholly


def _shingles(read: Tokens, repeated: Flags, row: int) -> Integers:
    """The shingles of one row, but those that stand wholly in a quotation or in boilerplate."""
    places = slice(read.words.starts[row], read.words.starts[row + 1])
    alone = Runs(read.spelling_of[read.words.flat[places]], np.array([0, places.stop - places.start]))
    told = _told_by_others(read.quoted[places], repeated[places])
    hashes = hashed(alone).flat
    return hashes[~told[: len(hashes)]]
