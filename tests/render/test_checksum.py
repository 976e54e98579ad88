"""A hand edit of a rendered briefing is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.render import render
from briefing.render.checksum import is_intact, stamp
from tests.render.sample import rich

TEXT_FORMATS = ["md", "html", "json"]


@pytest.fixture(scope="module")
def rendered() -> dict[str, bytes]:
    return {"md": render(rich(), "md"), "html": render(rich(), "html"), "json": render(rich(), "json")}


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_what_was_written_is_intact(rendered: dict[str, bytes], name: str) -> None:
    assert is_intact(rendered[name], name) is True


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_one_changed_word_is_told(rendered: dict[str, bytes], name: str) -> None:
    assert is_intact(rendered[name].replace(b"fourteen", b"fifteen", 1), name) is False


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_a_line_added_at_the_end_is_told(rendered: dict[str, bytes], name: str) -> None:
    assert is_intact(rendered[name] + b"My own note.\n", name) is False


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "md"),
        (b"# A page of somebody's own\n", "md"),
        (b'# Not front matter\n\nchecksum: ""\n', "md"),
        (b'---\nid: 1\nchecksum: ""\n---\n', "md"),
        (b"<html></html>", "html"),
        (b"{}", "json"),
        (b'{"text": "\\"checksum\\": \\"\\""}', "json"),
        (b"%PDF-1.7", "pdf"),
        (b"x", "docx"),
    ],
)
def test_what_carries_no_checksum_cannot_be_judged(data: bytes, name: str) -> None:
    assert is_intact(data, name) is None


@given(st.binary(max_size=200))
def test_any_bytes_can_be_asked_about(data: bytes) -> None:
    for name in TEXT_FORMATS:
        assert is_intact(data, name) is None
        assert stamp(data, name) == data


def test_an_edit_of_the_front_matter_alone_leaves_the_briefing_intact(rendered: dict[str, bytes]) -> None:
    assert is_intact(rendered["md"].replace(b"kind: week", b"kind: week\ntags: [ferry]"), "md") is True
