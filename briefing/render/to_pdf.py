"""PDF: the briefing set by Typst from data, tagged, with bookmarks, the same bytes every time."""

import json
import re
from dataclasses import asdict
from pathlib import Path

from briefing.errors import RenderError
from briefing.model import Brief
from briefing.render.arrange import arrange
from briefing.render.escape import folded
from briefing.render.fit import fit
from briefing.render.templates import TYPST, source
from briefing.render.view import View

FONTS = "fonts"  # a folder beside the template: its fonts are found before Typst's own
LINE = re.compile(r"\.typ:([0-9]+):")  # in Typst's report of an error
EPOCH = 0  # Unix seconds; the document states no date of its own, and no clock must reach the bytes


def to_pdf(brief: Brief, *, templates: Path | None = None) -> bytes:
    """The briefing as a PDF, to PDF/UA-1 where its fonts have a glyph for every character, else tagged all the same.

    No text of an article is ever parsed as Typst: the template reads it as JSON. RenderError where the template is
    missing or faulty.
    """
    import typst

    template, data = source(TYPST, templates).encode("utf-8"), data_for(arrange(brief))
    folders = [templates / FONTS] if templates and (templates / FONTS).is_dir() else []
    fonts = typst.Fonts(include_system_fonts=False, font_paths=folders)

    # The folder is where a template of one's own finds its pictures.
    compiler = typst.Compiler(root=templates, font_paths=fonts, sys_inputs={"brief": data})

    def compiled(standards: "list[typst.PDFStandard]") -> bytes:
        pages = compiler.compile(template, format="pdf", pdf_standards=standards, timestamp=EPOCH)
        return pages if isinstance(pages, bytes) else b""

    try:
        return compiled(["ua-1"])
    except typst.TypstError:
        pass  # a character without a glyph breaks PDF/UA but not the page; a faulty template breaks both
    try:
        return compiled([])
    except typst.TypstError as error:
        line = LINE.search(error.diagnostic)
        where = f", line {line[1]}" if line else ""
        raise RenderError(f"template {TYPST}{where}: {folded(error.message)}") from None


def data_for(view: View) -> str:
    """The view as JSON, without the characters that no page can show."""
    return json.dumps(_fit(asdict(view)), ensure_ascii=False)


def _fit(value: object) -> object:
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, dict):
        return {key: _fit(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_fit(each) for each in value]
    return value
