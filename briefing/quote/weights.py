"""Weights: the linear models' learnt numbers, shipped as text.

One feature a line, a tab, its weight; a feature that is a pattern of letters stands after an equals sign.
benchmarks/quote_train.py writes them.
"""

from functools import cache
from importlib.resources import files
from itertools import repeat

Weights = dict[int | str, float]  # feature → weight
NOTHING = repeat(0.0)  # what each feature weighs that was not learnt


@cache
def weights(model: str) -> Weights:
    """Feature → weight of one shipped model: "speakers" or "statements"."""
    found: Weights = {}
    for line in files("briefing.quote").joinpath(f"{model}.tsv").read_text("utf-8").splitlines():
        feature, tab, weight = line.rpartition("\t")
        if tab:
            found[int(feature) if feature.isdigit() else feature.removeprefix("=")] = float(weight)
    return found
