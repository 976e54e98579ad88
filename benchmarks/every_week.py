"""Every week of a year's articles briefed in a row in one library, and what an editor would be called about.

    python benchmarks/every_week.py ARTICLES.jsonl[.gz] [--into FOLDER] [--from 2020-W01] [--to 2020-W53]

ARTICLES: an article a line, {"id", "title", "text", "published", "source", "url"}. Each week is made by `brief` as a
user calls it, in order; then the site is made. Looked at, and printed a line each where it does not hold:

- the exit status, and that nothing looks like a fault of the program's own (a traceback);
- that every article, sentence, quotation and figure of the briefing is of an article of the week (its local days);
- that all four formats pass `brief verify`;
- that every link of the pages and of the Markdown within the archive leads to a file, and to an anchor in it, every
  reference to a note;
- that no event is told twice, no headline or sentence stands twice, no section is without a word of its own;
- the links of the whole site.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote, urlsplit

from briefing.store import open_library
from tests.site.links import broken

FORMATS = ("md", "html", "pdf", "json")
TOML = 'sources = ["{source}"]\nlibrary = "library.sqlite"\narchive = "briefs"\n'
NOT_FAULTS = (0, 3)  # exit statuses of a week that was made
LINK = re.compile(r"(?<!\\)\]\(([^()\s]{1,300})\)")
REFERENCE, NOTE = re.compile(r"\[\^(\d+)\](?!:)"), re.compile(r"^\[\^(\d+)\]:", re.M)
DAYS = 7
LONG = 20  # characters of a sentence that may not stand twice


def main() -> None:
    """Make, look, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--into", type=Path, help="keep everything there; an empty or new folder")
    parser.add_argument("--from", dest="first", default="2020-W01")
    parser.add_argument("--to", dest="last", default="2020-W53")
    asked = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = asked.into or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "brief.toml").write_text(TOML.format(source=asked.articles.resolve()), encoding="utf-8")
        year(folder, asked.first, asked.last)


def year(folder: Path, first: str, last: str) -> None:
    """All weeks from the first to the last, then the site."""
    found: list[str] = []
    made = 0
    for week in weeks(first, last):
        started = time.perf_counter()
        faults, counts = one(folder, week)
        print(f"{week}: {counts}, {time.perf_counter() - started:.1f} s, {len(faults)} faults", flush=True)
        for fault in faults:
            print(f"  {fault}", flush=True)
        found += faults
        made += 1
    status, _, told = brief(folder, "site", "--out", "site")
    faults = [*clean_run(status, told), *broken(folder / "site")]
    print(f"site: {sum(1 for _ in (folder / 'site').rglob('*.html'))} pages, {len(faults)} faults")
    for fault in faults[:50]:
        print(f"  {fault}")
    print(f"{made} weeks, {len(found) + len(faults)} faults")
    sys.exit(bool(found or faults))


def weeks(first: str, last: str) -> Iterator[str]:
    """ISO weeks in a row, both ends among them."""
    day = date.fromisocalendar(int(first[:4]), int(first[-2:]), 1)
    while f"{day:%G-W%V}" <= last:
        yield f"{day:%G-W%V}"
        day += timedelta(days=DAYS)


