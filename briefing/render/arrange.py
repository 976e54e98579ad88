"""Arrange: a `Brief` as its `View`."""

import re
from datetime import timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from briefing.model import (
    Article,
    Brief,
    Citation,
    Difference,
    Event,
    Format,
    KeySentence,
    Place,
    Quotation,
    Section,
    Story,
    Window,
)
from briefing.render import dates, links
from briefing.render.account import account
from briefing.render.changes import changes
from briefing.render.counting import count, several
from briefing.render.crossing import crossing
from briefing.render.escape import folded
from briefing.render.listing import NO_HEADLINE, cited_in, listing, root_of
from briefing.render.notes import Notes, outlet
from briefing.render.rhythm import columns, rhythm
from briefing.render.standing import independent, standing
from briefing.render.view import LANGUAGE, Before, Differing, Figure, Line, Part, Said, Small, View

SHARED = 2  # outlets that make an event more than one outlet's
UNFIT_ID = re.compile(r"[^A-Za-z0-9_-]")  # an id is written as it is; an imported library may say anything
NO_SPEAKER = "speaker not named"
NOTHING_READ = "No articles in this window."
NOTHING_BIG = "Nothing significant in this window."
NOTHING_SHARED = "Nothing in this window was reported by more than one outlet: what follows rests on one each."
NOTHING_BUT = "Nothing significant in this window: what was reported stands under “Also”, a line each."


def arrange(brief: Brief, *, links_to: Format | None = None) -> View:
    """The briefing as its reader will see it.

    links_to: the format in which earlier briefings are linked, from beside which this one is read; None: not at all.

    Raises RenderError where the time zone is unknown, or where a citation leads to an article the briefing lacks.
    """
    tz = dates.zone(brief.timezone)
    articles = {article.id: article for article in brief.articles}
    notes = Notes(articles, tz)
    cover = tuple(_cover_line(sentence, brief, notes) for sentence in brief.cover)
    parts = tuple(_part(section, notes, brief.window, tz, links_to) for section in brief.sections)
    small = tuple(_small(section, notes, brief.window, tz, links_to) for section in brief.also)
    window = brief.window
    return View(
        id=brief.id,
        title=folded(brief.title),
        kind=window.kind,
        language=LANGUAGE,
        dates=dates.days(window.first_day, window.last_day),
        first_day=window.first_day.isoformat(),
        end_day=(window.last_day + timedelta(days=1)).isoformat(),
        articles=brief.coverage.articles,
        outlets=brief.coverage.outlets,
        events=brief.coverage.events,
        undated=len(brief.coverage.undated),
        generator=folded(brief.generator),
        edition=brief.edition,
        corrections=sum(each.edition == brief.edition for each in brief.amendments),
        counts=", ".join(
            (
                count(brief.coverage.articles, "article"),
                count(brief.coverage.outlets, "outlet"),
                count(brief.coverage.events, "event"),
            )
        ),
        columns=columns(window),
        finding=_finding(brief),
        cover=cover,
        parts=parts,
        small=small,
        rows=crossing(brief),
        changes=changes(brief, links_to),
        coverage=account(brief, articles),
        notes=notes.all(),
    )


def _finding(brief: Brief) -> str | None:
    if brief.sections:
        alone = brief.coverage.outlets > 1 and all(len(section.outlets) < SHARED for section in brief.sections)
        return NOTHING_SHARED if alone else None
    if not brief.coverage.articles:
        return NOTHING_READ
    return NOTHING_BUT if brief.also else NOTHING_BIG


def _line(sentence: KeySentence, notes: Notes) -> Line:
    return Line(notes.words(sentence.citation.place), notes.number(sentence.citation))


def _cover_line(sentence: KeySentence, brief: Brief, notes: Notes) -> Line:
    place = sentence.citation.place
    telling = [
        index
        for index, section in enumerate(brief.sections)
        if any(each.citation.place == place for each in section.extracts)
    ]
    return _line(sentence, notes)._replace(part=telling[0] if len(telling) == 1 else None)


def _part(section: Section, notes: Notes, window: Window, tz: ZoneInfo, links_to: Format | None) -> Part:
    event = section.event
    members = [notes.article(article_id) for article_id in event.article_ids]
    outlets = tuple(folded(name) for name in section.outlets) or _outlets(members)
    days, words = rhythm(members, window, tz)
    listed, unlisted = listing(event, cited_in(section), notes, tz)
    return Part(
        id=UNFIT_ID.sub("", event.id),
        headline=folded(event.headline) or NO_HEADLINE,
        topic=_topic(section.topic),
        watched=section.watched,
        dates=_dates(members, tz),
        outlets=several(outlets),
        standing=standing(len(members), len(outlets)),
        origins=independent(members, event.copies),
        origin=_origin(event, notes),
        status=section.status,
        day=f"day {section.story.day:,}" if section.story and section.story.day else None,
        before=_before(section.story, window, links_to),
        days=days,
        rhythm=words,
        dek=_line(section.dek, notes) if section.dek and section.dek in section.extracts else None,
        lines=tuple(_line(sentence, notes) for sentence in section.extracts if sentence != section.dek),
        said=_voices(section.quotes, notes, tz),
        differing=tuple(_differing(difference, notes, tz) for difference in section.figures),
        listed=listed,
        unlisted=unlisted,
    )


