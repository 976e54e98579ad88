"""Templates: where they are found, and how the Jinja ones are filled.

Everything a template prints is escaped for its format unless it is marked as being in that format already, and a name
that is not there stops the rendering: a template can be incomplete, but not unsafe and not silently wrong.
"""

from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING

from briefing.errors import RenderError
from briefing.render import links
from briefing.render.escape import folded, markdown, yaml

if TYPE_CHECKING:
    import jinja2

MARKDOWN = "brief.md.j2"
HTML = "brief.html.j2"
TYPST = "brief.typ"
TEMPLATES_KEPT = 8  # read and held: a run uses one or two, a desk's operator edits them one by one


class Written(str):
    """Text that is Markdown already and is printed as it stands."""

    __slots__ = ()


def shipped() -> Traversable:
    """The folder of the templates the project ships: inside the package once installed, beside it in a checkout."""
    package = resources.files("briefing")
    inside = package / "templates"
    return inside if inside.is_dir() else Path(str(package)).parent / "templates"


def source(name: str, folder: Path | None) -> str:
    """The text of a template, from `folder` if it is there, else as shipped; RenderError where it cannot be read."""
    if folder is not None and not folder.is_dir():
        raise RenderError(f"there is no folder of templates {folder}")
    file = folder / name if folder is not None and (folder / name).exists() else shipped() / name
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else (error.strerror or "unreadable").lower()
        raise RenderError(f"cannot read the template {file}: {reason}") from None


def fill_markdown(text: str, values: dict[str, object]) -> str:
    """A Markdown template, filled; every value is folded to one line and escaped unless it is `Written`."""
    return fill(_markdown(), text, values, MARKDOWN)


def fill_html(text: str, values: dict[str, object]) -> str:
    """An HTML template, filled; every value is escaped unless it is Markup."""
    return fill(_html(), text, values, HTML)


@cache
def _markdown() -> "jinja2.Environment":
    import jinja2

    environment = jinja2.Environment(  # noqa: S701 - escapes for Markdown by `finalize`, not for HTML
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        finalize=_finalize,
    )  # fmt: skip
    environment.filters["verbatim"] = lambda value: Written(str(value))
    environment.filters["yaml"] = lambda value: Written(yaml(str(value)))
    environment.globals["link"] = _link
    environment.globals["beside"] = _beside
    return environment


@cache
def _html() -> "jinja2.Environment":
    import jinja2

    return jinja2.Environment(
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        autoescape=True,
    )  # fmt: skip


# A page is made of the Markdown set once more for it: the same template, whose reading takes as long as filling it.
@lru_cache(maxsize=TEMPLATES_KEPT)
def _read(environment: "jinja2.Environment", text: str) -> "jinja2.Template":
    return environment.from_string(text)


def fill(environment: "jinja2.Environment", text: str, values: dict[str, object], name: str) -> str:
    """A template of that name, filled; RenderError, with its line where it is known, where it is faulty."""
    import jinja2

    try:
        return _read(environment, text).render(values)
    except jinja2.TemplateSyntaxError as error:
        raise RenderError(f"template {name}, line {error.lineno}: {_one_line(error)}") from None
    except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        raise RenderError(f"template {name}{_line(error)}: {_one_line(error)}") from None


def _line(error: Exception) -> str:
    """Where in the template it went wrong: Jinja gives each frame of a template the template's own line numbers."""
    frames = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"]
    return f", line {frames[-1]}" if frames else ""


def _one_line(error: Exception) -> str:
    return folded(str(error)) or type(error).__name__


def _finalize(value: object) -> str:
    return value if isinstance(value, Written) else markdown(folded(str(value)))


def _beside(text: str, url: str | None) -> Written:
    """A Markdown link to another briefing of the archive, whose relative address is this package's own work."""
    shown = markdown(folded(text))
    return Written(f"[{shown}]({url})" if url else shown)


def _link(text: str, url: str | None) -> Written:
    """A Markdown link, or the text alone where there is no safe address."""
    shown = markdown(folded(text))
    address = links.safe(url)
    return Written(f"[{shown}]({address})" if address else shown)
