"""The one place that wires the stages: read → clean → store → group → summarise → quote → compose → render."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing import __version__
from briefing.database import Address
from briefing.engine import HERE, Engine
from briefing.freed import give_back
from briefing.model import (
    Article,
    Brief,
    Copy,
    Edition,
    Event,
    Extract,
    Problem,
    Quote,
    RawDocument,
    Span,
    Topic,
    Window,
)

if TYPE_CHECKING:
    from briefing.compose import Plan
    from briefing.compose.introduced import TakenForTold
    from briefing.group.tokens import Reading
    from briefing.store import Library
    from briefing.store.remembered import Remembered
    from briefing.summarise.above import Above

GENERATOR = f"brief {__version__}"
# Articles of one event that are read sentence by sentence; a real week's largest has a dozen. Reading one takes some 15
# milliseconds, and the largest events of a hundred thousand articles have two thousand.
READ_CLOSELY = 60

Quoted = Callable[[Iterable[Article]], Mapping[str, tuple[Quote, ...]]]  # articles → by id, their quotations
Pick = Callable[["Told"], tuple[Extract, ...]]  # a section → its key sentences
Picking = Callable[[Pick, Iterable["Told"]], Iterator[tuple[Extract, ...]]]  # maps that over sections, in their order
Progress = Callable[[str, int], None]  # (what is being done, how many are done so far)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of reading some sources into the library."""

    ids: tuple[str, ...]  # of every article found there, as stored
    sources: int  # documents read
    problems: tuple[Problem, ...]
    new: tuple[str, ...] = ()  # ids of those the library did not know
    changed: tuple[str, ...] = ()  # ids of those it knew with other words

    @property
    def known(self) -> int:
        """How many articles the library knew as they are."""
        return len({*self.ids} - {*self.new, *self.changed})


class Wish(NamedTuple):
    """What briefing is wanted."""

    window: Window
    title: str
    words: int  # of key sentences, over all sections
    method: str  # of summarising
    timezone: str  # IANA name
    topic: Topic | None = None  # what it is to be about; None: everything
    watch: tuple[str, ...] = ()  # words whose events are never left out
    parts: tuple[Topic, ...] = ()  # the topics it is to be told by


@dataclass(frozen=True, slots=True)
class Told:
    """What a section's key sentences are picked from."""

    reports: Sequence[Article]
    words: int  # at most so many
    copies: tuple[Copy, ...]  # which of the reports repeat another
    above: "Above"  # what stands above them


def silent(_doing: str, _done: int) -> None:
    """Report no progress."""


def take(
    paths: Sequence[Path],
    library: "Library",
    beside: Address,
    now: datetime,
    progress: Progress = silent,
    engine: Engine = HERE,
) -> Taken:
    """read → clean → store: every article in `paths` into the library.

    beside: the library's own file, which also tells what need not be read again, and what outlets repeat.
    """
    from briefing.intake import brought, every, read_shelf, remember, store
    from briefing.store.sources import Sources

    with Sources(beside) as sources:
        shelf = brought(paths, sources, now)
        for count in read_shelf(shelf, engine):
            progress("reading", count)
        stored = store(shelf, library, beside, sources, now, engine)
        remember(shelf, stored, sources)
    outcomes = tuple(every(shelf))
    ids = (stored.kept[id(each.article)][0] if each.article else each.article_id for each in outcomes)
    problems = tuple(problem for each in outcomes for problem in each.problems)
    return Taken(tuple(each for each in ids if each), len(outcomes), problems, stored.new, stored.changed)


def take_forms(
    documents: Iterable[Sequence[RawDocument]],
    library: "Library",
    beside: Address,
    now: datetime,
    progress: Progress = silent,
    engine: Engine = HERE,
) -> Taken:
    """clean → store: articles that came in several forms (a page, what its feed has of it), the fullest of each."""
    from briefing.intake import FORMS_CHUNK, fullest_form, own_words

    articles: list[Article] = []
    problems: list[Problem] = []
    sources = 0
    for article, faults in engine.map(fullest_form, documents, FORMS_CHUNK):
        sources += 1
        progress("cleaning", sources)
        if article:
            articles.append(article)
        else:
            problems.extend(faults)
    added = library.add(own_words(articles, library, beside, now), seen_at=now)
    return Taken(added.ids, sources, tuple(problems), added.new, added.changed)


