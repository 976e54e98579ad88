"""What a briefing costs, stage by stage and whole, for weeks of many articles; one command, one table.

    python benchmarks/scale.py [--sizes 1000 10000] [--repeats 3] [--json FILE]
                               [--news NEWS.jsonl[.gz] --week 2020-W21] [--reference PYTHON] [--only ROW ...]

The weeks are generated (`generated_news.py`), or one week of NEWS, a file of one article a line. Side by side:

floor       one plain pass of a word pattern over the same texts: what anything in Python costs at least
all pairs   the nearest of all pairs of articles by sparse_dot_topn alone, over TF-IDF vectors that exist already
read … quote  the stages one after the other in one process; `group` is the whole of finding events
make        `brief make` from JSON Lines to Markdown and PDF, into an empty library
again       the same once more: nothing is new
one more    the same with one more article in a second file
serial, processes  `make` as before, into an empty library of its own, by these engines; `make` chooses itself
pipeline    with --reference: what one would put together instead (`scale_reference.py`), run by that Python, on
            weeks of at most 1,000 articles

--only names rows to measure, where all of them would take hours: --only make again.

Each figure is the median of the repeats of processor seconds (user and system, of all processes), of seconds on the
clock, of the most memory one process held, and of the most that all held at one time, what they share counted once
(proportional set sizes as Linux tells them, looked at ten times a second; 0 elsewhere). On a machine that does other
work compare processor seconds, and ratios within one run. PYTHON is one that has what `scale_reference.py` asks for.
"""

import argparse
import gzip
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from benchmarks import generated_news

STAGES = Path(__file__).with_name("scale_stages.py")
REFERENCE = Path(__file__).with_name("scale_reference.py")
PIPELINE_MAX = 1_000  # articles; its cost grows with the square of an event's sentences
ENGINES = ("serial", "processes")
MEGABYTE = 1024  # ru_maxrss counts kilobytes
LOOK_SECONDS = 0.1
MORE = {"id": "one-more", "title": "Council of Kessel votes on the harbour wall", "source": "Kessel Mail",
        "text": "The council of Kessel voted for the harbour wall on Friday. Work begins in spring."}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cost:
    """What one thing cost."""

    size: int  # articles
    what: str
    cpu: float  # seconds of processor
    wall: float  # seconds
    memory: float  # megabytes, of the one process that held most
    together: float = 0.0  # megabytes, of all at one time; 0: not known


@dataclass(frozen=True, slots=True)
class Week:
    """One week's articles in a file."""

    size: int
    id: str
    file: Path
    published: str  # a time within it


def run(size: int, what: str, command: list[str], folder: Path) -> Cost:
    """Run a command to its end; raises where it fails."""
    # As where it is installed: modules compiled once, not at each start, which would be a sixth of a small week.
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with (folder / "output").open("w") as output:
        child = subprocess.Popen(command, cwd=folder, env=compiled, stdout=output, stderr=output)  # noqa: S603 our own command
        with held_together(child.pid) as held:
            _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{(folder / 'output').read_text()}")
    wall = time.perf_counter() - start
    return Cost(size, what, used.ru_utime + used.ru_stime, wall, used.ru_maxrss / MEGABYTE, max(held))


@contextmanager
def held_together(process: int) -> Iterator[list[float]]:
    """Megabytes that a process and all below it hold, looked at again and again as long as the block lasts."""
    held, over = [0.0], threading.Event()

    def look() -> None:
        while not over.wait(LOOK_SECONDS):
            held.append(sum(map(proportional, (process, *below(process)))) / MEGABYTE)

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield held
    finally:
        over.set()
        looking.join()


def below(process: int) -> Iterator[int]:
    """The processes that a process started, and those that they did."""
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, children.read_text().split()):
                yield child
                yield from below(child)


