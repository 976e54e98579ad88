import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.enclosures import balanced, enclosures
from briefing.text.paragraphs import paragraphs


def enclosed(text: str) -> list[str]:
    return [text[start:end] for start, end in enclosures(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"Go home," she said. "Now."', ['"Go home,"', '"Now."']),
        ("“Go ‘home’ now,” she said.", ["“Go ‘home’ now,”"]),
        ("'It is over,' said Tull's wife.", ["'It is over,'"]),
        ("The dockers' strike isn't over.", []),
        ("„Geht heim“, sagte er. »Jetzt.«", ["„Geht heim“", "»Jetzt.«"]),
        ("« Partez », dit-elle. «Идите», — сказал он.", ["« Partez »", "«Идите»"]),
        ("The club (founded in 1902) and he [sic].", ["(founded in 1902)", "[sic]"]),
        ("A board of 5'10\" and no more.", []),
        ("“An opening mark without its partner.", []),
    ],
)
def test_pairs_of_marks_are_found(text: str, wanted: list[str]) -> None:
    assert enclosed(text) == wanted


@pytest.mark.parametrize(
    ("text", "whole"),
    [('"Go," he said.', True), ('"Go, he said.', False), ("(Go.", False), ("Go).", False), ("“Go” (now).", True)],
)
def test_a_mark_without_its_partner_is_noticed(text: str, whole: bool) -> None:
    assert balanced(text) == whole


@given(st.text(alphabet=st.sampled_from(list("a .,\"'“”‘’«»„()[]\n\ud800")), max_size=120))
def test_enclosures_rise_and_never_overlap(text: str) -> None:
    places = [place for pair in enclosures(text) for place in pair]
    assert places == sorted(places)


def test_paragraphs_are_the_lines_without_surrounding_space() -> None:
    text = "  One.\r\n\n\tTwo. \n   \nThree."
    assert [span.of(text) for span in paragraphs(text)] == ["One.", "Two.", "Three."]


def test_marks_as_wire_services_type_them_are_pairs_too() -> None:
    text = "``It is over,'' Olga Brandt said. ``We lost.''"
    assert [text[start:end] for start, end in enclosures(text)] == ["``It is over,''", "``We lost.''"]
    assert balanced(text)
    assert not balanced("``It is over, Olga Brandt said.")
    assert balanced("The Lady Orsola '' sank.")  # nothing was opened, so it closes nothing
