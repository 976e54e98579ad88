"""Addresses: where each page of a site stands, and the way from one to another. The desk serves the same paths."""

import posixpath
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import partial
from hashlib import sha256

from briefing.model import Window
from briefing.render import links

HOME = "index.html"
EVENTS = "events/index.html"
STORIES = "stories/index.html"
PEOPLE = "people/index.html"
OUTLETS = "outlets/index.html"
SEARCH = "search.html"
FEED = "feed.atom"
BRIEFING_STYLE = "assets/briefing.css"
STYLE = "assets/site.css"
SCRIPT = "assets/search.js"

PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}")  # what is a file's name everywhere, and never a way up
NOT_SLUG = re.compile(r"[^a-z0-9]+")
SLUG_MAX = 60  # characters: a name's end adds nothing to an address
DIGEST = 8  # hexadecimal digits that tell two names of one slug apart


def named(name: str) -> str:
    """The name as it may stand in an address: an id of the library's own as it is, anything else as its digest."""
    if PLAIN.fullmatch(name) and ".." not in f"{name}." and name != "index":
        return name
    return "x" + digest(name)


def briefing(window: Window, extension: str = "html") -> str:
    """Where a briefing stands: as in the archive, so that links between briefings hold."""
    return f"{links.year(window):04}/{named(window.id)}.{extension}"


def year(number: int) -> str:
    """Where a year's briefings are listed."""
    return f"{number:04}/index.html"


def page(folder: str, name: str) -> str:
    """Where a page of a folder stands."""
    return f"{folder}/{name}.html"


events_of = partial(page, "events")  # a month ("2026-05"), or the undated ones
person = partial(page, "people")  # by the piece of an address that is hers or his
outlet = partial(page, "outlets")  # likewise


def event(event_id: str) -> str:
    """Where an event stands."""
    return page("events", named(event_id))


def story(story_id: str) -> str:
    """Where a story stands."""
    return page("stories", named(story_id))


def relative(start: str, target: str) -> str:
    """The way from one page to another, both as they stand from the site's root."""
    folder, slash, _ = start.rpartition("/")
    if "/" not in folder and "." not in folder and "./" not in target and "//" not in target:  # nearly all: at once
        ours = folder + slash
        return target.removeprefix(ours) if not ours or target.startswith(ours) else f"../{target}"
    path, mark, fragment = target.partition("#")
    way = posixpath.relpath(path, posixpath.dirname(start) or ".")
    return f"{way}{mark}{fragment}"


def slugs(names: Iterable[str]) -> dict[str, str]:
    """Each name's own piece of an address: its letters without accents; a digest beside it where two share these."""
    wanted = list(dict.fromkeys(names))
    plain = {name: slug(name) for name in wanted}
    shared = Counter(plain.values())
    return {
        name: found if found and found != "index" and shared[found] == 1 else f"{found or 'n'}-{digest(name)}"
        for name, found in plain.items()
    }


def slug(name: str) -> str:
    """A name in small letters and dashes; empty where it has no Latin letter or digit."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return NOT_SLUG.sub("-", letters)[:SLUG_MAX].strip("-")


def digest(name: str) -> str:
    """What tells a name from any other."""
    return sha256(name.encode("utf-8", "replace")).hexdigest()[:DIGEST]
