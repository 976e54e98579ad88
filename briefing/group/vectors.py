"""Articles as vectors of weighted terms: TF-IDF over three fields, with frequencies from a background as well.

The fields are the title, the title with the lead, and the title with the body: a title names the event, a lead tells
it, a body gives its people and places. (1 + ln tf) · ln(N / df), Salton and Buckley 1988, each row of unit length.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from briefing.group.background import Background
from briefing.group.tokens import Runs, Tokens

LEAD_WORDS = 150  # a news lead with its follow-up paragraphs
BODY_WORDS = 1200  # beyond it, long reads drift into history that many events share
LEAST_STEM = 2  # characters; single letters and digits are initials and list marks

# A term may be in this many articles of the batch before the batch counts against it: else one big event would make its
# own words worthless. Of 5 to 40, on both event sets, any reads within half a point.
FREE_ARTICLES = 20
# How much an article of the background counts beside one of the batch; 0.25 to 1 read within half a point.
BACKGROUND_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sparse rows, one an article, of unit length or empty; columns are stems. float32."""

    titles: Any  # scipy.sparse.csr_matrix, empty rows where an article has no title
    leads: Any
    bodies: Any
    stems: tuple[str, ...]  # the columns


def vectors(tokens: Tokens, background: Background) -> Vectors:
    """The articles' vectors; rows in the order of `tokens`."""
    columns = len(tokens.stems)
    titles = _counts(tokens.titles, columns)
    bodies = titles + _counts(tokens.texts.first(BODY_WORDS), columns)
    weight = _rarity(tokens.stems, bodies, background)
    leads = titles + _counts(tokens.texts.first(LEAD_WORDS), columns)
    return Vectors(_weighted(titles, weight), _weighted(leads, weight), _weighted(bodies, weight), tokens.stems)


def _counts(runs: Runs, columns: int) -> Any:
    """How often each stem occurs in each run."""
    ones = np.ones(len(runs.flat), dtype=np.float32)
    counts = sparse.csr_matrix((ones, runs.flat, runs.starts), shape=(len(runs.starts) - 1, columns))
    counts.sum_duplicates()
    return counts


def _rarity(stems: tuple[str, ...], counts: Any, background: Background) -> npt.NDArray[np.float32]:
    """ln(N / df) of each stem, over the background and what is beyond `FREE_ARTICLES` in the batch."""
    in_batch = np.bincount(counts.indices, minlength=len(stems))
    in_background = np.fromiter((background.frequencies.get(stem, 0) for stem in stems), np.float64, len(stems))
    found = BACKGROUND_SHARE * in_background + np.maximum(0, in_batch - FREE_ARTICLES)
    articles = BACKGROUND_SHARE * background.articles + counts.shape[0]
    weight = np.log((articles + 1) / (found + 1))
    weight[np.fromiter((len(stem) < LEAST_STEM for stem in stems), bool, len(stems))] = 0
    rarity: npt.NDArray[np.float32] = np.maximum(0, weight).astype(np.float32)
    return rarity


def _weighted(counts: Any, weight: npt.NDArray[np.float32]) -> Any:
    """Rows of (1 + ln tf) · weight, scaled to unit length."""
    rows = counts.copy()
    rows.data = (1 + np.log(rows.data)) * weight[rows.indices]
    rows.eliminate_zeros()
    squares = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    length = np.sqrt(squares, where=squares > 0, out=np.ones_like(squares))
    rows.data /= np.repeat(length, np.diff(rows.indptr))
    return rows
