"""What a page shows, in words and in order: the one shape every template draws from.

A `Brief` says what was found; a `View` says it as the reader will see it: dates in words and in the reader's time zone,
citations numbered, copies folded under their origin. Its texts are plain: each format escapes them in its own way, and
its addresses are safe to follow or None.
"""

from typing import NamedTuple

LANGUAGE = "en"  # of the words the templates and this package add; articles keep their own


class Note(NamedTuple):
    """One place in the library, numbered in the order of first mention."""

    number: int  # from 1
    outlet: str
    date: str  # "27 January 2015", "undated"
    time: str  # the same with the hour, where it is known
    title: str  # the article's
    language: str | None  # of the words, ISO 639-1 or -3; None: that of the page, or not known
    paragraph: int  # from 1, as `briefing.text.paragraphs` counts
    code: str  # "ARTICLE:START-END", what `brief verify` follows
    also: tuple[str, ...]  # other outlets that print the same sentence
    reworded: tuple[str, ...]  # other outlets that quote the same in other words
    url: str | None  # the article's address
    place: str | None  # the same, leading to the very words
    before: str  # the paragraph up to the words cited
    words: str  # the words cited
    after: str  # the rest of the paragraph


class Line(NamedTuple):
    """A key sentence."""

    text: str
    note: int
    part: int | None = None  # on the cover: which of the parts tells of it, from 0; None: no single one


class Said(NamedTuple):
    """A quotation with its attribution."""

    text: str
    direct: bool  # whether it stands in quotation marks
    title: str | None  # what the articles set before the name: "Sen.", "Prime Minister"
    speaker: str
    role: str | None  # what stands after it; None where it is said before, or not known
    outlet: str
    date: str
    note: int


class Figure(NamedTuple):
    """A number as an article reports it."""

    text: str  # the words that state it
    outlet: str
    when: str
    note: int


class Differing(NamedTuple):
    """One quantity as several articles report it."""

    what: str  # "tonnes", "injured"
    figures: tuple[Figure, ...]  # in order of time


class Listed(NamedTuple):
    """An article in a list, with its copies folded under it."""

    title: str | None  # None: the same as that of the text it is a copy of
    url: str | None
    outlet: str
    when: str
    copies: tuple["Listed", ...]  # never folded further


class Before(NamedTuple):
    """A briefing that told of the story before."""

    dates: str  # "4 to 10 May 2026"
    url: str | None  # relative to this briefing; None in formats that are read elsewhere


class Part(NamedTuple):
    """One event: a section of the briefing."""

    id: str  # the event's
    headline: str
    topic: str | None  # the part of the briefing it belongs to
    watched: bool  # whether a word that the reader watches for stands in it
    dates: str
    outlets: tuple[str, ...]  # the first of them; of very many the last entry is "114 more"
    standing: str  # "5 articles, 3 outlets"
    origins: str | None  # "2 independent origins" of what they report; None where there is one article only
    origin: str | None  # whose text it is, where several articles are one text
    status: str | None  # "new", "updated", "quiet" against the last briefing; None where there is none
    day: str | None  # "day 9" of a story told before
    before: tuple[Before, ...]  # where, the latest first
    days: tuple[int, ...]  # articles on each day of the window; empty where the view has no columns
    rhythm: str  # the same in words: "2 articles on 12 May, 1 article on 13 May"
    dek: Line | None  # the line under the headline
    lines: tuple[Line, ...]  # the other key sentences
    said: tuple[Said, ...]
    differing: tuple[Differing, ...]
    listed: tuple[Listed, ...]
    unlisted: str | None  # "137 more articles" of a very large event; None where all are listed


class Small(NamedTuple):
    """A small event, on one line."""

    headline: str
    url: str | None
    outlets: tuple[str, ...]
    date: str
    more: str | None  # "2 more articles"
    topic: str | None  # the part of the briefing it belongs to
    line: Line | None
    status: str | None  # "new", "updated" against the last briefing; None where there is none
    before: tuple[Before, ...]  # which told of it, the latest first


class Row(NamedTuple):
    """What one outlet reported."""

    outlet: str
    articles: tuple[int, ...]  # how many on each event in full, in the briefing's order
    words: str  # the same in words: "2 articles on 1, 1 article on 4"


class Remark(NamedTuple):
    """One sentence of the coverage note."""

    label: str | None  # what it is about, set apart: "Undated, so in no week:"
    text: str


class Change(NamedTuple):
    """One thing that is otherwise than it was told."""

    about: str  # the headline of the event, or of the article
    url: str | None  # of the article
    told: str  # what is otherwise: "other words"; with `cited`, of whom and where: "Selby Courier, cited in"
    cited: Before | None  # the briefing that cited it
    before: str | None
    after: str | None
    verbatim: bool  # whether `after` is the article's own words


class Changes(NamedTuple):
    """A list of them."""

    title: str
    intro: str
    items: tuple[Change, ...]
    more: str | None  # "and 3 more changes"


class View(NamedTuple):
    """A whole briefing, ready to set."""

    id: str
    title: str
    kind: str  # day, week, month, range
    language: str  # of the briefing's own words, ISO 639-1
    dates: str  # "11 to 17 May 2026"
    first_day: str  # ISO 8601
    end_day: str  # ISO 8601, the day after the last
    articles: int
    outlets: int
    events: int
    undated: int
    generator: str
    edition: int  # from 1
    corrections: int  # what it tells otherwise than the edition before it
    counts: str  # "31 articles, 7 outlets, 12 events"
    columns: tuple[str, ...]  # what stands above each day: "M", "T" …; empty for one day, or more than a month
    finding: str | None  # said in place of sections, or before the small events, when there are none
    cover: tuple[Line, ...]
    parts: tuple[Part, ...]
    small: tuple[Small, ...]
    rows: tuple[Row, ...]  # outlets by events; empty where the sections' own lines say it as well
    changes: tuple[Changes, ...]  # at the sources, and between editions; empty for most briefings
    coverage: tuple[Remark, ...]
    notes: tuple[Note, ...]