def brief(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """A call of `brief` in the folder: its exit status, output and messages."""
    command = [sys.executable, "-m", "briefing", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)  # noqa: S603 our own arguments
    return done.returncode, done.stdout, done.stderr


def clean_run(status: int, told: str) -> list[str]:
    """What is wrong with how a call ended."""
    wrong = [] if status in NOT_FAULTS else [f"exit status {status}: {told.strip()[-300:]}"]
    return [*wrong, *(["a traceback"] if "Traceback" in told else [])]


def one(folder: Path, week: str) -> tuple[list[str], str]:
    """One week: what is wrong with it, and how much it is."""
    status, _, told = brief(folder, "make", "--week", week, "--format", ",".join(FORMATS))
    faults = clean_run(status, told)
    written = {kind: folder / "briefs" / week[:4] / f"{week}.{kind}" for kind in FORMATS}
    if not written["json"].exists():
        return faults, "nothing made"
    document = json.loads(written["json"].read_bytes())
    faults += [*strangers(document, folder), *twice(document)]
    for kind, path in written.items():
        status, said, _ = brief(folder, "verify", str(path.relative_to(folder)))
        faults += [f"verify {kind}: {said.strip()[:300]}"] if status else []
    faults += [f"link: {each}" for each in broken(folder / "briefs")]
    faults += [f"link: {each}" for each in broken_in_markdown(folder / "briefs")]
    return faults, told.strip().splitlines()[-1].removeprefix(f"{week}: ") if told.strip() else ""


def strangers(document: Mapping[str, Any], folder: Path) -> list[str]:
    """Articles that the briefing tells of and that are not from its days."""
    first, last = (datetime.fromisoformat(document["window"][end]) for end in ("start", "end"))
    told = {*article_ids([document["sections"], document["also"], document["cover"]])}
    with open_library(folder / "library.sqlite", create=False) as library:
        articles = {each.id: each for each in library.get(sorted(told))}
    missing = [f"article {each} is not in the library" for each in sorted(told - articles.keys())]
    return missing + [
        f"article {each.id} of {each.published}, outside the week"
        for each in articles.values()
        if each.published is None or not first <= each.published < last
    ]


def article_ids(value: object) -> Iterator[str]:
    """Every article named anywhere below, but for what earlier briefings told of it."""
    if isinstance(value, list):
        for each in value:
            yield from article_ids(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name in ("article", "article_id") and isinstance(each, str):
                yield each
            elif name == "article_ids":
                yield from each
            elif name != "story":
                yield from article_ids(each)


def twice(document: Mapping[str, Any]) -> list[str]:
    """What stands twice, or says nothing, that an editor would strike."""
    sections = document["sections"]
    events = Counter(each["event"]["id"] for each in (*sections, *document["also"]))
    headlines = Counter(each["event"]["headline"] for each in sections)
    words = Counter(
        text for each in sections for sentence in each["sentences"] if len(text := sentence["place"]["text"]) > LONG
    )
    said = [(each["event"]["headline"], quote["words"]["text"]) for each in sections for quote in each["quotes"]]
    found = [f"event {each} stands {times} times" for each, times in events.items() if times > 1]
    found += [f"headline stands {times} times: {each}" for each, times in headlines.items() if times > 1]
    found += [f"sentence stands {times} times: {each}" for each, times in words.items() if times > 1]
    found += [f"quotation stands {times} times: {each}" for (_, each), times in Counter(said).items() if times > 1]
    return found + [f"no words: {each['event']['headline']}" for each in sections if not each["sentences"]]


def broken_in_markdown(root: Path) -> list[str]:
    """Links between the archive's Markdown files that lead nowhere, and references to notes that are not there."""
    found = []
    for page in sorted(root.rglob("*.md")):
        text = page.read_text("utf-8")
        for href in LINK.findall(text):
            parts = urlsplit(href)
            target = page.parent / unquote(parts.path) if parts.path else page
            if not parts.scheme and not (target.is_file() and leads(target, parts.fragment)):
                found.append(f"{page.relative_to(root)}: {href}")
        notes = Counter(NOTE.findall(text))
        found += [f"{page.relative_to(root)}: note {each}" for each in {*REFERENCE.findall(text)} ^ notes.keys()]
        found += [f"{page.relative_to(root)}: note {each} twice" for each, times in notes.items() if times > 1]
    return found


def leads(page: Path, anchor: str) -> bool:
    """Whether a page of Markdown has an anchor, where one is asked for."""
    return not anchor or f'id="{anchor}"' in page.read_text("utf-8")


if __name__ == "__main__":
    main()
