"""Titles, days and authors of saved pages, as we and as trafilatura read them, against labels read by hand.

FOLDER holds `html/KEY.html.gz`; the labels stand in clean_metadata.tsv beside this file: a page's key, the digest of
its headline, its day (where zones differ, both days it was), and the people who wrote it: "-" for nobody, "?" where
reading did not tell. One reader went through what each page's headline, byline, address and metadata say, beside what
both programs made of it: where both are wrong alike, the label may be, too. Headlines are kept as digests, as they are
their publishers'.

    python benchmarks/clean_metadata.py FOLDER
    python benchmarks/clean_metadata.py FOLDER --show     every miss of ours
"""

import gzip
import hashlib
import logging
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from briefing.clean import clean
from briefing.clean.page.title import without_site
from briefing.model import RawDocument

LABELS = Path(__file__).with_suffix(".tsv")
NOW = datetime.now(UTC)
DIGITS = 12


@dataclass(frozen=True, slots=True)
class Found:
    """What was read off one page."""

    title: str
    days: frozenset[str]
    authors: Sequence[str]
    hour: bool = False
    zone: bool = False


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
        return Found(article.title if article else "", frozenset(), article.authors if article else ())
    local = article.published + timedelta(minutes=article.utc_offset or 0)
    days = frozenset(time.date().isoformat() for time in (article.published, local))
    hour = article.published_precision != "day"
    return Found(article.title, days, article.authors, hour, article.utc_offset is not None)


def theirs(body: bytes) -> Found:
    """What trafilatura reads."""
    import trafilatura

    found: Any = trafilatura.bare_extraction(body, with_metadata=True)
    told = found.as_dict() if found is not None else {}
    return Found(told.get("title") or "", frozenset({told.get("date") or ""}), (told.get("author") or "").split("; "))


def labels() -> Iterator[tuple[str, str, frozenset[str], str]]:
    """Key, digest of the title, days, authors."""
    for line in LABELS.read_text("utf-8").splitlines():
        page, title, days, authors = line.split("\t")
        yield page, title, frozenset(days.split("/")), authors


def main() -> None:
    """Print the share of right titles, days and authors of both."""
    logging.disable(logging.CRITICAL)
    folder, show = Path(sys.argv[1]), "--show" in sys.argv
    wanted = list(labels())
    bodies = {page: gzip.decompress((folder / "html" / f"{page}.html.gz").read_bytes()) for page, *_ in wanted}
    for who, reader in (("ours", ours), ("trafilatura", theirs)):
        found = {page: reader(body) for page, body in bodies.items()}
        title = [title in keys(found[page].title) for page, title, _, _ in wanted]
        day = [bool(days & found[page].days) for page, _, days, _ in wanted]
        written = [(page, set(map(name, by.split("; ")))) for page, _, _, by in wanted if by not in ("-", "?")]
        author = [bool(by & set(map(name, found[page].authors))) for page, by in written]
        nobody = [not any(found[page].authors) for page, _, _, by in wanted if by == "-"]
        shares = (("title", title), ("day", day), ("author", author), ("nobody", nobody))
        print(who, *(f"{what}={sum(right) / len(right):.3f} of {len(right)}" for what, right in shares), end=" ")
        print(f"hour={sum(f.hour for f in found.values())} zone={sum(f.zone for f in found.values())}")
        if show and who == "ours":
            for (page, *_), right, dated in zip(wanted, title, day, strict=True):
                if not (right and dated):
                    print("  ", page, found[page].title if not right else "", sorted(found[page].days))
            for (page, by), right in zip(written, author, strict=True):
                if not right:
                    print("  ", page, sorted(by), found[page].authors)


if __name__ == "__main__":
    main()
