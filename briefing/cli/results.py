"""Results of searching and listing, as people and programs read them."""

import os
import textwrap
from collections.abc import Iterable, Iterator

from briefing.cli.terminal import BOLD, PLAIN
from briefing.store.search import Found, Hit, Kind, Piece

WIDTH = 88
INDENT = 14  # two, a day, two
UNDATED = "undated"
NAMES: dict[Kind, str] = {"briefing": "Briefings", "event": "Events", "article": "Articles", "quotation": "Quotations"}
OUTLETS_SHOWN = 3
START, STOP = "\ue002", "\ue003"  # private use: around what is set off


def page(found: Iterable[Found], *, sure: float) -> Iterator[str]:
    """Everything that was found, kind by kind. sure: the least confidence at which a speaker is named."""
    first = True
    for each in found:
        if not each.hits:
            continue
        if not first:
            yield ""
        first = False
        shown = f"{len(each.hits):,} of {each.total:,}" if len(each.hits) < each.total else f"{each.total:,}"
        yield bold(f"{NAMES[each.kind]} ({shown})")
        for hit in each.hits:
            yield from entry(hit, sure)


def entry(hit: Hit, sure: float) -> Iterator[str]:
    """One result: when and what, by whom, the words, and by which name to ask for it."""
    day = hit.id if hit.kind == "briefing" else hit.last.isoformat() if hit.last else UNDATED
    if len(day) > INDENT - 4:  # a range of days
        yield f"  {clear(day)}"
        day = ""
    yield from block(clear(hit.title) or "(no headline)", f"  {day:<{INDENT - 2}}")
    if hit.kind == "quotation":
        yield from block(f"{speaker(hit, sure)}“{marked(hit.snippet)}”")
    elif hit.snippet:
        yield from block(marked(hit.snippet))
    told = [outlets(hit), f"{hit.articles} articles" if hit.articles and hit.articles > 1 else ""]
    told += [hit.id] if hit.kind != "briefing" else []
    line = " · ".join(part for part in told if part)
    if line:
        yield from block(clear(line))


def speaker(hit: Hit, sure: float) -> str:
    """Who said it, where that is sure."""
    if not hit.speaker or (hit.confidence or 0) < sure:
        return ""
    return f"{clear(hit.speaker)}: "


def outlets(hit: Hit) -> str:
    """Who printed it, the first few."""
    more = len(hit.outlets) - OUTLETS_SHOWN
    return ", ".join(hit.outlets[:OUTLETS_SHOWN]) + (f" and {more} more" if more > 0 else "")


def marked(snippet: Iterable[Piece]) -> str:
    """A snippet with what was found set off."""
    return "".join(bold(clear(piece.text)) if piece.found else clear(piece.text) for piece in snippet)


def bold(text: str) -> str:
    """Between marks that take no room in a terminal, and stand for bold type in `styled`."""
    return f"{START}{text}{STOP}"


def styled(text: str) -> str:
    """With what is between marks set off on a terminal that is to have colours (https://no-color.org)."""
    codes = ("", "") if os.environ.get("NO_COLOR") else (BOLD, PLAIN)
    return text.replace(START, codes[0]).replace(STOP, codes[1])


def clear(text: str) -> str:
    """Without what would move a terminal's cursor."""
    return "".join(character if character.isprintable() else " " for character in text)


def block(text: str, first: str = " " * INDENT) -> list[str]:
    """A paragraph beside the column of days."""
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=" " * INDENT, break_on_hyphens=False)


def row(hit: Hit) -> dict[str, object]:
    """A result for programs; offsets are code points of the article's text."""
    return {
        "kind": hit.kind,
        "id": hit.id,
        "title": hit.title,
        "first": hit.first.isoformat() if hit.first else None,
        "last": hit.last.isoformat() if hit.last else None,
        "outlets": list(hit.outlets),
        "snippet": [{"text": piece.text, "found": piece.found} for piece in hit.snippet],
        "article": hit.article_id,
        "event": hit.event_id,
        "articles": hit.articles,
        "url": hit.url,
        "start": hit.span.start if hit.span else None,
        "end": hit.span.end if hit.span else None,
        "speaker": hit.speaker,
        "role": hit.role,
        "confidence": hit.confidence,
    }