def brief(
    wish: Wish,
    library: "Library",
    taken: Taken,
    *,
    only_taken: bool,
    known: "Remembered",
    before: Sequence[Edition] = (),
    quoted: Quoted | None = None,
    people: Sequence[tuple[str, tuple[str, ...]]] = (),
    progress: Progress = silent,
    engine: Engine = HERE,
    reading: "Reading | None" = None,
    picking: Picking | None = None,
) -> Brief:
    """group → summarise → quote → compose: the briefing of a window of the library.

    only_taken: leave out articles that the library knows from elsewhere than `taken`. known: the events of earlier
    runs, which these are added to. before: the editions it is to be compared with, the latest first. quoted: where
    quotations are had from; None: they are looked for now. people: what the user said of who is who, in order. reading:
    where the words of articles are had from; None: they are read now. picking: what picks key sentences; None: the
    engine, all of them now.
    """
    from briefing.compose import Findings, Former, compose, narrowed, plan
    from briefing.compose.marks import heard, marks, pins, with_pins, without
    from briefing.happenings import courses, happenings, untold
    from briefing.quote import PRINT_CONFIDENCE
    from briefing.summarise.languages import uncovered

    only = frozenset(taken.ids) if only_taken else None
    give_back(len(taken.ids))
    dated, undated = in_window(library, wish.window, only, engine, reading)
    gone = untold(known)
    undated = tuple(article for article in undated if article.id not in gone)
    progress("grouping", len(dated))
    give_back(len(dated))
    events = happenings(dated, wish.window, library, known, only, engine, reading)
    give_back(len(dated))
    told = {article_id for event in events for article_id in event.article_ids}  # all but what the user dropped
    articles = {article.id: article for article in dated if article.id in told}
    if wish.topic:
        events, articles, undated = narrowed(events, articles, undated, wish.topic)
    running = courses(events, wish.window, known)
    said = marks(known.corrections(), articles)
    left = without(articles, said.struck)  # what nothing is printed of any more, no stage after this one can find
    pinned = {event.id for event in events if said.pinned.keys() & {*event.article_ids}}
    planned = plan(events, left, wish.window, words=wish.words, watch=wish.watch, parts=wish.parts, pinned=pinned)
    found = quotes(planned, articles, quoted or partial(quoted_now, engine=engine), people)
    voices = {event: heard(each, said) for event, each in found.items()}
    first = {
        section.event.id: pins(section.event, said, articles, voices[section.event.id]) for section in planned.sections
    }
    made = compose(
        wish.window,
        planned,
        Findings(
            extracts(planned, left, wish.method, first, progress, picking or engine.map),
            voices,
            PRINT_CONFIDENCE,
            stands_alone,
            taken_for_told(planned, left),
        ),
        title=wish.title,
        generator=GENERATOR,
        timezone=wish.timezone,
        articles=left,
        undated=undated,
        sources=taken.sources,
        problems=(*taken.problems, *uncovered(articles.values())),
        former=Former(tuple(before), remembered(before, running, library), running),
        day_of=day_of(wish.timezone),
        parts=wish.parts,
    )
    made = replace(made, articles=tuple(articles.get(each.id, each) for each in made.articles))
    return with_pins(made, said, articles, voices)


def remembered(
    editions: Iterable[Edition], courses: Mapping[str, Sequence[Event]], library: "Library"
) -> dict[str, Article]:
    """The articles that some editions told of, and the first of each story's course, by id."""
    ids = [article_id for edition in editions for told in edition.told for article_id in told.article_ids]
    ids += [course[0].article_ids[0] for course in courses.values()]
    return {article.id: article for article in library.get(ids)}


def day_of(timezone: str) -> Callable[[Article], date | None]:
    """Tells the day an article is from in that time zone; one stated without an hour is the same day everywhere."""
    from briefing.render import dates

    zone = dates.zone(timezone)
    return lambda article: dates.local_day(article, zone)


def in_window(
    library: "Library",
    window: Window,
    only: frozenset[str] | None,
    engine: Engine = HERE,
    reading: "Reading | None" = None,
) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    """The articles of a window, and the undated ones; an undated copy of a dated article counts by its twin's date."""
    from briefing.group import adopt_dates, copies
    from briefing.group.tokens import read_now

    dated = keep(library.within(window.start, window.end, days=(window.first_day, window.last_day)), only)
    undated = keep(library.undated(), only)
    if dated and undated:
        everything = (*dated, *undated)
        everything = adopt_dates(everything, copies(everything, engine.map, reading or read_now))
        dated = tuple(article for article in everything if article.published)
        undated = tuple(article for article in everything if not article.published)
    return dated, undated


def keep(articles: Iterable[Article], only: frozenset[str] | None) -> tuple[Article, ...]:
    """The articles whose id is in `only`; all where that is None."""
    return tuple(article for article in articles if only is None or article.id in only)


