"""Boilerplate: words an outlet prints in article after article, which say nothing of the event.

Cleaning takes out what it knows to be an appeal or a notice; what is left shows only across articles.
"""

from collections.abc import Sequence

import numpy as np

from briefing.group.shingles import SHINGLE, hashed
from briefing.group.tokens import Flags, Tokens
from briefing.model import Article

# A run of words in this many articles of one outlet is boilerplate …
REPEATED = 3
# … unless it would leave less than this of an article: then the outlet has printed one text again and again.
LEAST_OWN = 0.25


def boilerplate(articles: Sequence[Article], read: Tokens) -> Flags:
    """For each word of the texts, whether it stands in a run that its outlet repeats."""
    hashes = hashed(read.spellings)
    owners = hashes.owners()
    names = {name: number for number, name in enumerate(sorted({a.outlet or "" for a in articles}), 1)}
    # An article of no known outlet shares boilerplate with nobody: 0 is left out.
    outlets = np.array([names[a.outlet] if a.outlet else 0 for a in articles], dtype=np.int64)[owners]
    _, shingle, times = np.unique(hashes.flat, return_inverse=True, return_counts=True)
    suspect = np.flatnonzero((times[shingle] >= REPEATED) & (outlets > 0))
    # Of a shingle an article counts once, however often it repeats it.
    once, places = np.unique(np.stack((outlets, shingle, owners))[:, suspect], axis=1, return_inverse=True)
    _, kind, articles_with = np.unique(once[:2], axis=1, return_inverse=True, return_counts=True)
    repeated = np.zeros(len(owners), dtype=bool)
    repeated[suspect] = (articles_with[kind.ravel()] >= REPEATED)[places.ravel()]
    lengths = hashes.lengths()
    kept = lengths - np.bincount(owners, weights=repeated, minlength=len(lengths))
    repeated &= (kept >= LEAST_OWN * lengths)[owners]
    starts = np.flatnonzero(repeated)
    first = np.repeat(read.spellings.starts[:-1], lengths)[starts] + hashes.within()[starts]
    words = np.zeros(len(read.spellings.flat), dtype=bool)
    for offset in range(SHINGLE):
        words[first + offset] = True
    return words
