import pytest

from briefing.group.spelling import fold


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("destabilising", "destabilizing"),
        ("organisation", "organization"),
        ("armoured", "armored"),
        ("neighbours", "neighbors"),
        ("harbour", "harbor"),
        ("centre", "center"),
        ("defence", "defense"),
        ("travelled", "traveled"),
        ("programme", "program"),
        ("catalogue", "catalog"),
        ("mayor’s", "mayor's"),
    ],
)
def test_british_and_american_spellings_of_a_word_are_one(british: str, american: str) -> None:
    assert fold(british) == fold(american)


@pytest.mark.parametrize("word", ["our", "four", "tour", "rise", "", "1,200", "北京"])
def test_short_words_and_other_scripts_stay(word: str) -> None:
    assert fold(word) == word
