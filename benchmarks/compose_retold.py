"""The weights of `briefing/compose/retold.py`, learnt from pairs of sentences that were read beside one another.

usage: compose_retold.py NEWS.jsonl.gz

NEWS: the articles that `compose_retold.tsv` names by the first digits of their ids. A logistic model, a small ridge;
an arguable pair counts for half. Prints the weights; and in weeks that were not learnt from, with all marks and without
each of them: the area under the curve (how often a pair that tells one fact is above one that tells two), and of those
above the bound how many tell one fact, how many are arguable, and how many tell two.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from briefing.clean import clean
from briefing.compose.leading import Leads
from briefing.compose.retold import CONSTANT, WEIGHTS, Tellings
from briefing.model import Article, Extract, RawDocument, Span
from briefing.read import read
from briefing.text.sentences import sentences

READING = Path(__file__).with_name("compose_retold.tsv")
NOW = datetime(2030, 1, 1, tzinfo=UTC)
ID = 6  # characters of an article's id in the table
TARGETS = (0.0, 0.5, 1.0)  # of the grades
RIDGE = 0.1
FOLDS = 12

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that were read."""

    week: str
    grade: int
    marks: dict[str, float]


def pairs(news: Path) -> Iterator[Pair]:
    """The pairs read, with their marks."""
    found = (clean(each)[0] for each in read([news], fetched_at=NOW) if isinstance(each, RawDocument))
    articles = {each.id[:ID]: each for each in found if each}
    week, headline = "", frozenset[str]()
    for line in READING.read_text("utf-8").splitlines()[1:]:
        first, *rest = line.split("\t")
        if first:
            week, head = first, articles[rest[0]]
            headline = Leads(head.title, [head]).headline
            continue
        one, other = (whole(articles[rest[at]], int(rest[at + 1])) for at in (0, 2))
        held = {each.article_id: articles[each.article_id[:ID]] for each in (one, other)}
        yield Pair(week, int(rest[4]), Tellings((one, other), held, headline).marks(one, other))


def whole(article: Article, start: int) -> Extract:
    """The sentence of an article that stands there; a dateline before it is none of it."""
    there = (each.end for each in sentences(article.text, article.language) if each.start <= start < each.end)
    return Extract(article.id, Span(start, next(there, start)), 0.0, 0)


def fit(table: Vector, targets: Vector) -> Vector:
    """The weights and the constant, by logistic regression with a ridge."""
    wide = np.c_[table, np.ones(len(table))]

    def loss(weights: Vector) -> tuple[float, Vector]:
        found, kept = wide @ weights, np.append(weights[:-1], 0.0)
        slope = wide.T @ (1 / (1 + np.exp(-found)) - targets) + 2 * RIDGE * kept
        return float((np.logaddexp(0, found) - targets * found).sum() + RIDGE * kept @ kept), slope

    return np.asarray(minimize(loss, np.zeros(wide.shape[1]), jac=True).x)


def table_of(read_ones: Sequence[Pair], names: Sequence[str]) -> Vector:
    """The marks of pairs, a row each."""
    return np.array([[each.marks[name] for name in names] for each in read_ones])


def held_out(read_ones: Sequence[Pair], names: Sequence[str]) -> Vector:
    """How surely each pair tells one fact, by weights of other weeks."""
    weeks = sorted({each.week for each in read_ones})
    table, targets = table_of(read_ones, names), np.array([TARGETS[each.grade] for each in read_ones])
    found = np.zeros(len(read_ones))
    for fold in range(FOLDS):
        held = np.array([each.week in weeks[fold::FOLDS] for each in read_ones])
        weights = fit(table[~held], targets[~held])
        found[held] = table[held] @ weights[:-1] + weights[-1]
    return found


def area(found: Vector, grades: Vector) -> float:
    """How often a pair that tells one fact is found surer than one that tells two."""
    one, two = found[grades == len(TARGETS) - 1], found[grades == 0]
    return float(np.mean(one[:, None] > two[None]))


if __name__ == "__main__":
    every = list(pairs(Path(sys.argv[1])))
    listed, grades = list(WEIGHTS), np.array([each.grade for each in every])
    learnt = fit(table_of(every, listed), np.array([TARGETS[each] for each in grades]))
    for name, weight in zip((*listed, "constant"), learnt, strict=True):
        print(f"{name:12} {weight:+.2f}   shipped {(WEIGHTS | {'constant': CONSTANT})[name]:+.2f}")
    print(f"{len(every)} pairs {dict(Counter(grades.tolist()))}; above the bound by grade 2, 1, 0:")
    for left_out in ("nothing", *listed):
        sure = held_out(every, [name for name in listed if name != left_out])
        above = Counter(grades[sure > 0].tolist())
        print(f"without {left_out:12} area {area(sure, grades):.3f}   {above[2]:3} {above[1]:3} {above[0]:3}")
