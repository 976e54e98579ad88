"""PDF: the briefing set by Typst from data, tagged, with bookmarks, the same bytes every time."""

import json
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import RenderError
from briefing.model import Brief
from briefing.render.arrange import arrange
from briefing.render.counting import count
from briefing.render.escape import folded
from briefing.render.fit import fit
from briefing.render.templates import TYPST, source
from briefing.render.view import Remark, View

if TYPE_CHECKING:
    import typst

NO_GLYPH = re.compile(r"""the text `"([^"]{1,8})"` could not be displayed""")
NAMELESS = "unassigned"
WRITINGS_MAX = 6  # that a remark names: "CJK", "ARABIC"
FONTS = "fonts"  # a folder beside the template: its fonts are found before Typst's own
WAY_OUT = f"A font that has them goes into the folder {FONTS} of the templates."
LINE = re.compile(r"\.typ:([0-9]+):")  # in Typst's report of an error
EPOCH = 0  # Unix seconds; the document states no date of its own, and no clock must reach the bytes


def to_pdf(brief: Brief, *, templates: Path | None = None) -> bytes:
    """The briefing as a PDF, to PDF/UA-1 where its fonts have a glyph for every character, else tagged all the same.

    No text of an article is ever parsed as Typst: the template reads it as JSON. RenderError where the template is
    missing or faulty.
    """
    import typst

    view = arrange(brief)
    try:
        return _compiled(view, templates, ["ua-1"])
    except typst.TypstError as error:
        # A character without a glyph breaks PDF/UA but not the page, which then says so; a faulty template breaks both.
        view = telling_of(view, without_glyph(error.diagnostic))
    try:
        return _compiled(view, templates, [])
    except typst.TypstError as error:
        line = LINE.search(error.diagnostic)
        where = f", line {line[1]}" if line else ""
        raise RenderError(f"template {TYPST}{where}: {folded(error.message)}") from None


def _compiled(view: View, templates: Path | None, standards: "list[typst.PDFStandard]") -> bytes:
    import typst

    folders = [templates / FONTS] if templates and (templates / FONTS).is_dir() else []
    compiler = typst.Compiler(
        root=templates,  # where a template of one's own finds its pictures
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=folders),
        sys_inputs={"brief": data_for(view)},
    )
    template = source(TYPST, templates).encode("utf-8")
    pages = compiler.compile(template, format="pdf", pdf_standards=standards, timestamp=EPOCH)
    return pages if isinstance(pages, bytes) else b""


def without_glyph(diagnostic: str) -> tuple[str, ...]:
    """The characters that no font at hand can show, in order, out of Typst's report."""
    return tuple(sorted(set("".join(NO_GLYPH.findall(diagnostic)))))


def telling_of(view: View, lacking: tuple[str, ...]) -> View:
    """The view with a remark on the characters that its reader will miss, named by writing: those, all fonts show."""
    if not lacking:
        return view
    writings = dict.fromkeys(unicodedata.name(each, NAMELESS).split()[0].split("-")[0] for each in lacking)
    named = ", ".join([*list(writings)[:WRITINGS_MAX], *(["…"] if len(writings) > WRITINGS_MAX else [])])
    told = f"{count(len(lacking), 'character')} ({named}). {WAY_OUT}"
    return view._replace(coverage=(*view.coverage, Remark("Not shown, for want of a font:", told)))


def data_for(view: View) -> str:
    """The view as JSON, without the characters that no page can show."""
    return json.dumps(_fit(view), ensure_ascii=False)


def _fit(value: object) -> object:
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, tuple) and hasattr(value, "_asdict"):  # a part of the view
        return {key: _fit(each) for key, each in value._asdict().items()}
    if isinstance(value, tuple):
        return [_fit(each) for each in value]
    return value
