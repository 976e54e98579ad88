"""HTML: one self-contained page, its body the rendered Markdown."""

import re
from pathlib import Path

from briefing.model import Brief
from briefing.render import checksum, to_markdown
from briefing.render.arrange import arrange
from briefing.render.fit import fit
from briefing.render.shield import shielded, unshielded
from briefing.render.templates import HTML, fill_html, source
from briefing.render.view import View

FRONT_MATTER = re.compile(r"\A---\n(?:(?!---\n)[^\n]*\n)*---\n")

# In the page the headings themselves have ids. Nothing of an article's begins a line like this: its "<" is escaped.
ANCHOR = re.compile(r'^<a id="[^"\n]*"></a>\n', re.MULTILINE)


def to_html(brief: Brief, *, templates: Path | None = None) -> bytes:
    """The briefing as an HTML page, UTF-8; RenderError where a template is missing or faulty.

    The page asks nothing of any other place: its style is in it, and it has no script.
    """
    from markupsafe import Markup

    view = arrange(brief, links_to="html")
    written = to_markdown.text(view, templates=templates)
    # The body is this package's own work on escaped text; everything else is escaped by the template engine.
    content = Markup(body(written, view))  # noqa: S704 - see the line above
    values = {name: _fit(value) for name, value in to_markdown.values(view).items()}
    page = fill_html(source(HTML, templates), {**values, "body": content})
    return checksum.stamp(page.encode("utf-8"), "html")


def body(written: str, view: View) -> str:
    """The Markdown of a briefing as HTML: sections, contents, quotations, and notes that open their places."""
    from markdown import Markdown
    from markdown.extensions.footnotes import FootnoteExtension
    from markdown.extensions.sane_lists import SaneListExtension

    from briefing.render.setting import Setting

    converter = Markdown(
        extensions=[FootnoteExtension(SEPARATOR="-"), SaneListExtension(), Setting(view)],
        output_format="html",
    )
    return unshielded(converter.convert(shielded(ANCHOR.sub("", FRONT_MATTER.sub("", written)))))


def _fit(value: object) -> object:
    return fit(value) if isinstance(value, str) else value
