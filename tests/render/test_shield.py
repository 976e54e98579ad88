"""Escaped marks cost Python-Markdown nothing and come back as the characters they are."""

from dataclasses import replace
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown as convert

from briefing.render import render
from briefing.render.escape import folded, markdown
from briefing.render.fit import fit
from briefing.render.shield import shielded, unshielded
from tests.render.sample import empty


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60).map(folded).filter(fit))
def test_what_was_escaped_is_shown_as_it_was(text: str) -> None:
    page = unshielded(convert("x " + shielded(markdown(text))))
    assert folded(unescape(page.removeprefix("<p>").removesuffix("</p>"))) == folded("x " + fit(text))


def test_a_character_of_the_private_range_cannot_pass_for_a_mark() -> None:
    assert unshielded(shielded(markdown("\U0010f03c"))) == "\ufffd"


def test_a_headline_of_nothing_but_marks_is_set_like_any_other() -> None:
    # A mark at a time, Python-Markdown would need minutes for these.
    page = render(replace(empty(), title="*[" * 10_000), "html").decode("utf-8")
    assert page.count("*[" * 10_000) == 2
    assert "*\\[" not in page


def test_many_marks_in_the_text_cost_no_more_than_letters() -> None:
    text = markdown("*_" * 20_000)
    assert unshielded(convert(shielded(text))) == "<p>" + "*_" * 20_000 + "</p>"
