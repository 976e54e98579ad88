"""The nouns: every type that crosses from one stage to another.

All are frozen and hold tuples, never lists, so a value handed on cannot change behind anyone's back. All
datetimes are timezone-aware and in UTC. All offsets are code points (`str` indices), half-open.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from briefing.compact import Compact

Precision = Literal["second", "minute", "day", "none"]
DateSource = Literal["stated", "copy", "none"]
Format = Literal["md", "html", "pdf", "json"]
QuoteKind = Literal["direct", "indirect"]
CorrectionKind = Literal["merge", "split", "move", "drop", "retitle", "pin", "strike", "speaker"]
PrintedKind = Literal["sentence", "quotation", "figure"]
# event: a whole event came or went; headline, words, speaker: they are others now, or came, or went.
AmendmentKind = Literal["event", "headline", "words", "speaker"]
Status = Literal["new", "updated", "quiet"]
StageName = Literal["read", "clean", "store", "group", "summarise", "quote", "compose", "render", "deliver"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in one text: `text[start:end]` is what is shown."""

    start: int  # first code point
    end: int  # one past the last code point

    def of(self, text: str) -> str:
        """The words this span stands for in `text`."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the library some words stand: what every citation points to."""

    article_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Bad input as a value, carried to the reader's coverage note."""

    stage: StageName  # where it was noticed
    subject: str  # what it is about: a path, a URL, an article's title
    message: str  # one plain sentence without a full stop: "no text found", "line 4 is not JSON"


@dataclass(frozen=True, slots=True)
class Declared:
    """What the container of a document says about it: a feed's entry, a mail's header. Empty: it says nothing."""

    title: str = ""
    published: str = ""  # as written there: ISO 8601, RFC 5322, or whatever the feed has
    outlet: str = ""  # the feed's title, the mail's sender
    authors: tuple[str, ...] = ()
    language: str = ""  # ISO 639-1


@dataclass(frozen=True, slots=True)
class Visit:
    """How asking for one address on the web ended: what the next run has to know."""

    url: str  # as it was asked for
    etag: str = ""  # by what its server tells whether it changed (RFC 9110, section 8.8), as sent; "" for none
    last_modified: str = ""  # the same as a time; both empty: the next run should ask for all of it again
    problem: str = ""  # why there was nothing to be had; "" where all went well


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One thing as it was read, before anyone decided what its own text is."""

    source: str  # the file or feed it came from, as the user would name it, relative to the working folder
    url: str | None  # where it was fetched from, if it was
    path: str | None  # the file it stands in, as it was given
    part: int | None  # which one inside a container (a line of a JSON Lines file), counted from 1
    media_type: str  # RFC 6838: text/plain, text/markdown, text/html, application/json
    body: bytes  # exactly as read
    fetched_at: datetime  # when it was read; dates after it are not believed
    declared: Declared | None = None  # what its container says about it, believed where the document itself is silent


@dataclass(frozen=True, slots=True)
class Removal:
    """What cleaning left out of an article's text, for the coverage note."""

    step: str  # the cleaning step's name: "appeal", "caption", "byline"
    paragraphs: int  # how many paragraphs or lines it took


@dataclass(frozen=True, slots=True)
class Article(Compact):
    """One article: its own text, and what is known about it."""

    id: str  # 12 hexadecimal digits, of the URL, the source's own id, or the path: stable when the text changes
    title: str  # "" where the article has none
    text: str  # the article's own text; paragraphs are separated by one or more newlines
    url: str | None  # canonical
    outlet: str | None  # who published it, as a reader would name it: "The Moscow Times"
    authors: tuple[str, ...]  # people, as printed
    published: datetime | None  # UTC; None: undated, so in no window
    published_precision: Precision  # how much was stated; "day": its time is 00:00 and means nothing
    utc_offset: int | None  # minutes east of UTC the source stated its time in; None: not stated
    partial_date: str | None  # what is known of the date where a part is missing, as ISO 8601 "--03-30"
    dated_by: DateSource  # "copy": `published` was taken from a dated copy of the same text
    language: str  # ISO 639-1, "und" where it could not be told
    origin: str | None  # the agency its text credits: "Reuters"
    sha256: str  # of title, a newline and text, in UTF-8; tells a changed article from a known one
    source: str  # the `RawDocument.source` it came from
    removed: tuple[Removal, ...]  # what cleaning left out


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one article."""

    article_id: str
    index: int  # from 0, in the article's order
    span: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles that are one text: `article_id` repeats what `origin_id` had."""

    article_id: str
    origin_id: str


