"""Text stays text, and comes back as it was."""

import pytest
import yaml as reader
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown as convert

from briefing.render.escape import folded, markdown, unmarkdown, yaml

ANYTHING = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)
TROUBLE = st.text(alphabet="\\`*_{}[]()<>#+-.!|~^$%=:&;@ \t\nawx019/", max_size=40)


@given(ANYTHING | TROUBLE)
def test_unmarkdown_gives_back_every_text(text: str) -> None:
    assert unmarkdown(markdown(text)) == text


@given(ANYTHING | TROUBLE)
def test_what_is_escaped_is_one_line_that_utf_8_can_hold(text: str) -> None:
    written = markdown(text)
    written.encode("utf-8")
    assert len(written.splitlines()) <= 1


@given(st.text(alphabet="\\`*_{}[]()<>#+-.!|~^$%=:&;@ awx019/", min_size=1, max_size=30).map(folded).filter(bool))
def test_python_markdown_shows_the_same_characters(text: str) -> None:
    from html import unescape

    page = convert(markdown(text), extensions=["tables", "def_list", "sane_lists", "attr_list"])
    assert page.startswith("<p>")
    assert "<" not in page.removeprefix("<p>").removesuffix("</p>")
    assert unescape(page.removeprefix("<p>").removesuffix("</p>")) == text


@pytest.mark.parametrize(
    "prose",
    [
        "Tolls will be $4 a vehicle, of which $1.50 goes to Estmark (as before).",
        "Quill & Sons said “no comment” - twice; the rest is at 3:15 p.m.",
        "Morning news | about ~50 people, ~60 at most",
        "2.4 million claims, a record",
        "-5 degrees in Lindow",
        "It's 20% of GDP; that's all!?",
        "Сказано — сделано. Τι νέα; 今日",
    ],
)
def test_ordinary_prose_is_left_alone(prose: str) -> None:
    assert markdown(prose) == prose


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. A list?", "1\\. A list?"),
        ("- no", "\\- no"),
        ("---", "\\---"),
        ("7)", "7\\)"),
        ("# no", "\\# no"),
        ("*a* _b_ [c](d)", "\\*a\\* \\_b\\_ \\[c\\](d)"),
        ("<script>", "&lt;script\\>"),
        ("see http://x.example and www.x.example", "see http&#x3A;//x.example and www\\.x.example"),
        ("{{< youtube >}} {% raw %}", "\\{\\{&lt; youtube \\>}} \\{&#x25; raw %}"),
        ("&amp; &copy; R&D", "&amp;amp; &amp;copy; R&D"),
        ("$x$ costs $4", "&#x24;x&#x24; costs $4"),
        ("a | b ~~c~~ %%d%% ==e==", "a | b &#x7E;&#x7E;c&#x7E;&#x7E; &#x25;%d&#x25;% &#x3D;&#x3D;e&#x3D;&#x3D;"),
        ("|---|", "&#x7C;---|"),
        ("Done!", "Done\\!"),
        ("write to a@b.example", "write to a&#x40;b.example"),
    ],
)
def test_marks_lose_their_meaning(text: str, written: str) -> None:
    assert markdown(text) == written


@given(ANYTHING)
def test_a_yaml_scalar_reads_back_as_the_text(text: str) -> None:
    written = yaml(text)
    assert "\n" not in written
    if not any("\ud800" <= char <= "\udfff" for char in text):  # PyYAML refuses half of a surrogate pair
        assert reader.safe_load(written) == text


def test_folding_leaves_one_space_for_any_white_space() -> None:
    assert folded(" a\u00a0\n\n b\t") == "a b"
