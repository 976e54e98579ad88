from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.sentences import COVERED, covered, sentences

CASES = Path(__file__).parent / "sentences"
FLOORS = {"en": 0.97, "de": 0.95, "fr": 0.95, "es": 0.95, "ru": 0.95, "uk": 0.95}  # share of cases wholly right
BOUNDARY = " | "


def cases(language: str) -> list[list[str]]:
    lines = (CASES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(BOUNDARY) for line in lines if line and not line.startswith("#")]


def split(text: str, language: str = "en") -> list[str]:
    return [span.of(text) for span in sentences(text, language)]


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_nearly_every_hard_case_is_split_as_an_editor_would(language: str) -> None:
    wanted = cases(language)
    wrong = [parts for parts in wanted if split(" ".join(parts), language) != [part.strip() for part in parts]]
    assert 1 - len(wrong) / len(wanted) >= FLOORS[language], "\n".join(BOUNDARY.join(parts) for parts in wrong)


def test_there_are_enough_hard_cases_to_choose_a_splitter_by() -> None:
    assert len(cases("en")) >= 250


def test_a_space_that_went_missing_does_not_join_two_sentences() -> None:
    assert split("The mayor left.The council stayed.") == ["The mayor left.", "The council stayed."]


@given(st.text(alphabet=st.sampled_from(list("aA1 .!?…\"'“”‘’()[]\n\r\t\x00\ud800。Mr«»„-")), max_size=200))
def test_sentences_hold_every_word_once_and_never_cross_a_line(text: str) -> None:
    for language in ("en", "de", "xx"):
        spans = sentences(text, language)
        assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
        assert all(left.end <= right.start for left, right in pairwise(spans))
        assert all(span.of(text) == span.of(text).strip() != "" and "\n" not in span.of(text) for span in spans)


def test_a_language_says_whether_it_is_covered() -> None:
    assert sorted(COVERED) == ["de", "en", "es", "fr", "ru", "uk"]
    assert covered("uk")
    assert not covered("ja")


def test_a_language_nobody_covers_is_still_split() -> None:
    assert split("Det regner. Vi går.", "da") == ["Det regner.", "Vi går."]
    assert split("雨が降る。風も吹く。", "ja") == ["雨が降る。", "風も吹く。"]
    assert split("وصل الوزير. هل يعود؟ نعم.", "ar") == ["وصل الوزير.", "هل يعود؟", "نعم."]


@pytest.mark.parametrize("text", ["!" * 200_000, "a. " * 100_000, '"' * 200_000, "( " * 100_000, ".) " * 60_000])
def test_a_long_line_of_marks_is_split_without_delay(text: str) -> None:
    assert sentences(text)
