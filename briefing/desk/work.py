"""Work: what the desk has done in a process of its own, so that it goes on answering meanwhile.

    python -m briefing.desk.work

Reads what to do from standard input as one JSON object, tells how far it is as JSON lines on standard output, and last
what came of it, or in one line why not. It holds the lock that every run holds.
"""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from briefing import window
from briefing.config import FORMATS, Config, load, topic_named
from briefing.database import Address, address
from briefing.deliver.lock import only_run
from briefing.errors import BriefError
from briefing.make import Order, make
from briefing.model import Topic, Window
from briefing.pipeline import Progress
from briefing.render import to_mail
from briefing.window import time_zone

UNSUBSCRIBE = "mailto:unsubscribe@example.org"  # in a preview, which nobody gets


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done."""

    what: str  # make, preview, dry-send, send
    folder: Path  # with brief.toml
    library: Address
    archive: Path
    kind: str  # of the window
    first: date
    last: date
    topic: str  # "" for everything
    out: Path  # where previews and letters go
    force: bool


def main() -> None:
    """Do one task."""
    told = json.loads(sys.stdin.read())
    task = Task(
        told["what"], Path(told["folder"]), address(told["library"]), Path(told["archive"]), told["kind"],
        date.fromisoformat(told["first"]), date.fromisoformat(told["last"]), told["topic"], Path(told["out"]),
        bool(told["force"]),
    )  # fmt: skip
    try:
        say({"result": DONE[task.what](task, progress)})
    except BriefError as error:
        say({"error": str(error)})


def say(row: Mapping[str, object]) -> None:
    """A line to the desk."""
    sys.stdout.write(json.dumps(row) + "\n")
    sys.stdout.flush()


def progress(doing: str, done: int) -> None:
    """How far it is."""
    say({"doing": doing, "done": done})


def configured(task: Task) -> Config:
    """The configuration, with the desk's own library and archive."""
    return replace(load(task.folder), library=task.library, archive=task.archive)


def wanted(task: Task, config: Config) -> tuple[Window, Topic | None]:
    """The window and the topic of the briefing."""
    today = datetime.now(time_zone(config.timezone)).date()
    first, zone = task.first, config.timezone
    year, number, _ = first.isocalendar()
    made = {
        "day": lambda: window.day(first.isoformat(), today, zone),
        "week": lambda: window.week(f"{year:04}-W{number:02}", today, zone),
        "month": lambda: window.month(f"{first:%Y-%m}", today, zone),
        "range": lambda: window.between(first.isoformat(), task.last.isoformat(), today, zone),
    }[task.kind]()
    return made, topic_named(task.topic, config.topics) if task.topic else None


def make_it(task: Task, show: Progress) -> dict[str, Any]:
    """Make the briefing again."""
    config = configured(task)
    of, topic = wanted(task, config)
    with only_run(config.library):
        made = make(Order(config, of, only_sources=False, force=task.force, dry_run=False, topic=topic),
                    datetime.now(UTC), show)  # fmt: skip
    return {"written": [str(path) for path in made.written], "problems": len(made.brief.coverage.problems),
            "told": len(made.brief.sections), "articles": made.brief.coverage.articles}  # fmt: skip


def preview(task: Task, show: Progress) -> dict[str, Any]:
    """The briefing as it would be made, in all formats, into a folder; the library stays as it is."""
    config = replace(configured(task), formats=FORMATS)
    of, topic = wanted(task, config)
    order = Order(config, of, only_sources=False, force=False, dry_run=True, topic=topic)
    made = make(order, datetime.now(UTC), show)
    show("mail", 1)
    mail = to_mail.to_mail(made.brief, to_mail.Setting(UNSUBSCRIBE), templates=config.templates)
    files = {f"briefing.{kind}": content for kind, content in made.files.items()}
    files |= {"mail.html": mail.html.encode("utf-8", "replace"), "mail.txt": mail.text.encode("utf-8", "replace")}
    task.out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (task.out / name).write_bytes(content)
    return {"files": sorted(files), "subject": mail.subject}


def send_it(task: Task, show: Progress) -> dict[str, Any]:
    """Mail the briefing to all who read of its kind; or, dry, write the letters to a folder."""
    from briefing.send import Issue, mail_of, send
    from briefing.send import Order as Round

    config = configured(task)
    mail_of(config)
    of, _ = wanted(task, config)
    readers = tuple(each for each in config.recipients if each.every == of.kind)
    if not readers:
        return {"letters": [], "nobody": True}
    dry = task.out if task.what == "dry-send" else None
    results = send(Round(config, lambda _: (Issue(of, readers),), dry_run=dry), lambda: datetime.now(UTC), show)
    letters = [
        {"to": entry.key.recipient, "state": entry.state, "before": entry.key in each.done_before,
         "reply": Path(entry.reply).name if dry else entry.reply}
        for each in results
        for entry in each.entries
    ]  # fmt: skip
    return {"letters": letters, "nobody": False}


DONE: Mapping[str, Callable[[Task, Progress], dict[str, Any]]] = {
    "make": make_it,
    "preview": preview,
    "dry-send": send_it,
    "send": send_it,
}

if __name__ == "__main__":
    main()
