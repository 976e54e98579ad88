"""Finding: quotations as work done once in each version of an article, and then read from the library."""

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files

from briefing.database import Address
from briefing.engine import HERE, Engine
from briefing.model import Article, Quote
from briefing.pipeline import Progress, silent
from briefing.quote import quote
from briefing.store import Library
from briefing.store.quotations import Quotations

SOURCES = (".py", ".txt", ".tsv")  # the stage's code, word lists and weights
DIGEST_BYTES = 7  # what a whole number of SQLite's holds without a sign
CHUNK = 10  # articles that travel to a worker together: a tenth of a second's work
TOGETHER = 200  # articles kept at once: what an interruption loses, about two seconds' work


@cache
def method() -> int:
    """The version of the quote stage: a digest of its files, so that nobody has to remember to raise a number."""
    digest = sha256()
    for file in sorted(files("briefing.quote").iterdir(), key=lambda each: each.name):
        if file.is_file() and file.name.endswith(SOURCES):
            digest.update(file.name.encode() + b"\n" + file.read_bytes())
    return int.from_bytes(digest.digest()[:DIGEST_BYTES])


def fill(library: Library, path: Address, progress: Progress = silent, engine: Engine = HERE) -> int:
    """Look for quotations in every article of the library in whose words nobody has looked yet; tell how many.

    path: the file of that library.
    """
    with Quotations(path) as quotations:
        lacking = quotations.lacking(method())
        for at in range(0, len(lacking), TOGETHER):
            articles = library.get(lacking[at : at + TOGETHER])
            found = engine.map(quote, articles, CHUNK)
            quotations.remember(list(zip(articles, found, strict=True)), method())
            progress("quoting", min(at + TOGETHER, len(lacking)))
    return len(lacking)


def quoted(articles: Iterable[Article], path: Address, engine: Engine = HERE) -> Mapping[str, tuple[Quote, ...]]:
    """Article id → quotations, of articles in the library at `path`; looked for only where nobody has looked yet."""
    asked = list(articles)
    with Quotations(path) as quotations:
        known = quotations.of(asked, method())
        lacking = [article for article in asked if article.id not in known]
        found = list(zip(lacking, engine.map(quote, lacking, CHUNK), strict=True))
        if found:
            quotations.remember(found, method())
    return {**known, **{article.id: quotes for article, quotes in found}}
