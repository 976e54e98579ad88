"""Tools: what the desk puts beside a page's own contents, for its editor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from briefing.compose.marks import marks, overlap, placed
from briefing.ledger import Person
from briefing.model import Article, Correction, Event, Place, Span
from briefing.render import dates
from briefing.site import addresses
from briefing.site.holdings import Holdings
from briefing.site.pages.pieces import Entry, entry, headline_of, shown
from briefing.store.identities import KeptIdentity
from briefing.store.remembered import Kept
from briefing.text.paragraphs import paragraphs
from briefing.text.sentences import sentences

NEAR = timedelta(days=10)  # what lies further apart is seldom one event; any other can be named by its id
CHOICES_MAX = 80  # events in a list to choose from
NAMES_MAX = 100  # people in a list to choose from; any other can be typed
WORDS_SHOWN = 120  # characters of the words in a list of corrections
MEANT = {
    "merge": "Put two events together",
    "split": "Took articles out of an event",
    "move": "Moved an article",
    "drop": "Dropped",
    "retitle": "Retitled",
    "pin": "Pinned",
    "strike": "Struck",
    "speaker": "Named a speaker",
    "same": "Made one person",
    "apart": "Kept apart",
}


@dataclass(frozen=True, slots=True)
class Said:
    """A correction in a list."""

    number: int
    when: str
    what: str
    words: str
    path: str | None  # where it can be seen
    lapsed: bool  # its words stand in the article no more
    made_at: datetime  # by which lists are ordered
    deed: str = "undo"  # what takes it back


@dataclass(frozen=True, slots=True)
class Choice:
    """An event that another one may be put together with."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class EventTools:
    """What an event's page has for its editor."""

    choices: tuple[Choice, ...]
    said: tuple[Said, ...]  # of this event and its articles' words
    struck: frozenset[tuple[str, int, int]]  # of the places on the page
    pinned: frozenset[tuple[str, int, int]]
    speakers: tuple[str, ...]  # who speaks in its articles, to choose from


@dataclass(frozen=True, slots=True)
class PersonTools:
    """What somebody's page has for its editor."""

    name: str  # as the ledger has it
    spellings: tuple[str, ...]  # the other names
    choices: tuple[str, ...]  # people who might be the same, the likeliest first
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of an article, or what stands between two."""

    text: str
    start: int
    end: int
    state: str  # "", pin, strike


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article's own text, to be read and marked."""

    entry: Entry
    event: Choice | None
    language: str | None
    paragraphs: tuple[tuple[Stretch, ...], ...]


def event_tools(event: Event, places: Iterable[Place], kept: Sequence[Kept], articles: Mapping[str, Article],
                holdings: Holdings) -> EventTools:  # fmt: skip
    """The tools of an event's page. places: of the words shown on it. articles: the event's, with their texts."""
    found = marks((each.correction for each in kept), articles)
    ids = frozenset(event.article_ids)
    said = (each for each in kept if ids & {*each.correction.subjects, *each.correction.others})
    names = (saying.person for article in event.article_ids for saying in holdings.said_in.get(article, ()))
    shown_places = list(places)
    return EventTools(
        choices=choices(event, holdings),
        said=listed(said, articles, holdings),
        struck=_touched(shown_places, found.struck),
        pinned=_touched(shown_places, found.pinned),
        speakers=tuple(sorted({name for name in names if name})),
    )


def _touched(places: Iterable[Place], spans: Mapping[str, Sequence[Span]]) -> frozenset[tuple[str, int, int]]:
    return frozenset(
        (place.article_id, place.span.start, place.span.end)
        for place in places
        if any(overlap(place.span, span) for span in spans.get(place.article_id, ()))
    )


def choices(event: Event, holdings: Holdings) -> tuple[Choice, ...]:
    """Events near this one in time, the nearest ones if there are many, by headline."""
    own = holdings.span(event)
    near = []
    for other in holdings.events:
        span = holdings.span(other)
        apart = abs(span[0] - own[0]) if span and own else NEAR if span or own else timedelta()
        if other.id != event.id and apart <= NEAR:
            near.append((apart, headline_of(other), other, span))
    near.sort(key=lambda each: (each[0], each[1], each[2].id))
    some = sorted(near[:CHOICES_MAX], key=lambda each: (each[1], each[2].id))
    return tuple(Choice(other.id, f"{headline} ({_day(span)})") for _, headline, other, span in some)


