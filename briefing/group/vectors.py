"""Articles as vectors of weighted terms over three fields: the title, that with the lead, that with the body.

A title names the event, a lead tells it, a body gives its people and places. A term weighs (1 + ln tf) times how
telling it is (Salton and Buckley 1988, and `rarity`); each row has unit length.
"""

from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

from briefing.group.background import Background
from briefing.group.rarity import Groups, rarity
from briefing.group.tokens import Flags, Runs, Tokens

LEAD_WORDS = 150  # a news lead with its follow-up paragraphs; 120 to 180 read alike, 250 half a point less
BODY_WORDS = 1200  # beyond it, long reads drift into history that many events share


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
    texts = tokens.texts
    leads, bodies = [], []
    for some in texts.blocks():
        runs = some.runs.where(~repeated[some.places])
        leads.append(_counts(runs.first(LEAD_WORDS), columns))
        bodies.append(_counts(runs.first(BODY_WORDS), columns))
    none = sparse.csr_matrix((0, columns), dtype=np.float32)
    return Counts(titles, titles + sparse.vstack([none, *leads]), titles + sparse.vstack([none, *bodies]), tokens.stems)


def vectors(counts: Counts, background: Background, groups: Groups = ()) -> Vectors:
    """The articles' vectors, rows in the order of `counts`; `groups` are the rows known to tell one event."""
    telling = rarity(counts.stems, counts.bodies, background, groups)
    titles, leads, bodies = (_weighted(field, telling) for field in (counts.titles, counts.leads, counts.bodies))
    return Vectors(titles, leads, bodies, counts.stems)


def _counts(runs: Runs, columns: int) -> Any:
    """How often each stem occurs in each run."""
    ones = np.ones(len(runs.flat), dtype=np.float32)
    counts = sparse.csr_matrix((ones, runs.flat, runs.starts), shape=(len(runs.starts) - 1, columns))
    counts.sum_duplicates()
    return counts


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
