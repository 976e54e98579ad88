"""Grouping in two passes: the first finds roughly which articles tell one event, the second counts each event once.

How telling a word is depends on how many *events* use it (see `rarity`), which is known only when articles have been
grouped. So they are grouped with the background's frequencies alone, and what that shows serves the final pass.
"""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.group.background import Background
from briefing.group.boilerplate import boilerplate
from briefing.group.duplicates import adopt_dates, versions_of
from briefing.group.linkage import linkage
from briefing.group.neighbours import Neighbours, neighbours, parted
from briefing.group.over import Over
from briefing.group.rubrics import rubrics
from briefing.group.shingles import recurring
from briefing.group.tokens import Reading, read_now, tokens
from briefing.group.vectors import Vectors, counted, vectors
from briefing.model import Article, Copy

FIRST_LEVEL = 0.135  # at which groups of the first pass join: 0.125 to 0.145 read alike, as in `crowding`


class Passes(NamedTuple):
    """What the second pass goes by. Rows are in the order of the articles."""

    copies: tuple[Copy, ...]
    together: tuple[tuple[int, int], ...]  # rows of an origin and its copy: in one event whatever their similarity
    vectors: Vectors
    near: Neighbours


def passes(
    articles: Sequence[Article], background: Background, over: Over = map, reading: Reading = read_now
) -> Passes:
    """Compare articles, whose ids differ, twice; `linkage` over the result gives the events.

    `over` maps what is worth sending: reading words, looking for neighbours. Hashing shingles is not: eight thousand
    bytes an article would go there and back for a fourteenth of a millisecond. `reading` tells where words are had
    from.
    """
    read = tokens(articles, over, reading)
    again = recurring(read.words, read.spelling_of)
    repeated = boilerplate(articles, read, again)
    versions = versions_of(articles, read, repeated, again)
    del again  # as large as the texts, where many are copies
    copies = versions.copies
    row_of = {article.id: row for row, article in enumerate(articles)}
    together = tuple((row_of[copy.origin_id], row_of[copy.article_id]) for copy in copies)
    dated = adopt_dates(articles, copies)
    counts = counted(read.without_titles(rubrics(articles, copies)), repeated)
    del read, repeated
    first = parted(neighbours(dated, copies, vectors(counts, background), over), versions.apart)
    weighed = vectors(counts, background, linkage(first, FIRST_LEVEL, together))
    near = parted(neighbours(dated, copies, weighed, over, first.found), versions.apart)
    return Passes(copies, together, weighed, near)
