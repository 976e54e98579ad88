import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.group.tokens import tokens
from tests.factory import article


def quoted(text: str) -> int:
    return int(tokens([article(text=text)]).quoted.sum())


def test_words_between_straight_marks_are_quoted() -> None:
    assert quoted('The mayor said "we open on Monday" and left.') == 4


def test_words_between_curly_marks_are_quoted() -> None:
    assert quoted("The mayor said “we open on Monday” and left.") == 4


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    assert quoted('"We open on Monday.\nThe mayor left.') == 4


def test_apostrophes_quote_nothing() -> None:
    assert quoted("The mayor's bridge isn't the harbour's.") == 0


def test_words_of_one_stem_have_one_number() -> None:
    read = tokens([article(text="bridge bridges")])
    assert read.texts.of(0)[0] == read.texts.of(0)[1]
    assert read.spellings.of(0)[0] != read.spellings.of(0)[1]


def test_text_without_spaces_is_read_in_pairs_of_characters() -> None:
    read = tokens([article(text="港口重新开放。")])
    assert [read.stems[number] for number in read.texts.of(0)] == ["港口", "口重", "重新", "新开", "开放"]


def test_the_first_words_of_each_sequence_are_kept() -> None:
    runs = tokens([article(text="one two three"), article(text="four"), article(text="")]).texts
    assert runs.first(2).lengths().tolist() == [2, 1, 0]
    assert runs.first(2).of(0).tolist() == runs.of(0)[:2].tolist()


@given(st.lists(st.text(), max_size=4))
def test_any_texts_are_read_and_every_word_is_numbered(texts: list[str]) -> None:
    read = tokens([article(f"a{n}", text, title=text[:20]) for n, text in enumerate(texts)])
    assert len(read.texts.starts) == len(texts) + 1
    assert len(read.quoted) == len(read.texts.flat) == len(read.spellings.flat)
    assert np.all(read.texts.flat < max(1, len(read.stems)))
