"""Clean: what an article's own text is, and what is known about it. `RawDocument` → `Article`."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefing.clean.assemble import Cleaned, subject
from briefing.clean.bounds import bounded
from briefing.clean.copy_text import clean_markdown, clean_plain
from briefing.clean.declared import with_declared
from briefing.clean.row import clean_row
from briefing.model import Article, Problem, RawDocument


def clean_page(document: RawDocument) -> Cleaned:
    """The article of a web page; what that takes is imported when the first page is met, as many a week has none."""
    from briefing.clean.page import clean_page

    return clean_page(document)


CLEANERS: Mapping[str, Callable[[RawDocument], Cleaned]] = MappingProxyType(
    {
        "text/plain": clean_plain,
        "text/markdown": clean_markdown,
        "text/html": clean_page,
        "application/json": clean_row,
    }
)
"""How each media type is cleaned. A new kind of document is one line here."""


def clean(document: RawDocument) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a document (None: there is none in it) and what was wrong with it.

    Pure: the same document gives the same article; no date after `document.fetched_at` is believed.
    """
    cleaner = CLEANERS.get(document.media_type)
    if cleaner is None:
        message = f"brief does not clean {document.media_type}"
        return None, (Problem("clean", subject(document), message),)
    article, problems = with_declared(cleaner(document), document)
    if article is None:
        return None, problems
    article, lost = bounded(article, subject(document))
    return article, (*problems, *lost)