def proportional(process: int) -> int:
    """Kilobytes that a process holds, its share of what it holds with others; 0 where that is not told."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def stages(week: Week, folder: Path) -> Iterator[Cost]:
    """The floor, all pairs and the stages, measured by a process of their own."""
    run(week.size, "stages", [sys.executable, str(STAGES), str(week.file), week.id], folder)
    for line in (folder / "output").read_text().splitlines():
        if line.startswith("{"):
            yield Cost(size=week.size, **json.loads(line))


def makes(week: Week, folder: Path, only: Sequence[str]) -> Iterator[Cost]:
    """`brief make` from empty, again, and with one more article; of these and the engines, those named."""
    sources = folder / "news"
    sources.mkdir()
    (sources / week.file.name).symlink_to(week.file)
    command = [sys.executable, "-m", "briefing", "make", "--week", week.id, "--format", "md,pdf", "--quiet"]
    (folder / "brief.toml").write_text('sources = ["news"]\n')
    os.utime(week.file, (0, 0))  # a file that was changed just now is read again, as it may be changing still
    for what in ("make", "again", "one more"):
        if what == "one more":
            (sources / "zz-more.jsonl").write_text(json.dumps(MORE | {"published": week.published}) + "\n")
        if not only or what in only:
            yield run(week.size, what, command, folder)
    (sources / "zz-more.jsonl").unlink()
    for engine in ENGINES:
        if only and engine not in only:
            continue
        own = ["--engine", engine, "--library", f"{engine}.sqlite", "--out", engine]
        yield run(week.size, engine, [*command, *own], folder)


def measured(week: Week, reference: str | None, only: Sequence[str]) -> Iterator[Cost]:
    """Everything there is to measure of a week, once."""
    with tempfile.TemporaryDirectory() as folder:
        if not only or "stages" in only:
            yield from stages(week, Path(folder))
        yield from makes(week, Path(folder), only)
        if reference and (not only or "pipeline" in only) and week.size <= PIPELINE_MAX:
            yield run(week.size, "pipeline", [*reference.split(), str(REFERENCE), str(week.file)], Path(folder))


def week_of(news: Path, week: str, folder: Path) -> Week:
    """The articles of one week out of a file of many."""
    opener = gzip.open if news.suffix == ".gz" else open
    year, number = week.split("-W")
    with opener(news, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]

    def within(row: dict[str, str]) -> bool:
        calendar = datetime.fromisoformat(row["published"]).isocalendar()
        return (calendar.year, calendar.week) == (int(year), int(number))

    chosen = [row for row in rows if row.get("published") and within(row)]
    file = folder / f"{week}.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in chosen))
    return Week(len(chosen), week, file, chosen[0]["published"])


def weeks(arguments: argparse.Namespace, folder: Path) -> Iterator[Week]:
    """The weeks to measure."""
    if arguments.news:
        yield week_of(arguments.news, arguments.week, folder)
    for size in arguments.sizes:
        file = folder / f"{size}.jsonl"
        generated_news.write(file, size)
        published = (generated_news.FIRST_MONDAY.replace(hour=12)).isoformat()
        yield Week(size, generated_news.week_id(0), file, published)


def medians(costs: list[Cost]) -> list[Cost]:
    """One cost a size and thing."""
    found: dict[tuple[int, str], list[Cost]] = {}
    for cost in costs:
        found.setdefault((cost.size, cost.what), []).append(cost)
    return [
        Cost(
            size,
            what,
            *(
                statistics.median(getattr(each, name) for each in some)
                for name in ("cpu", "wall", "memory", "together")
            ),
        )
        for (size, what), some in found.items()
    ]


def table(costs: list[Cost]) -> str:
    """The costs for people: a row a thing, what it costs beside the floor, an article, and beside the size before."""
    floors = {cost.size: cost.cpu for cost in costs if cost.what == "floor"}

    def floors_of(cost: Cost) -> str:
        return f"{cost.cpu / floors[cost.size]:.1f}" if cost.size in floors else ""

    before: dict[str, Cost] = {}
    lines = [
        f"{'articles':>8} {'what':11} {'cpu s':>9} {'wall s':>9} {'MB':>7} {'MB all':>7} {'ms each':>8} {'floors':>7} "
        f"{'growth':>7}"
    ]
    for cost in costs:
        earlier = before.get(cost.what)
        growth = f"{cost.cpu / earlier.cpu:.1f}" if earlier else ""
        lines.append(
            f"{cost.size:8} {cost.what:11} {cost.cpu:9.2f} {cost.wall:9.2f} {cost.memory:7.0f} {cost.together:7.0f} "
            f"{1000 * cost.cpu / cost.size:8.2f} {floors_of(cost):>7} {growth:>7}"
        )
        before[cost.what] = cost
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--news", type=Path)
    parser.add_argument("--week", default="2020-W21")
    parser.add_argument("--reference", metavar="PYTHON")
    parser.add_argument("--only", nargs="*", default=[], metavar="ROW")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    costs: list[Cost] = []
    with tempfile.TemporaryDirectory() as folder:
        for week in weeks(arguments, Path(folder)):
            for _ in range(arguments.repeats):
                costs += measured(week, arguments.reference, arguments.only)
    result = medians(costs)
    print(f"{platform.python_version()} on {os.cpu_count()} processors, median of {arguments.repeats}\n{table(result)}")
    if arguments.json:
        arguments.json.write_text(json.dumps([asdict(cost) for cost in result], indent=1) + "\n")


if __name__ == "__main__":
    main()
