"""Render: how it looks. `Brief` → Markdown, HTML, PDF, JSON."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from briefing.errors import RenderError

if TYPE_CHECKING:
    from briefing.model import Brief

Format = Literal["md", "html", "pdf", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)


def render(brief: "Brief", format: Format, *, templates: Path | None = None) -> bytes:  # noqa: A002 - what it is
    """The briefing in one format, the same bytes for the same briefing.

    templates: a folder whose `brief.md.j2`, `brief.html.j2` and `brief.typ` go before those shipped. Raises RenderError
    for an unknown format, a missing folder, a faulty template, or an unknown time zone.
    """
    if format == "md":
        from briefing.render.to_markdown import to_markdown

        return to_markdown(brief, templates=templates)
    if format == "html":
        from briefing.render.to_html import to_html

        return to_html(brief, templates=templates)
    if format == "pdf":
        from briefing.render.to_pdf import to_pdf

        return to_pdf(brief, templates=templates)
    if format == "json":
        from briefing.render.to_json import to_json

        return to_json(brief)
    raise RenderError(f"unknown format {format!r}: choose of {', '.join(FORMATS)}")


def render_all(brief: "Brief", formats: Sequence[Format], *, templates: Path | None = None) -> dict[str, bytes]:
    """The briefing in each of some formats, in their order; raises what `render` raises for the first that fails.

    Pages are set beside the rest: Typst does it outside of Python, and half of a second processor's time would be lost.
    """
    if len(formats) < 2 or "pdf" not in formats:
        return {each: render(brief, each, templates=templates) for each in formats}
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as beside:
        pages = beside.submit(render, brief, "pdf", templates=templates)
        return {each: pages.result() if each == "pdf" else render(brief, each, templates=templates) for each in formats}


__all__ = ["FORMATS", "Format", "render", "render_all"]
