"""Articles as vectors of weighted terms over three fields: the title, that with the lead, that with the body.

A title names the event, a lead tells it, a body gives its people and places. A term weighs (1 + ln tf) times how
telling it is (Salton and Buckley 1988, and `rarity`); each row has unit length.
"""

from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

from briefing.group.background import Background
from briefing.group.rarity import Groups, blocks, telling
from briefing.group.stack import Stack
from briefing.group.tokens import Flags, Runs, Tokens

LEAD_WORDS = 150  # a news lead with its follow-up paragraphs; 120 to 180 read alike, 250 half a point less
BODY_WORDS = 1200  # beyond it, long reads drift into history that many events share

TOGETHER = 100  # articles counted at once: what is worked on stays near the processor
NUMBER_BITS = 32  # of a number of a stem
MOST_STEMS = (1 << NUMBER_BITS) - 1


class Vectors(NamedTuple):
    """Sparse rows, one an article, of unit length or empty; columns are stems. float32."""

    titles: Any  # scipy.sparse.csr_matrix, empty rows where an article has no title
    leads: Any
    bodies: Any
    stems: tuple[str, ...]  # the columns


class Counts(NamedTuple):
    """How often each stem occurs in each field: sparse rows, one an article; columns are stems."""

    titles: Any  # scipy.sparse.csr_matrix
    leads: Any
    bodies: Any
    stems: tuple[str, ...]


def counted(tokens: Tokens, repeated: Flags) -> Counts:
    """The articles' terms; rows in the order of `tokens`. Words of the texts that are `repeated` are left out."""
    columns = len(tokens.stems)
    titles = _counts(tokens.titles, columns)
    lengths, most = tokens.words.lengths(), titles.nnz
    leads = Stack(titles.shape, most + int(np.minimum(lengths, LEAD_WORDS).sum()))
    bodies = Stack(titles.shape, most + int(np.minimum(lengths, BODY_WORDS).sum()))
    for some in tokens.words.blocks(TOGETHER):
        runs = tokens.stems_of(some).where(~repeated[some.places]).first(BODY_WORDS)
        leads.add(titles[some.rows] + _counts(runs.first(LEAD_WORDS), columns))
        bodies.add(titles[some.rows] + _counts(runs, columns))
    return Counts(titles, leads.whole, bodies.whole, tokens.stems)


def vectors(counts: Counts, background: Background, groups: Groups = ()) -> Vectors:
    """The articles' vectors, rows in the order of `counts`; `groups` are the rows known to tell one event."""
    judged = telling(counts.stems, counts.bodies, background, groups)
    titles, leads, bodies = (Stack(field.shape, field.nnz) for field in (counts.titles, counts.leads, counts.bodies))
    for some in blocks(counts.bodies):
        own = counts.bodies[some]
        weights = sparse.csr_matrix((judged.of(own, some), own.indices, own.indptr), shape=own.shape)
        for field, rows in ((titles, counts.titles[some]), (leads, counts.leads[some]), (bodies, own)):
            field.add(_weighted(rows, weights))
    return Vectors(titles.whole, leads.whole, bodies.whole, counts.stems)


def _counts(runs: Runs, columns: int) -> Any:
    """How often each stem occurs in each run: a run and a stem are sorted as one number."""
    count = len(runs.starts) - 1
    keys = runs.owners() << NUMBER_BITS | runs.flat
    keys.sort()
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))[: len(keys)])
    times = np.diff(first, append=len(keys)).astype(np.float32)
    keys = keys[first]
    starts = np.searchsorted(keys, np.arange(count + 1) << NUMBER_BITS)
    return sparse.csr_matrix((times, (keys & MOST_STEMS).astype(np.int32), starts), shape=(count, columns))


def _weighted(counts: Any, telling: Any) -> Any:
    """Rows of (1 + ln tf) times how telling the term is, scaled to unit length."""
    rows = counts.copy()
    rows.data = 1 + np.log(rows.data)
    rows = rows.multiply(telling).tocsr()
    rows.eliminate_zeros()
    squares = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    length = np.sqrt(squares, where=squares > 0, out=np.ones_like(squares))
    rows.data /= np.repeat(length, np.diff(rows.indptr))
    return rows
