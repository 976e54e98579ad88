"""Rows whose fields hold HTML, as the programs of a site give them away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clean.markup import MOST_TAGS, line_of, words_of
from tests.clean.documents import article
from tests.clean.test_rows import row


def test_a_row_of_html_is_its_words() -> None:
    found = article(
        row(
            title="Quay &#8220;closed&#8221; &amp;amp; <i>ships moved</i>",
            source="Post &amp; Gazette",
            text="<h2>Harnby</h2><p>The quay of Lindow was closed on&nbsp;Tuesday &amp; its ships moved.</p>"
            "<script>x()</script>"
            "<p>&#8220;We cannot wait,&#8221; said<br/>Mara Hollis. <b>Nobody</b> else can.<br><br>It rains.</p>"
            "<figure>A quay</figure>",
        ),
        "application/json",
    )
    assert found.title == "Quay “closed” & ships moved"
    assert found.outlet == "Post & Gazette"
    assert "The quay of Lindow was closed on Tuesday & its ships moved." in found.text.split("\n\n")
    assert "“We cannot wait,” said Mara Hollis. Nobody else can." in found.text.split("\n\n")
    assert found.text.endswith("\n\nIt rains.")
    assert "x()" not in found.text


@pytest.mark.parametrize(
    "text",
    [
        "The rate is < 3 % & falling, AT&T said. a <b c.",
        "It uses &lt;b&gt; tags.",
        "He wrote <name> into the form.",
        "R&D; profit & loss",
        "<p>" * MOST_TAGS + "</p>",
    ],
)
def test_what_is_no_html_is_left_as_it_is(text: str) -> None:
    assert words_of(text) == text


def test_marks_that_turn_text_round_do_not_come_back_by_their_numbers() -> None:
    assert "\u202e" not in words_of("evil &#8238;txt") + words_of("<p>evil &#8238;&#x202e;txt</p>") + line_of(
        "a&#8238;b"
    )


@given(st.text(alphabet="<>/pbr &;amp#8220x\n\x00\u202e", max_size=60))
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(words_of(text), str)
    assert isinstance(line_of(text), str)
