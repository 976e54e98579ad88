from hypothesis import given
from hypothesis import strategies as st

from briefing.text.words import WORD, words

MARKS = st.sampled_from(list("abcXYZ019_ .,-'’\"\n\té—"))


@given(st.text(alphabet=st.one_of(MARKS, st.characters(max_codepoint=127)), max_size=60))
def test_the_short_way_for_plain_text_finds_the_words_that_the_pattern_finds(text: str) -> None:
    assert words(text) == WORD.findall(text.lower())


def test_an_apostrophe_inside_a_word_parts_nothing() -> None:
    assert words("Brandt's dockers don’t strike 'now'.") == ["brandt's", "dockers", "don’t", "strike", "now"]
