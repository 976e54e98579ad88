"""Painting: a page's view set in its template. What a view holds is escaped unless its template says otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING

from briefing.errors import RenderError
from briefing.render.templates import shipped
from briefing.site import addresses
from briefing.site.pages.pieces import Page, Way, there

if TYPE_CHECKING:
    import jinja2

FOLDER = "site"
DESK = "desk/"  # what the names of the desk's own templates begin with
BAR = (
    Way("Briefings", addresses.HOME),
    Way("Events", addresses.EVENTS),
    Way("Stories", addresses.STORIES),
    Way("People", addresses.PEOPLE),
    Way("Outlets", addresses.OUTLETS),
    Way("Search", addresses.SEARCH),
)
SECTIONS = {"events": addresses.EVENTS, "stories": addresses.STORIES, "people": addresses.PEOPLE,
            "outlets": addresses.OUTLETS, "articles": addresses.EVENTS}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of a site has around it."""

    title: str  # the site's
    generator: str
    desk: bool = False  # whether an editor sits before it


def paint(page: Page, frame: Frame, more: Mapping[str, object] | None = None) -> bytes:
    """The page as HTML in UTF-8. more: what else its template may name. Raises RenderError for a faulty template."""
    import jinja2

    values: dict[str, object] = {
        "page": page,
        "site": frame,
        "view": page.view,
        "bar": BAR,
        "here": where(page.path),
        "to": partial(addresses.relative, page.path),
        "feed": addresses.FEED,
        **(more or {}),
    }
    try:
        return environment().get_template(page.template).render(values).encode("utf-8", "replace")
    except jinja2.TemplateError as error:
        raise RenderError(f"template {FOLDER}/{page.template}: {' '.join(str(error).split())}") from None


def where(path: str) -> str:
    """The address of the bar's entry that a page belongs to."""
    folder, slash, _ = path.partition("/")
    if not slash:
        return path
    return "desk/index.html" if f"{folder}/" == DESK else SECTIONS.get(folder, addresses.HOME)


@cache
def environment() -> "jinja2.Environment":
    """The templates as shipped, compiled once."""
    import jinja2

    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(_source), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    made.filters["there"] = there
    return made


def _source(name: str) -> str | None:
    file = shipped() / name if name.startswith(DESK) else shipped() / FOLDER / name
    return file.read_text("utf-8") if file.is_file() else None


def asset(name: str) -> bytes:
    """A style or script as it is shipped."""
    return (shipped() / FOLDER / name).read_bytes()


@cache
def look() -> str:
    """A digest of all templates: a page is painted anew when any of them changes."""
    found = sha256()
    for file in sorted((shipped() / FOLDER).iterdir(), key=lambda each: each.name):
        if file.is_file():
            found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def fingerprint(page: Page, frame: Frame) -> str:
    """A digest of all that a page depends on: its view is plain values, so that its repr tells all of it."""
    return sha256(repr((page, frame, look())).encode("utf-8", "replace")).hexdigest()
