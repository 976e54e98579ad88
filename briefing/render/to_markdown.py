"""Markdown: the briefing as text that reads well raw, in GitHub, Obsidian and Hugo."""

from pathlib import Path

from briefing.model import Brief
from briefing.render import checksum
from briefing.render.arrange import arrange
from briefing.render.templates import MARKDOWN, fill_markdown, source
from briefing.render.view import View


def to_markdown(brief: Brief, *, templates: Path | None = None) -> bytes:
    """The briefing in Markdown with YAML front matter, UTF-8; RenderError where the template is missing or faulty."""
    return checksum.stamp(text(arrange(brief, links_to="md"), templates=templates).encode("utf-8"), "md")


def text(view: View, *, templates: Path | None = None) -> str:
    """The view set into the Markdown template, its checksum not yet filled in."""
    return fill_markdown(source(MARKDOWN, templates), values(view))


def values(view: View) -> dict[str, object]:
    """A view's fields by name, as templates see them."""
    return view._asdict()
