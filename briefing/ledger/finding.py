"""Finding: quotations as work done once in each version of an article, and then read from the library."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing.model import Article, Quote
from briefing.pipeline import Progress, silent
from briefing.quote import METHOD, quote
from briefing.store import Library
from briefing.store.quotations import Quotations

TOGETHER = 200  # articles kept at once: what an interruption loses, about two seconds' work


def fill(library: Library, path: Path, progress: Progress = silent) -> int:
    """Look for quotations in every article of the library in whose words nobody has looked yet; tell how many.

    path: the file of that library.
    """
    with Quotations(path) as quotations:
        lacking = quotations.lacking(METHOD)
        for at in range(0, len(lacking), TOGETHER):
            articles = library.get(lacking[at : at + TOGETHER])
            quotations.remember([(article, quote(article)) for article in articles], METHOD)
            progress("quoting", min(at + TOGETHER, len(lacking)))
    return len(lacking)


def quoted(articles: Iterable[Article], path: Path) -> Mapping[str, tuple[Quote, ...]]:
    """Article id → quotations, of articles in the library at `path`; looked for only where nobody has looked yet."""
    asked = list(articles)
    with Quotations(path) as quotations:
        known = quotations.of(asked, METHOD)
        found = [(article, quote(article)) for article in asked if article.id not in known]
        if found:
            quotations.remember(found, METHOD)
    return {**known, **{article.id: quotes for article, quotes in found}}