@dataclass(frozen=True, slots=True)
class Event:
    """Articles on one happening."""

    id: str  # "e" and 12 hexadecimal digits, stable from run to run
    article_ids: tuple[str, ...]  # by time, undated last, then by id
    headline: str  # one of the articles' own titles, the plainest, or the user's own; "" where there is none
    first: datetime | None  # the earliest time among the articles
    last: datetime | None  # the latest
    copies: tuple[Copy, ...]  # the articles among them that are no text of their own
    story_id: str | None  # the running story it belongs to, if any

    @property
    def origins(self) -> int:
        """How many independent texts report it: articles less copies."""
        return len(self.article_ids) - len(self.copies)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user said about events, in articles: the ids of events alone would not survive a regrouping.

    What is said of some words in an article names them by their place and spells them out: once the article has
    changed, the words are looked for, and where they are gone the correction says nothing any more.
    """

    kind: CorrectionKind
    subjects: tuple[str, ...]  # article ids: of the one event (merge, retitle), that leave (split, move), of what is
    # dropped; of the one article whose words are pinned, struck, or given a speaker
    others: tuple[str, ...] = ()  # of the other event (merge), that stay (split), of the event to join (move)
    event: str = ""  # the id of the event that is dropped or retitled; "" where articles alone are
    span: Span | None = None  # where those words stand (pin, strike, speaker)
    sha256: str = ""  # of the article they stand in, as it was then
    words: str = ""  # the words themselves; the new headline (retitle)
    name: str = ""  # whose words they are (speaker); "" for nobody who could be named


@dataclass(frozen=True, slots=True)
class Extract:
    """A key sentence, word for word."""

    article_id: str
    span: Span
    score: float  # the method's own weight; only its order means something
    rank: int  # 0 is the most important; tuples of extracts stand in reading order, which is another


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, and who it was."""

    article_id: str
    kind: QuoteKind  # "direct": between quotation marks (the span leaves them out); "indirect": a statement
    span: Span
    speaker: str | None  # full name as far as the article gives it; None: abstained
    role: str | None  # as the article gives it: "Russia's ambassador to NATO"
    mention_span: Span | None  # the noun phrase that names the speaker here: "he"
    cue: str | None  # the word that says that somebody speaks: "said", "according to"
    confidence: float  # 0 to 1: estimated probability that the speaker is right


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of time a briefing covers, half-open."""

    id: str  # "2026-W20", "2026-05-11", "2026-05-11--2026-05-20"; names the archive's files
    kind: Literal["day", "week", "month", "range"]
    start: datetime  # first moment, UTC
    end: datetime  # first moment after it, UTC
    first_day: date  # in the reader's time zone
    last_day: date  # inclusive, in the reader's time zone


@dataclass(frozen=True, slots=True)
class Citation:
    """A place, and the other places where the same sentence stands (copies, other outlets)."""

    place: Place
    also: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class KeySentence:
    """An extract as it appears in a section."""

    extract: Extract
    citation: Citation


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation as it appears in a section: folded over the outlets that printed it."""

    quote: Quote
    citation: Citation  # its place is wider than the quotation where that is a part of a clause, which is then shown
    reworded: tuple[Place, ...] = ()  # where outlets print the same words of the speaker otherwise


@dataclass(frozen=True, slots=True)
class Topic:
    """What an operator wants a briefing, or a part of one, to be about."""

    name: str  # small letters, digits and dashes
    words: tuple[str, ...] = ()  # words and phrases, in any case
    names: tuple[str, ...] = ()  # the same, as they are written
    outlets: tuple[str, ...] = ()  # none: any
    exclude: tuple[str, ...] = ()  # words and phrases that an article must not have


@dataclass(frozen=True, slots=True)
class Told:
    """An event as an edition told it: what the next one has to know."""

    event_id: str
    headline: str
    article_ids: tuple[str, ...]
    sentences: tuple[str, ...]  # printed, word for word
    story_id: str  # of the running story; the id of the event it began with
    story_first: date | None  # the day of the story's first article, in the reader's time zone


@dataclass(frozen=True, slots=True)
class Edition:
    """A briefing that was made, as the library remembers it."""

    window: Window
    topic: str  # "" for a briefing of everything
    told: tuple[Told, ...]  # sections and lines, in the briefing's order


@dataclass(frozen=True, slots=True)
class Earlier:
    """A briefing that told of a story before."""

    window: Window
    event_id: str
    headline: str


