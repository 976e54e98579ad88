"""Choose how much surroundings count and the level at which groups join, each labelled set left out in turn.

    python benchmarks/group_crowding.py --news NEWS.jsonl.gz EVENTS.jsonl EVENTS-2020.jsonl

The sets are those of `group_sets.py`, each as it is and without titles and dates. Printed is the mean of B-cubed and
pair F1, averaged over the level's two neighbours on either side: for all sets, and for each set by what is best on the
others.
"""

import argparse
from pathlib import Path
from unittest.mock import patch

import numpy as np

from benchmarks.group_levels import score
from benchmarks.group_sets import Labelled, labelled_sets
from briefing.group import crowding
from briefing.group.linkage import linkage
from briefing.group.ordering import in_content_order
from briefing.group.passes import passes

SHARES = (0.0, 0.3, 0.45, 0.6, 0.75, 0.9)
LEVELS = np.arange(0.085, 0.19, 0.01)


def table(of: Labelled) -> list[list[float]]:
    """For each share of the surroundings and each level, the mean of the two figures."""
    ordered = in_content_order(of.articles)
    gold = [of.events[article.id] for article in ordered]
    figures = []
    for share in SHARES:
        with patch.object(crowding, "SHARE", share):
            compared = passes(ordered, of.background)
        figures.append([sum(score(gold, linkage(compared.near, at, compared.together))) / 2 for at in LEVELS])
    return figures


def main() -> None:
    """Read, group, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--news", type=Path, required=True)
    arguments = parser.parse_args()
    smooth = np.array([0.25, 0.5, 0.25])
    figures: dict[str, list[np.ndarray[tuple[int, int], np.dtype[np.float64]]]] = {}
    for each in labelled_sets(arguments.news, arguments.files):
        for variant in each.variants():
            found = np.array(table(variant))
            figures.setdefault(each.name, []).append(np.apply_along_axis(np.convolve, 1, found, smooth, "valid"))
    means = {name: np.mean(parts, axis=0) for name, parts in figures.items()}
    levels = LEVELS[1:-1]
    print("share" + "".join(f"{at:8.3f}" for at in levels))
    for share, line in zip(SHARES, np.mean(list(means.values()), axis=0), strict=True):
        print(f"{share:5}" + "".join(f"{value:8.4f}" for value in line))
    for name, own in means.items():
        others = np.mean([value for other, value in means.items() if other != name], axis=0)
        at = np.unravel_index(others.argmax(), others.shape)
        chosen = f"share {SHARES[at[0]]} level {levels[at[1]]:.3f}"
        print(f"{name}: by the others {chosen} reads {own[at]:.4f}, its best {own.max():.4f}")


if __name__ == "__main__":
    main()
