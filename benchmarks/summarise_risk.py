"""The weights of `briefing/summarise/risk.py`, learnt from sentences that were read.

usage: summarise_risk.py NEWS.jsonl.gz [ROUND...]

NEWS: the articles that `summarise_reading.tsv` names by the first digits of their ids. ROUND: rounds of it to learn
from; if none is named those drawn before there was a risk, as later ones lack what it had kept out already. Prints how
well sentences are told apart in weeks that were not learnt from (area under the curve, and the share struck out among
the safest), then the weights.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.clean import clean
from briefing.model import Article, RawDocument, Span
from briefing.read import read
from briefing.summarise.candidates import candidates
from briefing.summarise.risk import WEIGHTS, content, marks, slant
from briefing.summarise.voice import outside_quotations
from briefing.text.heads import opens

READING = Path(__file__).with_name("summarise_reading.tsv")
NOW = datetime(2030, 1, 1, tzinfo=UTC)
ID = 6  # characters of an article's id in the table
RIDGE = 5.0  # from 2 to 20 nothing changes in the third decimal
STEPS = 30  # of Newton's method, which needs eight
FOLDS = 9
BEFORE = ("first", "second", "third", "fourth", "fifth")  # rounds whose sentences no risk had been asked of
SHARES = (0.2, 0.4, 0.6, 0.8)

Vector = NDArray[np.float64]


def rows(news: Path, rounds: list[str]) -> tuple[Vector, Vector, list[str]]:
    """Marks, verdicts (1: struck out) and weeks of the sentences read."""
    found = (clean(each)[0] for each in read([news], fetched_at=NOW) if isinstance(each, RawDocument))
    articles = {each.id[:ID]: each for each in found if each}
    table, verdicts, weeks = [], [], []
    for line in READING.read_text("utf-8").splitlines()[1:]:
        name, week, article_id, start, verdict, _, *headline = line.split("\t")
        article = articles.get(article_id)
        if article is None or name not in rounds:
            continue
        above = articles.get(headline[0]) if headline else None
        text = sentence(article, int(start))
        if text:
            title = (above or article).title
            values = marks(
                text,
                outside_quotations(text),
                slant(article),
                content(title),
                leads=opens(article.text, Span(int(start), len(article.text))),
            )
            table.append([values[mark] for mark in WEIGHTS])
            verdicts.append(float(verdict == "no"))
            weeks.append(week)
    return np.array(table), np.array(verdicts), weeks


def sentence(article: Article, start: int) -> str:
    """The article's sentence that starts there; "" where none does any more."""
    return next((each.text for each in candidates([article]) if each.span.start == start), "")


def fit(table: Vector, verdicts: Vector) -> Vector:
    """The constant and the weights, by logistic regression with a ridge on marks of unit spread."""
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    known = np.c_[np.ones(len(table)), (table - middle) / spread]
    ridge = np.diag([0.0, *[RIDGE] * table.shape[1]])
    found = np.zeros(known.shape[1])
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-known @ found))
        slope = known.T @ (verdicts - odds) - ridge @ found
        found += np.linalg.solve((known.T * (odds * (1 - odds))) @ known + ridge, slope)
    weights = found[1:] / spread
    return np.asarray(np.r_[found[0] - weights @ middle, weights], dtype=np.float64)


table, verdicts, weeks = rows(Path(sys.argv[1]), sys.argv[2:] or list(BEFORE))
order = {week: place for place, week in enumerate(sorted(set(weeks)))}
fold = np.array([order[week] % FOLDS for week in weeks])
scores = np.zeros(len(verdicts))
for number in range(FOLDS):
    learnt = fit(table[fold != number], verdicts[fold != number])
    scores[fold == number] = learnt[0] + table[fold == number] @ learnt[1:]
safest = np.argsort(scores, kind="stable")
ranks = np.empty(len(scores))
ranks[safest] = np.arange(len(scores))
struck = verdicts == 1
area = (ranks[struck].mean() - (struck.sum() - 1) / 2) / (~struck).sum()
print(f"{len(verdicts)} sentences, {int(struck.sum())} struck out; area under the curve {area:.3f}")
for share in SHARES:
    part = verdicts[safest[: int(share * len(safest))]]
    print(f"of the safest {share:.0%} {part.mean():.1%} were struck out")
constant, *weights = fit(table, verdicts)
print(f"constant {constant:.2f}")
for mark, weight in zip(WEIGHTS, weights, strict=True):
    print(f"{mark} {weight:.3f}")
