"""The briefing put together from what the other stages found."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.compose.cite import Citer
from briefing.compose.clauses import StandsAlone, stands_alone
from briefing.compose.cover import best_first, cover
from briefing.compose.dek import dek
from briefing.compose.figures import differences
from briefing.compose.headline import borne_out
from briefing.compose.introduced import TakenForTold, introduced, nothing_taken
from briefing.compose.leading import Leads
from briefing.compose.memory import NOTHING_BEFORE, DayOf, Former, follow, unheard, utc_day
from briefing.compose.plan import Plan, Planned, outlets
from briefing.compose.redundancy import statements, without_repeats
from briefing.compose.relevance import background_last, of_one_matter, subject, to_the_point
from briefing.compose.retold import without_second_tellings
from briefing.compose.voices import choose
from briefing.model import (
    Article,
    Brief,
    Coverage,
    Difference,
    Event,
    Extract,
    KeySentence,
    Place,
    Problem,
    Quote,
    Removal,
    Section,
    Status,
    Story,
    Topic,
    Window,
)

# Steps of cleaning that move something to where it belongs (the title, the outlet, the date) and leave nothing out.
HEADS = frozenset({"address", "byline", "date line", "dateline", "outlet", "title"})


class Findings(NamedTuple):
    """What summarising and quoting found, by event id."""

    extracts: Mapping[str, Sequence[Extract]]
    quotes: Mapping[str, Sequence[Quote]]
    confidence: float  # print a quotation only when at least this sure of its speaker
    alone: StandsAlone = stands_alone  # whether a sentence can be understood without the one before
    taken: TakenForTold = nothing_taken  # what a key sentence takes for told, and what it tells


def compose(
    window: Window,
    plan: Plan,
    findings: Findings,
    *,
    title: str,
    generator: str,
    timezone: str,
    articles: Mapping[str, Article],
    undated: Sequence[Article],
    sources: int,
    problems: Sequence[Problem],
    former: Former = NOTHING_BEFORE,
    day_of: DayOf = utc_day,
    parts: Sequence[Topic] = (),
) -> Brief:
    """The briefing of `window`: sections by weight, lines for small events, and what it rests on.

    articles: those of the window, by id. undated: articles that no window holds. sources: how many files, feeds and
    pages were read for it. former: what the briefings before told. day_of: the day of an article for its reader.
    parts: the topics that sections and lines are told by, in this order.
    """
    stories = follow([each.event for each in (*plan.sections, *plan.lines)], articles, former, day_of)
    told: list[Section] = []
    for planned in plan.sections:
        told.append(_section(planned, findings, articles, told, stories.get(planned.event.id), former))
    sections = tuple(section for section in told if section.extracts)
    # An event none of whose sentences can stand alone is still news: it keeps its line.
    silent = [section for section in told if not section.extracts]
    lines = (*silent, *(_line(planned, articles, stories.get(planned.event.id), former) for planned in plan.lines))
    listed = {article_id for section in (*sections, *lines) for article_id in section.event.article_ids}
    shown = [articles[article_id] for article_id in listed] + list(undated)
    return Brief(
        id=window.id,
        title=title,
        window=window,
        generator=generator,
        timezone=timezone,
        cover=cover(sections, articles, [each.event for each in plan.lines]),
        sections=_by_part(sections, parts),
        also=_by_part(lines, parts),
        articles=tuple(sorted(shown, key=lambda article: article.id)),
        coverage=Coverage(
            sources=sources,
            articles=len(articles),
            outlets=len({article.outlet for article in articles.values() if article.outlet}),
            events=len(plan.sections) + len(plan.lines) + len(plan.omitted),
            undated=tuple(article.id for article in undated),
            omitted=tuple(article_id for event in plan.omitted for article_id in event.article_ids),
            removed=_removed([*articles.values(), *undated]),
            problems=tuple(problems),
            silent=_silent(articles.values(), former),
        ),
    )


def _section(
    planned: Planned,
    findings: Findings,
    articles: Mapping[str, Article],
    before: Sequence[Section],
    story: Story | None,
    former: Former,
) -> Section:
    """An event in full; what a section before it says, or a briefing before, is not said again."""
    event = planned.event
    members = [articles[article_id] for article_id in event.article_ids]
    citer = Citer(members)
    picked = to_the_point(findings.extracts.get(event.id, ()), members)
    leads = Leads(event.headline, members)
    figures = differences(event, articles)
    news = _telling(unheard(picked, articles, story, former), articles, leads, before, figures)
    left = background_last(news, members) or sorted(picked, key=lambda extract: extract.rank)[:1]
    told = [each.span.of(articles[each.article_id].text) for each in left]
    event = replace(event, headline=borne_out(event, members, told))
    leads = Leads(event.headline, members)
    first = max(left, key=leads.fitness, default=None)
    if first:
        left = of_one_matter(left, first, members, leads.headline | leads.said(first))
    taken = {each: findings.taken(articles[each.article_id], each.span, event.headline) for each in left}
    extracts = tuple(
        KeySentence(extract, citer.cite(Place(extract.article_id, extract.span))) for extract in introduced(left, taken)
    )
    shown = [each.extract.span.of(articles[each.extract.article_id].text) for each in extracts]
    quotes = choose(
        findings.quotes.get(event.id, ()),
        articles,
        confidence=findings.confidence,
        shown=shown,
        heard=[each.quote.span.of(articles[each.quote.article_id].text) for told in before for each in told.quotes],
        alone=findings.alone,
        subject=subject(members),
        told=leads.headline.union(*(leads.said(each.extract) for each in extracts)),
        beside=leads.beside(first) if first else frozenset(),
    )
    section = Section(
        _in_story(event, story),
        planned.weight,
        extracts,
        quotes,
        outlets(event, articles),
        _status(story, former, news=bool(news) or not picked),
        figures,
        story,
        planned.topic,
        planned.watched,
    )
    understood = frozenset(each for each in extracts if not taken[each.extract].wants)
    section = replace(section, extracts=best_first(section, articles, understood))
    return replace(section, dek=dek(section, articles, understood))


def _in_story(event: Event, story: Story | None) -> Event:
    """The event as part of the story it goes on with.

    What it was found to belong to since does not count: a briefing made again must come out the same.
    """
    return replace(event, story_id=story.id if story else None)


def _status(story: Story | None, former: Former, *, news: bool) -> Status | None:
    """What an event is to the briefings before; where no sentence may be printed, nobody has looked for news.

    It then has an article that none of them told of, as a line has.
    """
    if not former.editions:
        return None
    return "new" if story is None else "updated" if news else "quiet"


def _telling(
    extracts: Sequence[Extract],
    articles: Mapping[str, Article],
    leads: Leads,
    before: Sequence[Section],
    figures: Sequence[Difference],
) -> tuple[Extract, ...]:
    """The sentences that say something that no other of this briefing does."""
    told = [each.extract for section in before for each in section.extracts]
    said = statements([*extracts, *told], articles)
    once = without_second_tellings(extracts, articles, leads.headline, leads.fitness, figures)
    return without_repeats(once, said, [said[each] for each in told])


def _line(planned: Planned, articles: Mapping[str, Article], story: Story | None, former: Former) -> Section:
    """A small event; one that goes on is updated, for it has an article that no briefing told of."""
    event, status = _in_story(planned.event, story), _status(story, former, news=True)
    return Section(
        event, planned.weight, (), (), outlets(event, articles), status, (), story, planned.topic, planned.watched
    )


def _silent(articles: Iterable[Article], former: Former) -> tuple[str, ...]:
    """The outlets of the last edition that have nothing to say now, in the alphabet's order."""
    told = (each for edition in former.editions[:1] for event in edition.told for each in event.article_ids)
    before = {former.articles[each].outlet for each in told if each in former.articles}
    now = {article.outlet for article in articles}
    return tuple(sorted(outlet for outlet in before - now if outlet))


def _by_part(sections: Sequence[Section], parts: Sequence[Topic]) -> tuple[Section, ...]:
    """Those of the first part first, those of none last; within a part in the order they have."""
    names = [part.name for part in parts]
    return tuple(sorted(sections, key=lambda each: names.index(each.topic) if each.topic else len(names)))


def _removed(articles: Iterable[Article]) -> tuple[Removal, ...]:
    """What cleaning left out, summed by step, in the alphabet's order; not what it took to say when and by whom."""
    paragraphs: Counter[str] = Counter()
    for article in articles:
        for removal in article.removed:
            if removal.step in HEADS:
                continue
            paragraphs[removal.step] += removal.paragraphs
    return tuple(Removal(step, count) for step, count in sorted(paragraphs.items()))
