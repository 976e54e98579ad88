"""Finding: quotations as work done once in each version of an article, and then read from the library."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import cache
from hashlib import sha256
from importlib.resources import files

from briefing.config.engine import AUTO
from briefing.database import Address
from briefing.engine import HERE, Engine, chunks, engine_named
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


def fill(library: Library, path: Address, progress: Progress = silent, engine: Engine | None = None) -> int:
    """Look for quotations in every article of the library in whose words nobody has looked yet; tell how many.

    path: where that library is. engine: who looks; None: this process, and others if there is much to look for.
    """
    with Quotations(path) as quotations:
        lacking = quotations.lacking(method())
        with engine_named(AUTO) if engine is None else nullcontext(engine) as looking:
            found = found_in(lacking, library, looking)
            for done, some in enumerate(chunks(found, TOGETHER), 1):
                quotations.remember(some, method())
                progress("quoting", min(done * TOGETHER, len(lacking)))
    return len(lacking)


def found_in(ids: Sequence[str], library: Library, engine: Engine) -> Iterator[tuple[Article, tuple[Quote, ...]]]:
    """Articles of the library with their quotations; read some at a time, before they are asked for."""
    waiting: deque[Article] = deque()

    def articles() -> Iterator[Article]:
        for some in chunks(ids, TOGETHER):
            for article in library.get(some):
                waiting.append(article)
                yield article

    for quotes in engine.map(quote, articles(), CHUNK):
        yield waiting.popleft(), quotes


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
