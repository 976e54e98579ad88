"""A briefing of our own making, with every shape a page has to set: fictional outlets, people and places."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from briefing.model import (
    Article,
    Brief,
    Citation,
    Copy,
    Coverage,
    Difference,
    Earlier,
    Event,
    Extract,
    KeySentence,
    Place,
    Problem,
    Quotation,
    Quote,
    Removal,
    Section,
    Span,
    Status,
    Story,
    Window,
)
from briefing.rows import digest

WINDOW = Window(
    id="2026-W20",
    kind="week",
    start=datetime(2026, 5, 10, 22, tzinfo=UTC),
    end=datetime(2026, 5, 17, 22, tzinfo=UTC),
    first_day=date(2026, 5, 11),
    last_day=date(2026, 5, 17),
)

BEFORE = replace(
    WINDOW, id="2026-W19", start=WINDOW.start - timedelta(7), end=WINDOW.start,
    first_day=date(2026, 5, 4), last_day=date(2026, 5, 10),
)  # fmt: skip

FERRY = """HARNBY — A ferry with 214 people on board ran aground on the Selby Bar on Tuesday evening, the harbour \
office of Port Selby said.
All passengers were brought ashore by 23:40, and nine of them were taken to hospital with light injuries.
“We have everyone off the ship and everyone accounted for,” harbour master Ingrid Talvoss told reporters on the quay. \
“Now we find out why she left the fairway.”
The ferry, the Lady Annik, had passed its last inspection in March."""

FERRY_COPY = FERRY.replace("HARNBY — ", "")

FERRY_NEXT = """The number of people hurt when the ferry Lady Annik ran aground off Port Selby has risen to fourteen, \
the county hospital said on Wednesday.
Transport minister Oskar Brenn ordered an inquiry and said its first findings would be published within thirty days.
Brenn called the buoys in the fairway “a disgrace that three governments have sailed past” and promised new ones \
before the autumn storms."""

TREATY = """Valdoria and Estmark agreed on Thursday to reopen the bridge at Kessel to lorries after four years, \
the two foreign ministries said in a joint statement.
Tolls will be $4 a vehicle & are to be shared in equal parts.
“A bridge is only a bridge when somebody may cross it,” Estmark's foreign minister, Lidia Marant, said in Kessel.
According to Estmark's customs service, 600 lorries a day used the bridge before it was closed."""

FAIR = """The spring fair in Lindow drew 48,000 visitors in three days, its organisers said."""
STRIKE = """Tram drivers in Harnby will vote next week on a strike over night shifts, their union said."""


def article(
    number: int, title: str, text: str, outlet: str | None, published: datetime | None, **changes: object
) -> Article:
    """An article with everything stated; `changes` replaces fields."""
    whole = Article(
        id=f"{number:012x}",
        title=title,
        text=text,
        url=f"https://news.example/{number}",
        outlet=outlet,
        authors=("Mara Quill",),
        published=published,
        published_precision="minute" if published else "none",
        utc_offset=120 if published else None,
        partial_date=None,
        dated_by="stated" if published else "none",
        language="en",
        origin=None,
        sha256=digest(title, text),
        source=f"seeds/{number}.txt",
        removed=(),
    )
    return replace(whole, **changes)  # type: ignore[arg-type] # names and types are checked by the dataclass itself


def place(of: Article, words: str) -> Place:
    """Where the words stand in an article's text."""
    start = of.text.index(words)
    return Place(of.id, Span(start, start + len(words)))


def key(of: Article, words: str, rank: int, *also: Place) -> KeySentence:
    """A key sentence cited where it stands."""
    where = place(of, words)
    return KeySentence(Extract(of.id, where.span, 1.0 / (rank + 1), rank), Citation(where, also))


def said(of: Article, words: str, speaker: str | None, role: str | None, cited: str | None = None) -> Quotation:
    """A direct quotation, cited by itself or by the clause it stands in."""
    span = place(of, words).span
    quote = Quote(of.id, "direct", span, speaker, role, None, "said", 0.9)
    return Quotation(quote, Citation(place(of, cited or words), ()))


def event(articles: Sequence[Article], headline: str, copies: tuple[Copy, ...] = ()) -> Event:
    """An event over the articles."""
    times = sorted(each.published for each in articles if each.published)
    first, last = (times[0], times[-1]) if times else (None, None)
    return Event(f"e{articles[0].id}", tuple(each.id for each in articles), headline, first, last, copies, None)


