"""The weights of `briefing/compose/leading.py`, learnt from sentences that were read as first lines of their sections.

usage: compose_leading.py NEWS.jsonl.gz

NEWS: the articles that `compose_leading.tsv` names by the first digits of their ids. Of two sentences of one section
the better one is to be fitter (a logistic model of the differences of their marks, weighed by how much better it is);
of two that may both stand first the newer one. Prints the weights; and of the sentences that were shown, how often the
fittest is one that says what happened, in weeks that were not learnt from, with all marks and without each of them.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from briefing.clean import clean
from briefing.compose.leading import WEIGHTS, Leads
from briefing.model import Article, Place, RawDocument, Span
from briefing.read import read
from briefing.text.sentences import sentences

READING = Path(__file__).with_name("compose_leading.tsv")
NOW = datetime(2030, 1, 1, tzinfo=UTC)
ID = 6  # characters of an article's id in the table
FIRST = 2  # the grade of what may stand first
NEWER = 0.2  # of the event's course: so much later is newer
RIDGE = 1.0
FOLDS = 6

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence that was read."""

    week: str
    section: int
    grade: int
    shown: bool
    marks: dict[str, float]


def rows(news: Path) -> Iterator[Read]:
    """The sentences read, with their marks."""
    found = (clean(each)[0] for each in read([news], fetched_at=NOW) if isinstance(each, RawDocument))
    articles = {each.id[:ID]: each for each in found if each}
    week, leads = "", None
    for number, line in enumerate(READING.read_text("utf-8").splitlines()[1:]):
        first, article_id, *rest = line.split("\t")
        if first:
            week, section = first, number
            members = [articles[each] for each in rest[0].split() if each in articles]
            leads = Leads(articles[article_id].title, members) if article_id in articles else None
        elif leads and article_id in articles:
            place = whole(articles[article_id], int(rest[0]))
            yield Read(week, section, int(rest[1]), rest[2] == "shown", leads.marks(place))


def whole(article: Article, start: int) -> Place:
    """The sentence of an article that stands there; a dateline before it is none of it."""
    end = next(
        (each.end for each in sentences(article.text, article.language) if each.start <= start < each.end), start
    )
    return Place(article.id, Span(start, end))


def pairs(read_ones: Sequence[Read], names: Sequence[str]) -> tuple[Vector, Vector]:
    """Differences of marks of better and worse sentences of one section, and how much each counts."""
    table, counts = [], []
    for one, other in permutations(read_ones, 2):
        newer = one.marks["is new"] > other.marks["is new"] + NEWER
        better = one.grade - other.grade or int(one.grade == FIRST and newer)
        if one.section == other.section and better > 0:
            table.append([one.marks[name] - other.marks[name] for name in names])
            counts.append(float(better))
    return np.array(table), np.array(counts)


def fit(table: Vector, counts: Vector) -> Vector:
    """The weights, by logistic regression with a ridge."""

    def loss(weights: Vector) -> tuple[float, Vector]:
        found = table @ weights
        slope = -(table * (counts / (1 + np.exp(found)))[:, None]).sum(axis=0) + 2 * RIDGE * weights
        return float((counts * np.logaddexp(0, -found)).sum() + RIDGE * weights @ weights), slope

    return np.asarray(minimize(loss, np.zeros(table.shape[1]), jac=True).x)


def first_lines(read_ones: Sequence[Read], names: Sequence[str]) -> Counter[int]:
    """Grades of the fittest of the sentences shown, each section judged by weights of other weeks."""
    weeks = sorted({each.week for each in read_ones})
    grades: Counter[int] = Counter()
    for fold in range(FOLDS):
        held = set(weeks[fold::FOLDS])
        weights = fit(*pairs([each for each in read_ones if each.week not in held], names))
        best: dict[int, tuple[float, int]] = {}
        for each in read_ones:
            if each.week in held and each.shown:
                fitness = float(sum(w * each.marks[name] for w, name in zip(weights, names, strict=True)))
                best[each.section] = max(best.get(each.section, (-np.inf, 0)), (fitness, each.grade))
        grades.update(grade for _, grade in best.values())
    return grades


if __name__ == "__main__":
    every = list(rows(Path(sys.argv[1])))
    listed = list(WEIGHTS)
    for name, weight in zip(listed, fit(*pairs(every, listed)), strict=True):
        print(f"{name:20} {weight:+.2f}   shipped {WEIGHTS[name]:+.2f}")
    print(f"{len(every)} sentences; first lines by grade 2, 1, 0:")
    for left_out in ("nothing", *listed):
        found = first_lines(every, [name for name in listed if name != left_out])
        print(f"without {left_out:20} {found[2]:4} {found[1]:4} {found[0]:4}")
