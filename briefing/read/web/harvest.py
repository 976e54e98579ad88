"""Harvest: feeds and pages side by side, each feed's teasers completed by the pages they lead to.

Hosts are asked in parallel, each by one thread; results come in the order of what was asked for, whatever came first.
A source that fails costs one `Problem`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from urllib.parse import urlsplit

from briefing.model import Problem, RawDocument, Visit
from briefing.read.feed import Entry
from briefing.read.web.address import Refused, without_password
from briefing.read.web.answers import NOTHING, Found, found_in, is_page, page_document
from briefing.read.web.client import Answer, Client
from briefing.read.web.manners import Manners
from briefing.read.web.memory import Validators

Got = TypeVar("Got")

Known = Callable[[Iterable[str]], Mapping[str, Visit]]
"""Addresses → the last visit of each that was visited: `Memory.visited`."""


OURS = "brief failed at it ({}), which is a fault in brief: please report it with the address"


@dataclass(frozen=True, slots=True)
class Harvest:
    """What a run of fetching brought."""

    documents: tuple[tuple[RawDocument, ...], ...]  # an article each, in several forms: its page, what its feed has
    problems: tuple[Problem, ...]
    visits: tuple[Visit, ...]  # to be remembered once the documents are safe
    feeds: tuple[str, ...]  # which of the addresses are feeds
    unchanged: int  # sources that had nothing new


@dataclass(frozen=True, slots=True)
class _Source:
    """One source as asked for, and what came of it."""

    url: str
    answer: Answer | str  # the reason where there is none
    found: Found


def harvest(
    urls: Sequence[str],
    known: Known,
    client: Client,
    manners: Manners,
    fetched_at: datetime,
    progress: Callable[[int], None] = lambda _answers: None,
) -> Harvest:
    """Everything at these addresses: feeds or pages, as they turn out to be. Pages of a feed are read only once.

    `progress` is told how many answers there are so far.
    """
    unique = list(dict.fromkeys(urls))
    visited = known(unique)

    def ask(url: str) -> _Source:
        visit = visited.get(url)
        former = Validators(visit.etag, visit.last_modified) if visit else Validators()
        answer = _got(client, url, former)
        if isinstance(answer, str):
            return _Source(url, answer, NOTHING)
        if answer.unchanged:  # such an answer need not repeat what the former one said (RFC 9110, section 15.4.5)
            validators = Validators(answer.validators.etag or former.etag, former.last_modified)
            return _Source(url, replace(answer, validators=validators), NOTHING)
        try:
            return _Source(url, answer, found_in(answer, without_password(url), fetched_at))
        except Exception as error:  # noqa: BLE001 as below
            return _Source(url, OURS.format(type(error).__name__), NOTHING)

    sources = _by_host(unique, ask, manners.side_by_side, progress)
    seen = _seen(sources, known)
    wanted = _wanted(sources, seen, manners.pages_a_feed)
    answers = _by_host(
        wanted,
        lambda url: _got(client, url, Validators()),
        manners.side_by_side,
        lambda done: progress(len(unique) + done),
    )
    return _gathered(sources, dict(zip(wanted, answers, strict=True)), seen, fetched_at)


def _got(client: Client, url: str, validators: Validators) -> Answer | str:
    try:
        return client.get(url, validators)
    except Refused as refused:
        return str(refused)
    except Exception as error:  # noqa: BLE001 a fault of ours at one address must not cost the others
        return OURS.format(type(error).__name__)


def _by_host(
    urls: Sequence[str], ask: Callable[[str], Got], side_by_side: int, progress: Callable[[int], None]
) -> list[Got]:
    """`ask` of each address, in order; those of one host one after another, different hosts in parallel."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(_host(url), []).append(url)
    if not hosts:
        return []
    got: dict[str, Got] = {}
    pool = ThreadPoolExecutor(max_workers=min(side_by_side, len(hosts)))
    try:
        for pairs in pool.map(lambda mine: [(url, ask(url)) for url in mine], hosts.values()):
            got.update(pairs)
            progress(len(got))
    finally:  # all have answered, or the user waits no longer for those that have not
        pool.shutdown(wait=False, cancel_futures=True)
    return [got[url] for url in urls]


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return url


