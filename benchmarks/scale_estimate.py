"""What so many articles would need, worked out from what was measured of fewer.

    python benchmarks/scale_estimate.py ARTICLES SCALE.json NETWORK.json ROWS.json NEIGHBOURS.json

The files are what `scale.py`, `scale_network.py`, `scale_rows.py` and `scale_neighbours.py` wrote with --json. Of each
the largest size counts. What is done article by article grows with the articles; finding events and the search for
neighbours grow as they did between the two largest sizes that were measured, by the power that shows.
"""

import argparse
import json
import math
from pathlib import Path
from typing import Any

LINEAR = ("read", "clean", "store", "quote")
MAPPED = {"clean": "clean", "group": "read_some nearest_of products_of", "quote": "quote"}  # stage → its functions
HOUR, GIGABYTE = 3600, 1e9


def power(costs: dict[int, float]) -> float:
    """By which power of the size a cost grows; 1 where only one size was measured."""
    if len(costs) < 2:
        return 1.0
    small, large = sorted(costs)[-2:]
    return math.log(costs[large] / costs[small]) / math.log(large / small)


def at(articles: int, costs: dict[int, float]) -> tuple[float, float]:
    """The cost of so many articles, and the power it was worked out by."""
    largest = max(costs)
    by = power(costs)
    return costs[largest] * (articles / largest) ** by, by


def main() -> None:
    """Work out and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int)
    parser.add_argument("files", type=Path, nargs=4)
    arguments = parser.parse_args()
    count: int = arguments.articles
    scale, network, rows, neighbours = (json.loads(file.read_text()) for file in arguments.files)
    by_stage: dict[str, dict[int, float]] = {}
    for cost in scale:
        by_stage.setdefault(cost["what"], {})[cost["size"]] = cost["cpu"]
    print(f"{count:,} articles")
    for stage in (*LINEAR, "group"):
        costs = by_stage[stage]
        seconds, by = (costs[max(costs)] / max(costs) * count, 1.0) if stage in LINEAR else at(count, costs)
        print(f"{stage:12} {seconds / HOUR:8.2f} hours of processor, by the power {by:.2f}")
    searched = {each["articles"]: each["whole_cpu"] for each in neighbours}
    seconds, by = at(count, searched)
    print(f"{'neighbours':12} {seconds / HOUR:8.2f} hours of processor, by the power {by:.2f}")
    told: dict[str, dict[str, Any]] = network[max(network, key=int)]
    size = int(max(network, key=int))
    for stage, functions in MAPPED.items():
        some = [told[name] for name in functions.split() if name in told]
        there, back = (sum(each[way] for each in some) / size * count / GIGABYTE for way in ("there", "back"))
        once = sum(each["once"] for each in some) / size * count / GIGABYTE
        print(f"{stage:12} {there:8.1f} GB to workers, {back:.1f} GB back, {once:.1f} GB to each worker once")
    stored = next(each["rows"] for each in rows if each["name"] == "article")
    whole = next(each for each in rows if each["name"] == "in all")
    bytes_, indexes = (whole[name] / stored * count / GIGABYTE for name in ("bytes", "indexes"))
    print(f"{'library':12} {bytes_:8.1f} GB, {indexes:.1f} GB of indexes, {whole['rows'] / stored * count:,.0f} rows")


if __name__ == "__main__":
    main()
