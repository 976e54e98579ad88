"""Who speaks in hard little articles, and floors over all of them that only go up."""

import pytest

from briefing.model import Quote
from briefing.quote import PRINT_CONFIDENCE, quote
from tests.factory import article
from tests.quote.passages import HARD, Heard, passages

NOBODY = "?"

RIGHT_FLOOR = 0.82  # share of the quotations whose speaker is right; before the rules it was .73
WRONG_CEILING = 0.1  # share under a name that is not right, however unsure; before them .2
PRINTED_CEILING = 2  # of them sure enough for print; before them nine


def found(text: str) -> list[Quote]:
    return [each for each in quote(article(text=text, title="")) if each.kind == "direct"]


def heard() -> list[tuple[Heard, Quote | None]]:
    pairs: list[tuple[Heard, Quote | None]] = []
    for passage in passages(HARD):
        direct = found(passage.text)
        for each in passage.heard:
            same = (q for q in direct if q.span.of(passage.text).strip(" .,") == each.words.strip(" .,"))
            pairs.append((each, next(same, None)))
    return pairs


HEARD = heard()


def is_right(each: Heard, said: Quote | None) -> bool:
    return said is not None and (said.speaker or NOBODY) in each.speaker.split(" / ")


def is_wrong(each: Heard, said: Quote | None) -> bool:
    return said is not None and said.speaker is not None and not is_right(each, said)


def test_there_are_hundreds_of_them() -> None:
    assert len(passages(HARD)) >= 200
    assert len(HEARD) >= 250


def test_speakers_are_right() -> None:
    wrong = [(each.words, said and said.speaker) for each, said in HEARD if not is_right(each, said)]

    assert 1 - len(wrong) / len(HEARD) >= RIGHT_FLOOR, wrong


def test_a_false_name_is_rarer_than_none() -> None:
    wrong = [(each.words, said and said.speaker) for each, said in HEARD if is_wrong(each, said)]

    assert len(wrong) / len(HEARD) <= WRONG_CEILING, wrong


def test_what_is_sure_enough_for_print_is_right() -> None:
    sure = [(each, said) for each, said in HEARD if said and said.confidence >= PRINT_CONFIDENCE]
    wrong = [(each.words, said.speaker) for each, said in sure if is_wrong(each, said)]

    assert len(wrong) <= PRINTED_CEILING, wrong


@pytest.mark.parametrize(
    "text",
    [
        "Leo Crane was told by Irene Dahl that “no water is clean in this house.”",
        "The Courier quoted Irene Dahl as saying “no water is clean in this house.”",
        "A nurse who works with Leo Crane said: “Nobody drinks it.” Irene Dahl is a doctor.",
        "“No water is clean in this house,” said Leo Crane's plumber.",
        "Leo Crane should have said “no water is clean in this house.” Irene Dahl did.",
        "Leo Crane refused to say “no water is clean in this house” to the court.",
        "Whether Leo Crane said “no water is clean in this house” is not known.",
    ],
)
def test_nobody_is_given_what_grammar_gives_somebody_else(text: str) -> None:
    assert all(each.speaker != "Leo Crane" for each in found(text))


def test_who_is_quoted_by_a_paper_speaks() -> None:
    (said,) = found("“No water is clean in this house,” Irene Dahl was quoted by the Harnby Courier as saying.")

    assert said.speaker == "Irene Dahl"


def test_one_of_several_who_did_something_together_is_not_taken_for_he() -> None:
    text = "Paul Reiter and Hugh Calder heard Felix Ott in silence. “You never milked a cow,” he told them."

    assert all(each.confidence < PRINT_CONFIDENCE for each in found(text))


def test_who_asked_is_hardly_sure_to_have_answered() -> None:
    text = "“I do not know,” Amos Greel said. “Do you know the price?” Dana Frey asked. “Not that either,” he said."

    assert found(text)[-1].confidence < PRINT_CONFIDENCE
