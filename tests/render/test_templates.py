"""A user's own templates: found, filled safely, and refused in one line when they are faulty."""

from pathlib import Path

import pytest

from briefing.errors import RenderError
from briefing.render import FORMATS, render
from briefing.render.templates import HTML, MARKDOWN, TYPST, shipped
from tests.render.sample import rich


@pytest.fixture
def own(tmp_path: Path) -> Path:
    for name in (MARKDOWN, HTML, TYPST):
        (tmp_path / name).write_text(shipped().joinpath(name).read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def test_copied_templates_give_the_same_pages(own: Path) -> None:
    for name in FORMATS:
        assert render(rich(), name, templates=own) == render(rich(), name)


def test_a_changed_template_changes_the_page(own: Path) -> None:
    (own / MARKDOWN).write_text("# {{ title }} of {{ dates }}\n", encoding="utf-8")
    assert render(rich(), "md", templates=own) == b"# Weekly briefing of 11 to 17 May 2026\n"


def test_a_value_is_escaped_unless_the_template_says_it_is_markdown(own: Path) -> None:
    (own / MARKDOWN).write_text("{{ '*a*' }} {{ '*b*' | verbatim }} {{ link('[c]', 'javascript:d') }}", "utf-8")
    assert render(rich(), "md", templates=own) == b"\\*a\\* *b* \\[c\\]"


@pytest.mark.parametrize(
    ("name", "format_", "text"),
    [
        (MARKDOWN, "md", "\n{{ nothing_of_that_name }}"),
        (MARKDOWN, "md", "{% for %}"),
        (MARKDOWN, "md", "{{ 1 / 0 }}"),
        (MARKDOWN, "md", "{{ cover[99].text }}"),
        (MARKDOWN, "html", "{{ nothing_of_that_name }}"),
        (HTML, "html", "{{ nothing_of_that_name }}"),
        (HTML, "html", "{% endif %}"),
        (TYPST, "pdf", "\n#nothing-of-that-name"),
        (TYPST, "pdf", '#let x = json(bytes(sys.inputs.brief)).at("no")'),
    ],
)
def test_a_faulty_template_is_named_in_one_line(own: Path, name: str, format_: str, text: str) -> None:
    (own / name).write_text(text, encoding="utf-8")
    with pytest.raises(RenderError, match=name) as raised:
        render(rich(), format_, templates=own)  # type: ignore[arg-type] # parametrised: all are formats
    assert "\n" not in str(raised.value)
    assert not text.startswith("\n") or ", line 2: " in str(raised.value)


def test_a_template_finds_the_pictures_beside_it(own: Path) -> None:
    (own / "dot.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>', "utf-8")
    (own / TYPST).write_text('#image("dot.svg", alt: "a dot")', encoding="utf-8")
    assert render(rich(), "pdf", templates=own).startswith(b"%PDF-")


def test_a_template_that_is_not_in_the_folder_is_the_one_shipped(tmp_path: Path) -> None:
    for name in FORMATS:
        assert render(rich(), name, templates=tmp_path) == render(rich(), name)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"there is no folder of templates .*none"):
        render(rich(), "md", templates=tmp_path / "none")


def test_a_template_that_is_no_text_is_named(own: Path) -> None:
    (own / MARKDOWN).write_bytes(b"\xff\xfe")
    with pytest.raises(RenderError, match="not UTF-8"):
        render(rich(), "md", templates=own)


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(RenderError, match="unknown format 'docx': choose of md, html, pdf, json"):
        render(rich(), "docx")  # type: ignore[arg-type] # the fault is the point