def extracts(
    plan: "Plan",
    articles: Mapping[str, Article],
    method: str,
    pinned: Mapping[str, Sequence[Extract]],
    progress: Progress = silent,
    picking: Picking = HERE.map,
) -> dict[str, tuple[Extract, ...]]:
    """The key sentences of each planned section, by event id; pinned: those that the user wants, which come first."""
    from briefing.compose import reports
    from briefing.compose.marks import left_of, ranked_after, without_extracts
    from briefing.summarise.above import Above

    familiar = known_to_all(plan, articles)
    firsts = [pinned.get(section.event.id, ()) for section in plan.sections]
    told = (
        Told(
            reports(read_closely(section.event, without_extracts(articles, first))),
            left_of(section.words, first, articles),
            section.event.copies,
            Above(section.event.headline, familiar),
        )
        for section, first in zip(plan.sections, firsts, strict=True)
    )
    found = {}
    summaries = picking(partial(summarised, method), told)
    for done, (section, first, others) in enumerate(zip(plan.sections, firsts, summaries, strict=True), 1):
        progress("summarising", done)
        found[section.event.id] = (*first, *ranked_after(others, len(first)))
    return found


def summarised(method: str, told: Told) -> tuple[Extract, ...]:
    """The key sentences of one section."""
    from briefing.compose.leading import Leads
    from briefing.summarise import summarise

    leads = Leads(told.above.headline, told.reports)
    return summarise(
        told.reports,
        words=told.words,
        method=method,
        copies=told.copies,
        above=told.above,
        leading=leads.fitness,
    )


def quotes(
    plan: "Plan", articles: Mapping[str, Article], quoted: Quoted, people: Sequence[tuple[str, tuple[str, ...]]] = ()
) -> dict[str, tuple[Quote, ...]]:
    """The quotations in each planned section's articles, by event id, every speaker under one name in all of them.

    quoted: tells those of articles. people: what the user said of who is who, in order.
    """
    from briefing.quote.witnesses import under_one_name

    wanted = [article for section in plan.sections for article in read_closely(section.event, articles)]
    events = {article_id: section.event.id for section in plan.sections for article_id in section.event.article_ids}
    by_article = under_one_name(quoted(wanted), articles, events=events, said=people)
    return {
        section.event.id: tuple(
            found for article in read_closely(section.event, articles) for found in by_article[article.id]
        )
        for section in plan.sections
    }


def quoted_now(articles: Iterable[Article], engine: Engine = HERE) -> Mapping[str, tuple[Quote, ...]]:
    """Article id → its quotations, looked for now."""
    from briefing.quote import quote

    asked = list(articles)
    return {article.id: found for article, found in zip(asked, engine.map(quote, asked), strict=True)}


def stands_alone(sentence: str, language: str) -> bool:
    """Whether a sentence can be understood without the one before it."""
    from briefing.summarise.openings import dangles, speaker_is_a_pronoun

    return not (dangles(sentence, language) or speaker_is_a_pronoun(sentence))


def taken_for_told(plan: "Plan", articles: Mapping[str, Article]) -> "TakenForTold":
    """Tells what a sentence under a headline takes for told, and what it tells."""
    from briefing.compose.introduced import Taken
    from briefing.summarise.above import Above
    from briefing.summarise.alone import wants_of

    familiar = known_to_all(plan, articles)

    def taken(article: Article, span: Span, headline: str) -> Taken:
        found = wants_of(article, span, Above(headline, familiar))
        return Taken(found.needs, found.names, found.gives, found.place)

    return taken


def known_to_all(plan: "Plan", articles: Mapping[str, Article]) -> frozenset[str]:
    """The names that need no introduction, by the headlines of everything that is told."""
    from briefing.summarise.above import household

    told = (*plan.sections, *plan.lines)
    return household(articles[each] for planned in told for each in planned.event.article_ids)


def read_closely(event: Event, articles: Mapping[str, Article]) -> tuple[Article, ...]:
    """The articles of an event that are read sentence by sentence: all, but of very many only some that are no copies.

    These are spread evenly over the event's time, from its first report to its last. The others say the same again;
    they count, and are listed, as ever.
    """
    every = members(event, articles)
    if len(every) <= READ_CLOSELY:
        return every
    copied = {copy.article_id for copy in event.copies}
    own = [article for article in every if article.id not in copied] or list(every)
    last, steps = len(own) - 1, min(len(own), READ_CLOSELY) - 1
    return tuple(own[last * step // max(1, steps)] for step in range(steps + 1))


def members(event: Event, articles: Mapping[str, Article]) -> tuple[Article, ...]:
    """An event's articles, in the event's order."""
    return tuple(articles[article_id] for article_id in event.article_ids)