def _day(span: tuple[date, date] | None) -> str:
    return dates.day(span[0]) if span else dates.UNDATED


def listed(kept: Iterable[Kept], articles: Mapping[str, Article], holdings: Holdings) -> tuple[Said, ...]:
    """Corrections as a list shows them, the latest first. articles: those of single words, with their texts."""
    return tuple(_said(each, articles, holdings) for each in reversed(list(kept)))


def named(kept: Iterable[KeptIdentity], holdings: Holdings) -> tuple[Said, ...]:
    """What was said of names as a list shows it, the latest first."""
    return tuple(
        Said(
            number=each.number,
            when=_when(each.made_at, holdings),
            what=MEANT[each.identity.kind],
            words=_cut("; ".join(map(shown, each.identity.names))),
            path=holdings.where_person(each.identity.names[0]),
            lapsed=False,
            made_at=each.made_at,
            deed="undo-names",
        )
        for each in reversed(list(kept))
    )


def latest_first(said: Iterable[Said]) -> tuple[Said, ...]:
    """Corrections of several kinds in one list."""
    return tuple(sorted(said, key=lambda each: each.made_at, reverse=True))


def person_tools(person: Person, kept: Iterable[KeptIdentity], holdings: Holdings) -> PersonTools:
    """The tools of somebody's page."""
    ours = {person.name, *person.spellings}
    said = [each for each in kept if ours & {*each.identity.names}]
    words = {word for name in ours for word in addresses.slug(name).split("-")} - {""}
    others = [each.name for each in holdings.people if each is not person]
    likely = sorted(others, key=lambda name: -len(words.intersection(addresses.slug(name).split("-"))))
    return PersonTools(person.name, person.spellings, tuple(likely[:NAMES_MAX]), named(said, holdings))


def _said(kept: Kept, articles: Mapping[str, Article], holdings: Holdings) -> Said:
    said = kept.correction
    event = next((holdings.event_of[each] for each in said.subjects if each in holdings.event_of), None)
    path = article_path(said.subjects[0]) if said.span else addresses.event(event.id) if event else None
    return Said(
        number=kept.number,
        when=_when(kept.made_at, holdings),
        what=MEANT[said.kind] + (f": {shown(said.name) or 'nobody'}" if said.kind == "speaker" else ""),
        words=_words(said, event),
        path=path,
        lapsed=said.span is not None and said.subjects[0] in articles and placed(said, articles) is None,
        made_at=kept.made_at,
    )


def _when(moment: datetime, holdings: Holdings) -> str:
    return f"{moment.astimezone(holdings.zone):%Y-%m-%d %H:%M}"


def _words(said: Correction, event: Event | None) -> str:
    return _cut(shown(said.words) or (headline_of(event) if event else ", ".join(said.subjects)))


def _cut(words: str) -> str:
    return words if len(words) <= WORDS_SHOWN else words[:WORDS_SHOWN] + "…"


def article_path(article_id: str) -> str:
    """Where an article's own text stands on the desk."""
    return f"articles/{addresses.named(article_id)}.html"


def article_page(article: Article, kept: Sequence[Kept], holdings: Holdings) -> ArticlePage:
    """An article's text, sentence by sentence."""
    found = marks((each.correction for each in kept), {article.id: article})
    event = holdings.event_of.get(article.id)
    every = sentences(article.text, article.language)
    parts = []
    for paragraph in paragraphs(article.text):
        within = [span for span in every if paragraph.start <= span.start < paragraph.end]
        parts.append(tuple(_stretch(article, span, found.struck, found.pinned) for span in within))
    return ArticlePage(
        entry=entry(article, holdings),
        event=Choice(event.id, headline_of(event)) if event else None,
        language=article.language if article.language not in ("en", "und", "") else None,
        paragraphs=tuple(part for part in parts if part),
    )


def _stretch(
    article: Article, span: Span, struck: Mapping[str, Sequence[Span]], pinned: Mapping[str, Sequence[Span]]
) -> Stretch:
    state = ""
    for name, spans in (("strike", struck), ("pin", pinned)):
        if any(overlap(span, each) for each in spans.get(article.id, ())):
            state = name
    return Stretch(shown(span.of(article.text)), span.start, span.end, state)
