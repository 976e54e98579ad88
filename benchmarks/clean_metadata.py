"""Titles, days, authors and hours of saved pages, as we and as trafilatura read them, against two sets of labels.

FOLDER holds `html/KEY.html.gz`. Two files of labels stand beside this one, and they are not worth the same:

* clean_metadata_independent.tsv: 80 pages, `random.Random(20261122).sample` of the sorted keys, labelled from their
  HTML alone (headings, metadata, JSON-LD, time elements, bylines, first lines) by a language model that saw neither
  our output, nor trafilatura's, nor the other file. It judged from what the programs read, too: where a page is wrong
  about itself, the label may be.
* clean_metadata.tsv: all 181 pages, **derived from this project's own output**, corrected where a slip was seen. What
  it gives is self-agreement: good for noticing that an answer changed, no measure of how many are right.

A row: a page's key; the digest of its headline as displayed, without the site's name (headlines are their publishers');
its day, "/" between the two it was where zones differ; the people who wrote it, "; " between them and, in the
independent file, "/" between ways to write one name: "-" for nobody, "?" where reading did not tell. The independent
file adds the time of publication, in UTC ("09:44Z"), on the page's own unnamed clock ("11:04"), or "-"; "/" where a
page contradicts itself. trafilatura gives no time.

    python benchmarks/clean_metadata.py FOLDER
    python benchmarks/clean_metadata.py FOLDER --show     every miss of both
"""

import gzip
import hashlib
import logging
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from briefing.clean import clean
from briefing.clean.page.title import without_site
from briefing.model import RawDocument

AGREEMENT = Path(__file__).with_suffix(".tsv")
INDEPENDENT = AGREEMENT.with_name("clean_metadata_independent.tsv")
NOW = datetime.now(UTC)
DIGITS = 12


@dataclass(frozen=True, slots=True)
class Found:
    """What was read off one page."""

    title: str
    days: frozenset[str]
    authors: Sequence[str]
    time: str | None = None  # None of who reads none


def key(title: str) -> str:
    """The digest of a title's letters and digits."""
    return hashlib.sha256("".join(filter(str.isalnum, title.lower())).encode()).hexdigest()[:DIGITS]


def keys(title: str) -> set[str]:
    """The digests of a title with and without what may be its site's name."""
    parts = re.split(r"\s+[|–—-]\s+", title)
    return {key(title), key(without_site(title, "")), *(key(title.rsplit(part, 1)[0]) for part in parts[1:])}


def name(author: str) -> str:
    """An author's name as names are compared."""
    return re.sub(r"\W+", " ", author).strip().lower()


def ours(body: bytes) -> Found:
    """What cleaning reads; the day in its own zone and in UTC."""
    article = clean(RawDocument("page", None, "page", None, "text/html", body, NOW))[0]
    if article is None or article.published is None:
        return Found(article.title if article else "", frozenset(), article.authors if article else (), "")
    local = article.published + timedelta(minutes=article.utc_offset or 0)
    days = frozenset(time.date().isoformat() for time in (article.published, local))
    zone = "" if article.utc_offset is None else "Z"
    time = "" if article.published_precision == "day" else f"{article.published:%H:%M}{zone}"
    return Found(article.title, days, article.authors, time)


def theirs(body: bytes) -> Found:
    """What trafilatura reads."""
    import trafilatura

    found: Any = trafilatura.bare_extraction(body, with_metadata=True)
    told = found.as_dict() if found is not None else {}
    return Found(told.get("title") or "", frozenset({told.get("date") or ""}), (told.get("author") or "").split("; "))


@dataclass(frozen=True, slots=True)
class Label:
    """What a page says: digest of the title, days, each author's ways of being written, times."""

    page: str
    title: str
    days: frozenset[str]
    authors: tuple[frozenset[str], ...]
    told: bool
    times: frozenset[str]


def labels(path: Path) -> Iterator[Label]:
    """A file's rows."""
    for line in path.read_text("utf-8").splitlines():
        page, title, days, by, *rest = line.split("\t")
        people = () if by in ("-", "?") else tuple(frozenset(map(name, one.split("/"))) for one in by.split("; "))
        times = frozenset(rest[0].split("/")) - {"-"} if rest else frozenset[str]()
        yield Label(page, title, frozenset(days.split("/")), people, by != "?", times)


def judged(label: Label, found: Found) -> Iterator[tuple[str, bool]]:
    """Each question that the label answers, and whether what was found is right."""
    names = [name(author) for author in found.authors if author]
    yield "title", label.title in keys(found.title)
    yield "day", bool(label.days & found.days)
    if label.authors:
        yield "author", any(written in ways for ways in label.authors for written in names)
        all_named = all(any(written in ways for written in names) for ways in label.authors)
        yield "all-and-only", all_named and len(names) == len(label.authors)
    elif label.told:
        yield "nobody", not names
    if label.times and found.time is not None:
        yield "time", found.time in label.times


def report(what: str, path: Path, folder: Path, show: bool) -> None:
    """Print right of asked, question by question, for both readers."""
    wanted = list(labels(path))
    for who, reader in (("ours", ours), ("trafilatura", theirs)):
        right: Counter[str] = Counter()
        asked: Counter[str] = Counter()
        misses = []
        for label in wanted:
            found = reader(gzip.decompress((folder / "html" / f"{label.page}.html.gz").read_bytes()))
            for question, good in judged(label, found):
                asked[question] += 1
                right[question] += good
                if not good:
                    misses.append(f"    {question} {label.page[:8]} {found}")
        print(f"{what} {who:12}", *(f"{question}={right[question]}/{asked[question]}" for question in asked))
        if show:
            print(*misses, sep="\n")


def main() -> None:
    """Print both readers' figures on both sets of labels."""
    logging.disable(logging.CRITICAL)
    folder, show = Path(sys.argv[1]), "--show" in sys.argv
    report("independent   ", INDEPENDENT, folder, show)
    report("self-agreement", AGREEMENT, folder, show)


if __name__ == "__main__":
    main()