def _topic(name: str) -> str | None:
    """A topic's name as a reader writes it: "Water at night" for "water-at-night"."""
    return name.replace("-", " ").capitalize() or None


def _before(story: Story | None, window: Window, links_to: Format | None) -> tuple[Before, ...]:
    """The briefings that told of a story, with the way to them through the archive's folders."""
    return tuple(
        Before(
            dates.days(each.window.first_day, each.window.last_day),
            links.beside(window, each.window, links_to) if links_to else None,
        )
        for each in (story.earlier if story else ())
    )


def _voices(quotes: tuple[Quotation, ...], notes: Notes, tz: ZoneInfo) -> tuple[Said, ...]:
    """The quotations; who speaks again at once needs no second introduction."""
    said = [_said(quotation, notes, tz) for quotation in quotes]
    later = (
        each._replace(title=None, role=None) if each.speaker == former.speaker != NO_SPEAKER else each
        for former, each in pairwise(said)
    )
    return (*said[:1], *later)


def _said(quotation: Quotation, notes: Notes, tz: ZoneInfo) -> Said:
    quote, place = quotation.quote, quotation.citation.place
    article = notes.article(place.article_id)
    speaker, role = folded(quote.speaker or ""), folded(quote.role or "")
    # A partial quotation is cited with the clause it stands in, which brings its own quotation marks.
    direct = quote.kind == "direct" and (place.article_id, place.span) == (quote.article_id, quote.span)
    if not direct and role in notes.words(place):
        role = ""  # the clause has introduced the speaker
    leads = leads_the_name(role, speaker, article.text)
    return Said(
        text=notes.words(place),
        direct=direct,
        title=role if leads else None,
        speaker=speaker or NO_SPEAKER,
        role=None if leads else role or None,
        outlet=outlet(article),
        date=dates.on(article, tz),
        note=notes.number(quotation.citation, quotation.reworded),
    )


def _differing(difference: Difference, notes: Notes, tz: ZoneInfo) -> Differing:
    return Differing(folded(difference.what), tuple(_figure(place, notes, tz) for place in difference.figures))


def _figure(place: Place, notes: Notes, tz: ZoneInfo) -> Figure:
    article = notes.article(place.article_id)
    return Figure(notes.words(place), outlet(article), dates.when(article, tz), notes.number(Citation(place, ())))


def leads_the_name(role: str, speaker: str, text: str) -> bool:
    """Whether a role is a title set before the name: a shortened one, or one that the article itself sets there."""
    if not (role and speaker) or not role[0].isupper():
        return False
    return role.endswith(".") or f"{role} {speaker}" in text or f"{role} {speaker.split()[-1]}" in text


def _small(section: Section, notes: Notes, window: Window, tz: ZoneInfo, links_to: Format | None) -> Small:
    members = [notes.article(article_id) for article_id in section.event.article_ids]
    titled = [article for article in members if article.title == section.event.headline]
    leader = next(iter(titled or members), None)
    return Small(
        headline=folded(section.event.headline) or NO_HEADLINE,
        url=links.safe(leader.url) if leader else None,
        outlets=several(tuple(folded(name) for name in section.outlets) or _outlets(members)),
        date=_dates(members, tz),
        more=count(len(members) - 1, "more article") if len(members) > 1 else None,
        topic=_topic(section.topic),
        line=_line(section.extracts[0], notes) if section.extracts else None,
        status=section.status,
        before=_before(section.story, window, links_to),
    )


def _origin(event: Event, notes: Notes) -> str | None:
    """Whose text it is, where several articles are copies of one."""
    if event.origins != 1 or len(event.article_ids) < 2:
        return None
    origin_of = {copy.article_id: copy.origin_id for copy in event.copies}
    root = notes.article(root_of(event.article_ids[0], origin_of))
    credited, printed = folded(root.origin or ""), outlet(root)
    return (
        printed if credited.casefold() in printed.casefold() else credited
    )  # an agency's own text bears its full name


def _dates(members: list[Article], tz: ZoneInfo) -> str:
    known = sorted(day for article in members if (day := dates.local_day(article, tz)) is not None)
    return dates.days(known[0], known[-1]) if known else dates.UNDATED


def _outlets(members: list[Article]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(outlet(article) for article in members))
