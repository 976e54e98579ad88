"""The bounds of what may be printed by itself, with their neighbours, on sentences that were read.

usage: summarise_bounds.py ARTICLES.jsonl[.gz]...

ARTICLES: those that `summarise_reading.tsv` names by the first digits of their ids; rows of others are passed over. Of
each setting it prints how many of the labelled sentences may be printed, how many of these were not understood, cut off
or a page's own, and how many were opinion or over; the same of the rounds since the seventh, which were read in their
sections; and the shipped setting marked. A sentence that others of its section explain counts as printed. Then, for the
two weights that only selection knows, it makes the sections of three days out of twelve, and prints how many sentences
they have, how much of its headline the best of each has, how risky they are on the mean, and how many of those that
were read had been struck out.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from briefing.clean import clean
from briefing.compose import reports
from briefing.group import group
from briefing.model import Article, RawDocument
from briefing.read import read
from briefing.summarise import above, standing, summarise, tied
from briefing.summarise.above import Above, household
from briefing.summarise.candidates import Candidate, candidates
from briefing.summarise.risk import content, risk, slant
from briefing.summarise.standing import Judge, Standing
from briefing.summarise.voice import outside_quotations
from briefing.text.heads import opens

READING = Path(__file__).with_name("summarise_reading.tsv")
NOW = datetime(2030, 1, 1, tzinfo=UTC)
ID = 6  # characters of an article's id in the table
IN_SECTIONS = (  # rounds read so
    "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
)  # fmt: skip
OPINION = ("opinion", "superseded", "own voice")
BOUNDS: tuple[tuple[Any, str, tuple[float, ...]], ...] = (
    (tied, "BEHIND", (0, 150, 200, 250, 300, 400, 500)),
    (tied, "TIED", (0, 2, 3, 4, 5, 6)),
    (tied, "MUCH_SHARED", (4, 5, 6, 7, 99)),
    (standing, "MOST_RISK", (0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 1.0)),
    (above, "OUTLETS_ENOUGH", (1, 2, 3, 4, 6, 99)),
)
WEIGHTS: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("DOUBTS_OF_RISK", (0, 10, 20, 40)),
    ("BORNE_OUT", (0, 6, 12, 24)),
)
EVERY_DAYS, WINDOW = 12, timedelta(days=3)
WORDS = 100  # of a section
FEWEST_ARTICLES = 2


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence that was read."""

    name: str  # of the round
    kind: str  # "fine", "bad", "opinion"
    article: Article
    sentences: tuple[Candidate, ...]
    number: int
    headline: str


def labelled(articles: dict[str, Article]) -> Iterator[Read]:
    """The sentences of the table whose articles there are."""
    for line in READING.read_text("utf-8").splitlines()[1:]:
        name, _, article_id, start, verdict, what, *headline = line.split("\t")
        article = articles.get(article_id)
        if article is None:
            continue
        sentences = candidates([article])
        number = next((at for at, each in enumerate(sentences) if each.span.start == int(start)), None)
        title = articles.get(headline[0], article).title if headline else article.title
        kind = "fine" if verdict == "yes" else "opinion" if what in OPINION else "bad"
        if number is not None:
            yield Read(name, kind, article, sentences, number, title)


def week_of(article: Article) -> tuple[int, int]:
    """The year and the week of an article."""
    return (article.published or NOW).isocalendar()[:2]


def judges(read_: list[Read], weeks: dict[tuple[int, int], list[Article]]) -> list[Judge]:
    """One for each sentence, under its headline."""
    known = {week: household(told) for week, told in weeks.items()}
    return [Judge([one.article], one.sentences, Above(one.headline, known[week_of(one.article)])) for one in read_]


def printed(read_: list[Read], asked: list[Judge]) -> list[Read]:
    """Those that may be printed, as the bounds are now."""
    kept = []
    for one, judge in zip(read_, asked, strict=True):
        judge._judged.clear()
        found = judge.of(one.number)
        if found.standing is Standing.GOOD and not any(need.startswith("@") for need in found.needs):
            kept.append(one)
    return kept


def line(label: str, kept: list[Read]) -> str:
    """How many of them were fine, in all rounds and in those read in their sections."""
    shown = [label.ljust(24)]
    for some in (kept, [each for each in kept if each.name in IN_SECTIONS]):
        kinds = Counter(each.kind for each in some)
        total = max(1, len(some))
        shown.append(f"{len(some):5} {kinds['bad']:3} ({kinds['bad'] / total:5.1%}) {kinds['opinion']:3}")
    return "  ".join(shown)


def windows(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles of some days, again and again."""
    dated = sorted((each for each in articles if each.published), key=lambda each: (each.published, each.id))
    start = dated[0].published
    while start and start < (dated[-1].published or NOW):
        some = [each for each in dated if each.published and start <= each.published < start + WINDOW]
        if some:
            yield some
        start += timedelta(days=EVERY_DAYS)


def chosen(told: list[tuple[tuple[Article, ...], Above]], struck: dict[tuple[str, int], bool]) -> str:
    """What is chosen for the sections, in figures."""
    count, shares, risks, known = 0, [], [], []
    for members, over in told:
        by_id = {each.id: each for each in members}
        found = [(by_id[each.article_id], each.span) for each in summarise(members, words=WORDS, above=over)]
        title = content(over.headline)
        count += len(found)
        if found:
            shares.append(max(len(content(span.of(one.text)) & title) for one, span in found) / max(1, len(title)))
        for one, span in found:
            text = span.of(one.text)
            risks.append(risk(text, outside_quotations(text), slant(one), title, leads=opens(one.text, span)))
            known += [struck[one.id, span.start]] if (one.id, span.start) in struck else []
    return (
        f"{count:5} sentences in {len(shares)} sections, headline {sum(shares) / len(shares):.3f}, "
        f"risk {sum(risks) / len(risks):.4f}, struck out {sum(known)} of {len(known)} read"
    )


def main() -> None:
    """Print the tables."""
    raw = [
        each for each in read([Path(name) for name in sys.argv[1:]], fetched_at=NOW) if isinstance(each, RawDocument)
    ]
    whole = {each.id: each for each in (clean(one)[0] for one in raw) if each}
    weeks: dict[tuple[int, int], list[Article]] = defaultdict(list)
    for each in whole.values():
        weeks[week_of(each)].append(each)
    sentences = list(labelled({article_id[:ID]: each for article_id, each in whole.items()}))
    sentences.sort(key=lambda one: one.article.id)  # what is remembered of an article serves all of its sentences
    print(line("all that was read", sentences))
    asked = judges(sentences, weeks)
    for module, name, values in BOUNDS:
        shipped = getattr(module, name)
        for value in values:
            setattr(module, name, value)
            if module is above:
                asked = judges(sentences, weeks)
            print(line(f"{name} {value}{' *' if value == shipped else ''}", printed(sentences, asked)), flush=True)
        setattr(module, name, shipped)
    struck = {(each.article.id, each.sentences[each.number].span.start): each.kind != "fine" for each in sentences}
    told = []
    for some in windows(whole.values()):
        by_id = {each.id: each for each in some}
        known = household(some)
        told += [
            (reports([by_id[one] for one in event.article_ids]), Above(event.headline, known))
            for event in group(some)
            if len(event.article_ids) >= FEWEST_ARTICLES
        ]
    for name, amounts in WEIGHTS:
        shipped = getattr(standing, name)
        for amount in amounts:
            setattr(standing, name, amount)
            print(f"{name} {amount}{' *' if amount == shipped else ''}".ljust(24), chosen(told, struck), flush=True)
        setattr(standing, name, shipped)


main()