@dataclass(frozen=True, slots=True)
class Story:
    """The running story that an event goes on with."""

    id: str  # "s" and 12 hexadecimal digits, as its events bear it; stable from run to run
    first: date | None  # the day of its first article, in the reader's time zone
    day: int | None  # which day of the story the event's last article is from: 1 on the first
    earlier: tuple[Earlier, ...]  # where it was told before, the latest first


@dataclass(frozen=True, slots=True)
class Difference:
    """One quantity that articles put differently: neither contradiction nor error, as far as anybody here knows."""

    what: str  # what is counted, in a word: "dead", "tonnes"
    figures: tuple[Place, ...]  # the words that state it, one place an article, in the event's order


@dataclass(frozen=True, slots=True)
class Section:
    """One event in a briefing."""

    event: Event
    weight: float  # what the order of sections goes by
    extracts: tuple[KeySentence, ...]  # in reading order
    quotes: tuple[Quotation, ...]
    outlets: tuple[str, ...]  # who reports it, by time
    status: Status | None = None  # against the last edition; "quiet": nothing new; None: there is none to compare with
    figures: tuple[Difference, ...] = ()  # quantities that articles put differently
    story: Story | None = None  # None: it is not known to go on with an earlier event
    topic: str = ""  # the part of the briefing it belongs to; "": none
    watched: bool = False  # whether a word that the reader watches for stands in it
    dek: KeySentence | None = None  # the one of its extracts that is set under the headline


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the briefing rests on: the honest paragraph at its end."""

    sources: int  # files, feeds and pages read
    articles: int  # articles in the window
    outlets: int
    events: int
    undated: tuple[str, ...]  # ids of articles in no window, because nothing says when they are from
    omitted: tuple[str, ...]  # ids of articles in the window that no section and no line has room for
    removed: tuple[Removal, ...]  # summed over articles, by step
    problems: tuple[Problem, ...]
    silent: tuple[str, ...] = ()  # outlets that the last briefing told of and that have nothing in this window


@dataclass(frozen=True, slots=True)
class Printed:
    """Words of an article, as an edition showed them."""

    kind: PrintedKind
    words: str  # the article's own at that place
    place: Place
    sha256: str  # of the article as it was then
    speaker: str = ""  # of a quotation


@dataclass(frozen=True, slots=True)
class PrintedEvent:
    """All that an edition showed of one event."""

    event_id: str
    headline: str
    printed: tuple[Printed, ...]  # in the edition's order


@dataclass(frozen=True, slots=True)
class Alteration:
    """What a source changed in an article after a briefing cited it: nobody said so, so it is said here."""

    article_id: str
    outlet: str  # as it is to be named
    title: str  # as it is now
    url: str | None
    window: Window  # of the briefing that cited it
    before: str  # the words it cited
    after: str | None  # what the article has in their place now; None: nothing like it
    sha256: str  # of the article as it is now


@dataclass(frozen=True, slots=True)
class Printing:
    """One edition of a briefing, as the library keeps it."""

    window: Window
    topic: str  # "" for a briefing of everything
    number: int  # from 1
    events: tuple[PrintedEvent, ...]  # sections and lines, in the briefing's order
    alterations: tuple[Alteration, ...]  # that it told of
    generator: str = ""  # what made it: another version may have other words of an article that nobody changed


@dataclass(frozen=True, slots=True)
class Amendment:
    """One thing that an edition says otherwise than the one before it."""

    edition: int  # the later one
    headline: str  # of the event
    kind: AmendmentKind
    before: str  # "" where there was nothing
    after: str  # "" where there is nothing any more


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole briefing, complete: rendering needs nothing else."""

    id: str  # the window's
    title: str
    window: Window
    generator: str  # "brief 0.1.0"
    timezone: str  # IANA name; days and hours are shown in it
    cover: tuple[KeySentence, ...]  # the top events in a sentence each
    sections: tuple[Section, ...]  # by weight
    also: tuple[Section, ...]  # the small events: one line each
    articles: tuple[Article, ...]  # every article the briefing cites or lists, by id
    coverage: Coverage
    edition: int = 1  # the next each time that another making told otherwise
    amendments: tuple[Amendment, ...] = ()  # what earlier editions told otherwise, the latest edition first
    alterations: tuple[Alteration, ...] = ()  # what sources changed of what earlier briefings cited

    def article(self, article_id: str) -> Article:
        """The article of that id; KeyError where the briefing does not hold it."""
        return next(a for a in self.articles if a.id == article_id)
