"""`brief add`, `fetch` or `make` killed at points by chance, then run again: is all as if nothing had happened?

`python -m tests.faults.kill_rounds COMMAND ROUNDS SEED FOLDER` prints how many points it tried, and fails with a word
on the first that left a trace.
"""

import random
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.children import EVERY, LASTING, child, warm
from tests.read.web.server import Reply, serving

SEEDS = Path(__file__).parents[2] / "seeds"
SOME = 8  # articles: enough for events, copies and quotations, few enough for a hundred rounds
WEEK = ("--week", "2026-W20")
FEED = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harnby Courier</title>{items}</channel></rss>"""
ITEM = """<item><title>{title}</title><link>{base}/{number}</link><guid>{number}</guid>
<content:encoded>{text}</content:encoded><pubDate>Tue, 12 May 2026 0{number}:15:00 +0200</pubDate></item>"""


def some() -> list[Path]:
    """The longest samples: a short entry of a feed would be taken for a teaser."""
    return sorted(SEEDS.glob("*.txt"), key=lambda path: (-path.stat().st_size, path.name))[:SOME]


def desk(folder: Path, command: str, port: int) -> None:
    """A folder in which that command has something to do."""
    articles = folder / ("seeds" if command == "make" else "inbox")
    articles.mkdir(parents=True)
    (folder / "seeds").mkdir(exist_ok=True)
    for source in some():
        shutil.copy(source, articles)
    if command == "fetch":
        feed = f"feeds = ['http://127.0.0.1:{port}/rss']\n[fetch]\nprivate_addresses = true\ndelay = 0\n"
        (folder / "brief.toml").write_text(feed, encoding="utf-8")


def arguments(command: str) -> tuple[str, ...]:
    """The call that is to be killed."""
    return {"make": ("make", *WEEK, "-q"), "add": ("add", "inbox"), "fetch": ("fetch",)}[command]


def finish(folder: Path, command: str) -> dict[str, bytes]:
    """Run it again, whole, and make the briefing; its files, by their names."""
    for call in dict.fromkeys((arguments(command), arguments("make"))):
        run = child(folder, *call)
        assert run.status == 0, f"{call}: status {run.status}: {run.output}"
    return {path.name: path.read_bytes() for path in sorted((folder / "briefs").rglob("2026-W20.*"))}


def whole(library: Path) -> bool:
    """Whether SQLite finds nothing wrong; a library that is not there yet is whole."""
    if not library.exists():
        return True
    connection = sqlite3.connect(library)
    try:
        found: list[tuple[str]] = connection.execute("PRAGMA integrity_check").fetchall()
        return found == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()


@contextmanager
def feed(command: str) -> Iterator[int]:
    """The port of a server that has a feed for `brief fetch`."""
    with serving() as site:
        if command == "fetch":
            base = f"http://127.0.0.1:{site.port}"
            texts = [path.read_text(encoding="utf-8") for path in some()]
            items = "".join(
                ITEM.format(title=text.splitlines()[0], base=base, number=number, text=" ".join(text.split()[4:]))
                for number, text in enumerate(texts, 1)
            )
            kind = {"Content-Type": "application/rss+xml"}
            site.answers("/rss", Reply(body=FEED.format(items=items).encode(), headers=kind))
        yield site.port


def rounds(command: str, number: int, seed: int, folder: Path, say: Callable[[str], object] = print) -> None:
    """Kill and run again, `number` times; AssertionError where anything differs from the undisturbed run."""
    warm()
    draw = random.Random(seed)  # noqa: S311 a draw to be repeated, no secret
    with feed(command) as port:
        desk(folder / "count", command, port)
        lasting = child(folder / "count", *arguments(command), count=LASTING).calls
        desk(folder / "whole", command, port)
        calls = child(folder / "whole", *arguments(command), count=EVERY).calls
        undisturbed = finish(folder / "whole", command)
        assert len(undisturbed) == 3, f"no briefing to compare with: {list(undisturbed)}"
        anywhere = [(at, EVERY) for at in draw.sample(range(1, calls), number - number // 2)]
        aimed = [(draw.randint(1, lasting), LASTING) for _ in range(number // 2)]
        for at, of in (*anywhere, *aimed):
            place = folder / f"{command}-{at}"
            desk(place, command, port)
            killed = child(place, *arguments(command), at=at, count=of)
            assert killed.status in (-signal.SIGKILL, 0), f"call {at}: status {killed.status}: {killed.output}"
            assert whole(place / "library.sqlite"), f"call {at}: the library is damaged"
            assert finish(place, command) == undisturbed, f"call {at}: another briefing"
            shutil.rmtree(place)
    of_all = f"{number} points of {calls} calls, {number // 2} of them among the {lasting} that write"
    say(f"{command}: killed at {of_all}; library whole and briefing the same each time")


if __name__ == "__main__":
    rounds(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