def _seen(sources: Sequence[_Source], known: Known) -> frozenset[str]:
    """The pages that need not be read: a former run did, or another feed has the whole article."""
    entries = [entry for source in sources for entry in source.found.entries if entry.url]
    teasers = {entry.url for entry in entries if entry.url and entry.teaser}
    read = {url for url, visit in known(sorted(teasers)).items() if not visit.problem}
    return frozenset(read | {entry.url for entry in entries if entry.url and not entry.teaser})


def _wanted(sources: Sequence[_Source], seen: frozenset[str], pages_a_feed: int) -> list[str]:
    """The pages to read: those of teasers, of each feed its first, each once."""
    wanted: dict[str, None] = {}
    for source in sources:
        fresh = [entry.url for entry in source.found.entries if entry.teaser and entry.url and entry.url not in seen]
        wanted |= dict.fromkeys(fresh[:pages_a_feed])
    return list(wanted)


def _gathered(
    sources: Sequence[_Source], pages: Mapping[str, Answer | str], seen: frozenset[str], fetched_at: datetime
) -> Harvest:
    documents: list[tuple[RawDocument, ...]] = []
    problems: list[Problem] = []
    visits = [Visit(url) for url, answer in pages.items() if isinstance(answer, Answer)]
    told: set[str | None] = set()
    for source in sources:
        documents += [(document,) for document in source.found.documents]
        for entry in source.found.entries:
            forms = () if entry.url in told else _forms(entry, pages, seen, without_password(source.url), fetched_at)
            if forms:
                documents.append(forms)
                told |= {entry.url} - {None}  # two feeds of one outlet have the same entries
        faults = _faults(source, pages)
        problems += faults
        visits.append(_visit(source, pages, seen, faults))
    return Harvest(
        documents=tuple(documents),
        problems=tuple(problems),
        visits=tuple(visits),
        feeds=tuple(source.url for source in sources if source.found.is_feed),
        unchanged=sum(isinstance(source.answer, Answer) and source.answer.unchanged for source in sources),
    )


def _faults(source: _Source, pages: Mapping[str, Answer | str]) -> list[Problem]:
    """All that is wrong with a source."""
    if isinstance(source.answer, str):
        return [Problem("read", without_password(source.url), source.answer)]
    return [*source.found.problems, *_unread(source, pages)]


def _visit(
    source: _Source, pages: Mapping[str, Answer | str], seen: frozenset[str], faults: Sequence[Problem]
) -> Visit:
    """What to remember of a source. Where something is missing, the next run has to see it again, changed or not."""
    if isinstance(source.answer, str) or (faults and not source.found.is_feed):
        return Visit(source.url, problem=faults[0].message)
    complete = all(_is_read(entry, pages, seen) for entry in source.found.entries)
    kept = source.answer.validators if complete else Validators()
    return Visit(source.url, kept.etag, kept.last_modified)


def _is_read(entry: Entry, pages: Mapping[str, Answer | str], seen: frozenset[str]) -> bool:
    """Whether all there is of an entry was read, now or in a former run."""
    return not entry.teaser or not entry.url or entry.url in seen or isinstance(pages.get(entry.url), Answer)


def _forms(
    entry: Entry, pages: Mapping[str, Answer | str], seen: frozenset[str], source: str, fetched_at: datetime
) -> tuple[RawDocument, ...]:
    """The forms of one entry's article, the fullest first; none where a former run read its page."""
    if entry.teaser and entry.url in seen:
        return ()
    page = pages.get(entry.url or "") if entry.teaser else None
    own = (entry.document,) if entry.document else ()
    if isinstance(page, Answer) and is_page(page):
        return (page_document(page, source, fetched_at, entry.declared), *own)
    return own


def _unread(source: _Source, pages: Mapping[str, Answer | str]) -> list[Problem]:
    """One `Problem` for all pages of a feed that could not be read: a site that refuses refuses them all."""
    failed = {
        entry.url: answer
        for entry in source.found.entries
        if entry.teaser and entry.url and isinstance(answer := pages.get(entry.url), str)
    }
    if not failed:
        return []
    url, reason = next(iter(failed.items()))
    more = f" (and {len(failed) - 1} more of its pages)" if len(failed) > 1 else ""
    message = f"only the teaser was read of {url}{more}: {reason}"
    return [Problem("read", without_password(source.url), message)]