def section(happening: Event, articles: Sequence[Article], extracts: Sequence[KeySentence] = (),
            quotes: Sequence[Quotation] = (), status: Status | None = None, figures: tuple[Difference, ...] = (),
            story: Story | None = None, dek: KeySentence | None = None) -> Section:  # fmt: skip
    """A section of that event."""
    outlets = tuple(dict.fromkeys(each.outlet for each in articles if each.outlet))
    return Section(happening, float(len(articles)), tuple(extracts), tuple(quotes), outlets, status, figures,
                   story, dek=dek)  # fmt: skip


def rich() -> Brief:
    """A week with two events in full, two on a line, copies, an undated article, and trouble."""
    wire = article(1, "Ferry runs aground off Port Selby, all passengers safe", FERRY, "Northern Wire",
                   datetime(2026, 5, 12, 21, 55, tzinfo=UTC), origin="Northern Wire")  # fmt: skip
    copy = article(2, "Ferry runs aground off Port Selby, all passengers safe", FERRY_COPY, "The Harnby Post",
                   datetime(2026, 5, 13, tzinfo=UTC), published_precision="day", dated_by="copy")  # fmt: skip
    later = article(3, "Fourteen hurt in ferry accident as minister orders inquiry", FERRY_NEXT, "Selby Courier",
                    datetime(2026, 5, 13, 15, 20, tzinfo=UTC))  # fmt: skip
    treaty = article(4, "Bridge at Kessel to reopen to lorries", TREATY, "Estmark Today",
                     datetime(2026, 5, 14, 9, 5, tzinfo=UTC), url="https://estmark.example/a_b?x=(1)&y=ü")  # fmt: skip
    fair = article(5, "Spring fair draws 48,000", FAIR, "Lindow Echo", datetime(2026, 5, 17, 12, 0, tzinfo=UTC))
    strike = article(6, "Tram drivers to vote on strike [update]", STRIKE, "The Harnby Post",
                     datetime(2026, 5, 15, 6, 30, tzinfo=UTC))  # fmt: skip
    undated = article(7, "A history of the Selby Bar", "The bar moves.", None, None, partial_date="--03-30")
    ferry = event([wire, copy, later], wire.title, (Copy(copy.id, wire.id),))
    hurt = "The number of people hurt when the ferry Lady Annik ran aground off Port Selby has risen to fourteen, the \
county hospital said on Wednesday."
    aground = "A ferry with 214 people on board ran aground on the Selby Bar on Tuesday evening, the harbour office \
of Port Selby said."
    agreed = TREATY.split("\n")[0]
    return Brief(
        id=WINDOW.id,
        title="Weekly briefing",
        window=WINDOW,
        generator="brief 0.1.0",
        timezone="Europe/Berlin",
        cover=(key(later, hurt, 0), key(treaty, agreed, 0)),
        sections=(
            section(
                ferry,
                [wire, copy, later],
                [
                    key(later, hurt, 0),
                    key(later, FERRY_NEXT.split("\n")[1], 2),
                    key(wire, aground, 1, place(copy, aground)),
                ],
                [
                    said(wire, "We have everyone off the ship and everyone accounted for", "Ingrid Talvoss",
                         "harbour master of Port Selby"),
                    said(later, "a disgrace that three governments have sailed past", "Oskar Brenn",
                         "transport minister", FERRY_NEXT.split("\n")[2]),
                ],
                "updated",
                (Difference("injured", (place(wire, "nine of them"), place(later, "has risen to fourteen"))),),
                Story("e0", date(2026, 5, 4), 10, (Earlier(BEFORE, "e0", "Buoys adrift on the Selby Bar"),)),
                key(later, hurt, 0),
            ),
            section(
                event([treaty], treaty.title),
                [treaty],
                [key(treaty, agreed, 0), key(treaty, TREATY.split("\n")[1], 1)],
                [said(treaty, "A bridge is only a bridge when somebody may cross it", "Lidia Marant",
                      "Estmark’s foreign minister")],
                "new",
            ),
        ),
        also=(
            section(event([fair], fair.title), [fair], [key(fair, FAIR, 0)]),
            section(event([strike], strike.title), [strike], status="updated",
                    story=Story("e1", None, None, (Earlier(BEFORE, "e1", "Tram drivers in dispute"),))),
        ),
        articles=(wire, copy, later, treaty, fair, strike, undated),
        coverage=Coverage(
            sources=9,
            articles=6,
            outlets=5,
            events=4,
            undated=(undated.id,),
            omitted=(),
            removed=(Removal("appeal", 8), Removal("byline", 1)),
            problems=(Problem("read", "seeds/broken.jsonl", "line 4 is not JSON"),),
            silent=("Radio Skarn",),
        ),
    )  # fmt: skip


def empty() -> Brief:
    """A week in which nothing was read."""
    coverage = Coverage(0, 0, 0, 0, (), (), (), ())
    return replace(rich(), cover=(), sections=(), also=(), articles=(), coverage=coverage)
