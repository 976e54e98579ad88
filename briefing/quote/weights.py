"""Weights: the linear models' learnt numbers, shipped as text.

One feature a line, a tab, its weight; a feature that is a pattern of letters stands after an equals sign.
benchmarks/quote_train.py writes them.
"""

from functools import cache
from importlib.resources import files


class Weights(dict[int | str, float]):
    """Feature → weight; 0 for a feature that was not learnt."""

    def __missing__(self, feature: int | str) -> float:
        """No weight; nothing is kept, so reading never makes it grow."""
        return 0.0


@cache
def weights(model: str) -> Weights:
    """Feature → weight of one shipped model: "speakers" or "statements"."""
    found = Weights()
    for line in files("briefing.quote").joinpath(f"{model}.tsv").read_text("utf-8").splitlines():
        feature, tab, weight = line.rpartition("\t")
        if tab:
            found[int(feature) if feature.isdigit() else feature.removeprefix("=")] = float(weight)
    return found
