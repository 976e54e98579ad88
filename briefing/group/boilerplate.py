"""Boilerplate: words an outlet prints in article after article, which say nothing of the event.

Cleaning takes out what it knows to be an appeal or a notice; what is left shows only across articles.
"""

from collections.abc import Sequence

import numpy as np

from briefing.group.shingles import SHINGLE, Part, Recurring
from briefing.group.tokens import Flags, Integers, Tokens
from briefing.model import Article

# A run of words in this many articles of one outlet is boilerplate …
REPEATED = 3
# … unless it would leave less than this of an article: then the outlet has printed one text again and again.
LEAST_OWN = 0.25


def boilerplate(articles: Sequence[Article], read: Tokens, again: Recurring) -> Flags:
    """For each word of the texts, whether it stands in a run that its outlet repeats; `again`: the runs that recur."""
    names = {name: number for number, name in enumerate(sorted({a.outlet or "" for a in articles}), 1)}
    # An article of no known outlet shares boilerplate with nobody: 0 is left out.
    outlets = np.array([names[a.outlet] if a.outlet else 0 for a in articles], dtype=np.int64)
    enough = [_repeated(part, outlets) for part in again.parts]
    chosen = list(zip(again.parts, enough, strict=True))
    places = np.concatenate([part.places[own] for part, own in chosen])
    owners = np.concatenate([part.owners[own] for part, own in chosen])
    lengths = np.maximum(0, read.words.lengths() - SHINGLE + 1)
    kept = lengths - np.bincount(owners, minlength=len(lengths))
    places = places[(kept >= LEAST_OWN * lengths)[owners]]
    words = np.zeros(len(read.words.flat), dtype=bool)
    for offset in range(SHINGLE):
        words[places + offset] = True
    return words


def _repeated(part: Part, outlets: Integers) -> Integers:
    """Which entries of a part of what recurs are runs that their outlet repeats."""
    often = np.bincount(part.kinds) >= REPEATED
    suspect = np.flatnonzero(often[part.kinds])
    suspect = suspect[outlets[part.owners[suspect]] > 0]
    owners = part.owners[suspect]
    runs = part.kinds[suspect].astype(np.int64) * (int(outlets.max(initial=0)) + 1) + outlets[owners]
    return suspect[_in_enough(runs, owners)]


def _in_enough(runs: Integers, owners: Integers) -> Flags:
    """Which of these runs of an outlet are in `REPEATED` articles or more; of each the owners ascend."""
    if not len(runs):
        return np.zeros(0, dtype=bool)
    order = np.argsort(runs, kind="stable")
    ordered, of = runs[order], owners[order]
    first = np.concatenate(([True], ordered[1:] != ordered[:-1]))
    # Of a shingle an article counts once, however often it repeats it.
    once = first | np.concatenate(([True], of[1:] != of[:-1]))
    number = np.cumsum(first) - 1
    enough = np.zeros(len(runs), dtype=bool)
    enough[order] = (np.bincount(number, weights=once) >= REPEATED)[number]
    return enough
