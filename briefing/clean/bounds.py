"""Bounds: how long what an article says of itself may be, beyond which nobody means to be read; and who may pose.

A headline of a megabyte would be printed as one, and an author's name of a megabyte too. Each bound is far above what
4,260 articles of news have: headlines of 192 characters, outlets of 48, 10 authors, texts of 53,000.
"""

from collections.abc import Iterator
from dataclasses import replace

from briefing.model import Article, Problem
from briefing.rows import digest
from briefing.text.scripts import mixed

LONGEST_TEXT = 1_000_000
LONGEST_TITLE = 500
LONGEST_NAME = 200
MOST_AUTHORS = 50
ELLIPSIS = "…"


def bounded(article: Article, subject: str) -> tuple[Article, tuple[Problem, ...]]:
    """The article within the bounds, and what had to go for it; subject: how its document is called."""
    title = _beginning(article.title, LONGEST_TITLE)
    kept = replace(
        article,
        title=title if title == article.title else title + ELLIPSIS,
        text=_beginning(article.text, LONGEST_TEXT),
        outlet=_name(article.outlet),
        authors=tuple(name for name in article.authors if len(name) <= LONGEST_NAME)[:MOST_AUTHORS],
        origin=_name(article.origin),
    )
    problems = tuple(Problem("clean", subject, message) for message in (*_lost(article, kept), *_posing(kept)))
    if kept == article:
        return article, problems
    return replace(kept, sha256=digest(kept.title, kept.text)), problems


def _lost(article: Article, kept: Article) -> Iterator[str]:
    for what, written, read in (("headline", article.title, kept.title), ("text", article.text, kept.text)):
        if written != read:
            yield f"its {what} has {len(written):,} characters, so only its beginning was kept"
    for what, before, after in (("outlet", article.outlet, kept.outlet), ("agency", article.origin, kept.origin)):
        if before != after:
            yield f"its {what} has a name of {len(before or ''):,} characters, so it was left out"
    if article.authors != kept.authors:
        left_out = len(article.authors) - len(kept.authors)
        yield f"{left_out:,} of its {len(article.authors):,} authors were left out: too many, or names too long"


def _posing(article: Article) -> Iterator[str]:
    """Who may pose as somebody: names that look like another's, which they are not taken for."""
    for what, name in (("outlet", article.outlet), *(("author", name) for name in article.authors)):
        alphabets = mixed(name or "")
        if alphabets:
            which = " and ".join(each.capitalize() for each in alphabets)
            yield f"its {what}, {name}, is written with letters of {which}: not who it looks like"


def _beginning(text: str, most: int) -> str:
    """The text as far as it may go: to the end of a paragraph, else of a word."""
    if len(text) <= most:
        return text
    half = most // 2
    end = text.rfind("\n\n", half, most)
    if end < 0:
        end = text.rfind(" ", half, most)
    return text[: end if end >= 0 else most].rstrip()


def _name(name: str | None) -> str | None:
    return name if name is None or len(name) <= LONGEST_NAME else None
