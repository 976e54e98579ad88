"""Offices: orders for work behind the desk (make, preview, send), and what it made."""

import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

from briefing.database import written
from briefing.desk.deeds import Form, one
from briefing.desk.jobs import Job, Jobs
from briefing.desk.room import Room
from briefing.errors import DeskError
from briefing.render import dates
from briefing.site import addresses

WHATS = ("make", "preview", "dry-send", "send")
KINDS = ("day", "week", "month", "range")
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".eml": "text/plain; charset=utf-8",
}
STYLE = re.compile(rb"<style[^>]{0,200}>(.*?)</style>", re.DOTALL)
INLINE = re.compile(rb'\sstyle="([^"]*)"')


def order(what: str, form: Form, room: Room, jobs: Jobs) -> Job:
    """Begin what a form asks for. Raises DeskError where it cannot be followed."""
    if what not in WHATS:
        raise DeskError("there is no such work")
    path = one(form, "briefing")
    edition = next((each for each in room.holdings.editions if addresses.briefing(each.window) == path), None)
    if edition:
        window, topic = edition.window, edition.topic
        kind, first, last = str(window.kind), window.first_day, window.last_day
        label = f"{room.holdings.called(edition)}, {dates.days(first, last)}"
    else:
        kind, first, last = asked(form)
        topic, path, label = "", "", f"Briefing, {dates.days(first, last)}"
    if what == "send" and one(form, "sure") != "yes":
        raise DeskError("sending wants the box ticked that says so")
    config = room.config
    spec: Mapping[str, Any] = {
        "folder": str(Path().absolute()),
        "library": written(config.library),
        "archive": str(config.archive.absolute()),
        "kind": kind,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "topic": topic,
        "force": one(form, "force") == "yes",
    }
    return jobs.start(what, label, path, spec)


def asked(form: Form) -> tuple[str, date, date]:
    """A stretch of days of a form: its kind, its first and its last day."""
    kind = one(form, "kind")
    try:
        first = date.fromisoformat(one(form, "first"))
        last = date.fromisoformat(one(form, "last") or one(form, "first"))
    except ValueError:
        raise DeskError("give a day as 2026-05-11") from None
    if kind not in KINDS or last < first:
        raise DeskError("give what to make: a day, a week, a month, or days in order")
    return kind, first, last


def made(job: Job, name: str) -> tuple[bytes, str, dict[str, str]] | None:
    """A file that a job made, with its media type and headers; None for any other name."""
    files = [*job.result.get("files", ()), *(each["reply"] for each in job.result.get("letters", ()))]
    if name not in files or Path(name).name != name or Path(name).suffix not in TYPES:
        return None
    try:
        content = (job.folder / name).read_bytes()
    except OSError:
        return None
    suffix = Path(name).suffix
    return content, TYPES[suffix], {"content-security-policy": policy(content)} if suffix == ".html" else {}


def policy(page: bytes) -> str:
    """What a page that brings its own style may do: be styled by exactly that, and nothing else."""
    inline = (unescape(each.decode("utf-8", "replace")).encode() for each in INLINE.findall(page))
    own = [b64encode(sha256(style).digest()).decode() for style in (*STYLE.findall(page), *inline)]
    hashes = " ".join(f"'sha256-{each}'" for each in dict.fromkeys(own))
    allowed = f"style-src 'unsafe-hashes' {hashes}" if hashes else "style-src 'none'"
    return f"default-src 'none'; {allowed}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
