"""Mail: a subject, a text and an HTML page, from one view; small enough that no mailbox clips it."""

import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model import Brief
from briefing.render.arrange import arrange
from briefing.render.escape import folded
from briefing.render.fit import fit
from briefing.render.templates import fill, source
from briefing.render.to_markdown import values
from briefing.render.view import View

if TYPE_CHECKING:
    import jinja2

HTML = "mail.html.j2"
TEXT = "mail.txt.j2"

# Gmail shows 102 KB of a page and hides the rest behind a link, and with it the end: the coverage note, the way out.
BYTES_MAX = 100_000
EVENT_BYTES_MIN = 250  # of markup alone, so more than `BYTES_MAX` by this need not be tried
COLUMNS = 72  # of the text part: quoted once in an answer it still fits 80
NAMED_MAX = 50  # headlines of the rest that are named
NOTHING = "nothing significant"
WORD_MAX = 24  # characters of a word left whole; a headline at 390 pixels has room for 25 of usual width
PIECE = 12  # characters between two places to break a longer one: as many of the widest letter fit
ZERO_WIDTH_SPACE = "\u200b"  # UAX 14: a line may break here
UNFIT_LINE = re.compile("[\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a mail says beyond the briefing."""

    unsubscribe: str  # an address to follow, mailto or https
    topics: tuple[str, ...] = ()  # what the briefing was narrowed to
    web: str | None = None  # where the full briefing can be read
    logo: str | None = None  # the Content-ID of the picture at its head
    logo_alt: str = ""


@dataclass(frozen=True, slots=True)
class Mail:
    """A briefing as mail."""

    subject: str
    text: str
    html: str
    whole: bool  # False: events at the end are only named, so the full briefing has to travel along or be linked


def to_mail(brief: Brief, setting: Setting, *, templates: Path | None = None) -> Mail:
    """The briefing as mail; RenderError where a template is missing or faulty.

    Where the HTML would be larger than `BYTES_MAX`, the last events are named rather than told, in both parts, as few
    as possible.
    """
    view = without_deks(arrange(brief))
    page, plain = source(HTML, templates), source(TEXT, templates)

    def html(told: int, small: int) -> str:
        return _filled(page, HTML, shortened(view, told, small), view, setting, told, small)

    told, small = fitting(len(view.parts), len(view.small), lambda *kept: len(html(*kept).encode()) <= BYTES_MAX)
    return Mail(
        subject=subject(view),
        text=_filled(plain, TEXT, shortened(view, told, small), view, setting, told, small),
        html=html(told, small),
        whole=(told, small) == (len(view.parts), len(view.small)),
    )


def without_deks(view: View) -> View:
    """The view with every dek as the first of its section's sentences: a letter has one size of type for both."""
    parts = (part._replace(dek=None, lines=(part.dek, *part.lines)) if part.dek else part for part in view.parts)
    return view._replace(parts=tuple(parts))


def subject(view: View) -> str:
    """What it is, and the first event's headline."""
    first = next(iter(headlines(view)), NOTHING)
    return f"{view.title}, {view.dates}: {first}"


def fitting(parts: int, small: int, fits: Callable[[int, int], bool]) -> tuple[int, int]:
    """The most events told in full, then the most on a line, that fit; fewer never take more room."""
    most_events = BYTES_MAX // EVENT_BYTES_MIN
    if parts + small <= most_events and fits(parts, small):
        return parts, small
    parts, small = min(parts, most_events), min(small, most_events)
    if fits(0, small):
        return most(parts, lambda told: fits(told, small)), small
    return 0, most(small, lambda lines: fits(0, lines))


def most(limit: int, fits: Callable[[int], bool]) -> int:
    """The largest number up to `limit` that fits, 0 where none does; by halving."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low


def shortened(view: View, told: int, small: int) -> View:
    """The view with so many of its events."""
    return view._replace(parts=view.parts[:told], small=view.small[:small])


def headlines(view: View) -> list[str]:
    """Its events, in order."""
    return [part.headline for part in view.parts] + [event.headline for event in view.small]


def _filled(text: str, name: str, shown: View, whole: View, setting: Setting, told: int, small: int) -> str:
    left = headlines(whole._replace(parts=whole.parts[told:], small=whole.small[small:]))
    return fill(
        _environment(html=name == HTML),
        text,
        {
            **values(shown),
            "notes": {note.number: note for note in whole.notes},
            "rest": left[:NAMED_MAX],
            "unnamed": max(0, len(left) - NAMED_MAX),
            "topics": setting.topics,
            "web": setting.web,
            "logo": setting.logo,
            "logo_alt": setting.logo_alt,
            "unsubscribe": setting.unsubscribe,
        },
        name,
    )


@cache
def _environment(*, html: bool) -> "jinja2.Environment":
    import jinja2

    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        autoescape=html,  # noqa: S701 - off for the text part alone, where nothing is markup
        finalize=_html_value if html else _text_value,
    )  # fmt: skip
    filters: Mapping[str, Callable[..., str]] = {"wrap": wrap, "soft": soft, "line": lambda mark: mark * COLUMNS}
    environment.filters.update(filters)
    return environment


def wrap(text: str, first: str = "") -> str:
    """The text in lines of `COLUMNS`, the first after `first`, the others as far in; addresses stay whole."""
    return textwrap.fill(
        folded(text), COLUMNS, initial_indent=first, subsequent_indent=" " * len(first),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def soft(text: str) -> str:
    """The text as HTML, with places to break a line in words too long for a phone.

    The break is a character: some mail programs know neither an element nor a style for it.
    """
    from markupsafe import Markup, escape

    pieces = [
        escape(ZERO_WIDTH_SPACE).join(word[at : at + PIECE] for at in range(0, len(word), PIECE))
        if len(word) > WORD_MAX
        else escape(word)
        for word in fit(text).split(" ")
    ]
    return Markup(" ").join(pieces)


def _html_value(value: object) -> object:
    from markupsafe import Markup

    return value if isinstance(value, Markup) or not isinstance(value, str) else fit(value)


def _text_value(value: object) -> object:
    return UNFIT_LINE.sub(" ", fit(value)) if isinstance(value, str) else value
