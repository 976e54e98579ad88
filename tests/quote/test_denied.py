"""What somebody did not say is not printed under that name."""

import pytest

from briefing.quote import PRINT_CONFIDENCE, quote
from briefing.quote.denied import is_denied, is_unsaid
from tests.factory import article

DENIED = (
    "Police chief Odo Kern never said “we were late”, his office insisted.",
    "The mayor, Ada Pohl, denied that she had ever said “the bridge is safe”.",
    "Ada Pohl did not use the words “a safe bridge for everybody”, she said.",
    "Ada Pohl hasn’t called the bridge “a safe bridge for everybody”.",
)
SAID = (
    "“We were late,” said Police chief Odo Kern. Nobody else had not said so.",
    "Ada Pohl denied the charges and said: “The bridge is safe for everybody.”",
    "Ada Pohl did not say much: “The bridge is safe for everybody.”",
    "Ada Pohl not only said “the bridge is safe for everybody”, she walked over it.",
    "Ada Pohl, who did not attend, said “the bridge is safe for everybody”.",
)


@pytest.mark.parametrize("text", DENIED)
def test_quoted_words_that_were_not_said_have_no_speaker(text: str) -> None:
    assert [found.speaker for found in quote(article("a", text)) if found.kind == "direct"] == [None]


@pytest.mark.parametrize("text", SAID)
def test_another_not_takes_nobodys_words(text: str) -> None:
    assert not is_unsaid(text, text.index("“"))
    assert [found.speaker for found in quote(article("a", text)) if found.kind == "direct"] != [None]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The chairman of the bank, Lon Weir, denied that the bank was insolvent.", "denied"),
        ("Ida Moll never claimed that she had warned the government of the losses.", "never claimed"),
        ("Ida Moll has not explicitly said that the losses were her fault.", "has not explicitly said"),
    ],
)
def test_a_denied_statement_is_found_by_its_own_word_and_not_vouched_for(text: str, cue: str) -> None:
    found = [each for each in quote(article("a", text)) if each.kind == "indirect"]
    assert [each.cue for each in found] == [cue]
    assert is_denied(cue)
    assert all(each.confidence < PRINT_CONFIDENCE for each in found)


@pytest.mark.parametrize("cue", [None, "", "said", "according to", "not"])
def test_other_cues_deny_nothing(cue: str | None) -> None:
    assert not is_denied(cue)
