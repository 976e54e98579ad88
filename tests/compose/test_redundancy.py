"""Sentences that say nothing new beside another."""

import pytest

from briefing.compose.redundancy import adds_nothing, statement, statements, without_repeats
from tests.factory import article, extract

LONG = (
    "Harbour master Ingrid Talvoss said on Monday she is closing the Selby channel, which silts up, until the autumn."
)


def repeats(one: str, other: str) -> bool:
    return adds_nothing(statement(one, "en"), statement(other, "en"))


def test_a_shorter_telling_of_the_same_adds_nothing() -> None:
    short = "Ingrid Talvoss told reporters that she is closing the Selby channel."
    assert repeats(short, LONG)
    assert not repeats(LONG, short)


@pytest.mark.parametrize(
    "other",
    [
        "Ingrid Talvoss said that dredging of the Selby channel would cost Port Selby a third of its budget.",
        "Ingrid Talvoss is closing the Selby channel to all ships but ferries, trawlers and the pilot boats.",
    ],
)
def test_a_new_fact_about_the_same_people_is_new(other: str) -> None:
    assert not repeats(other, LONG)


def test_a_sentence_with_another_number_is_another_statement() -> None:
    assert repeats("The ferry ran aground off Selby with 214 people.", "A ferry with 214 people ran aground off Selby.")
    assert not repeats(
        "The ferry ran aground off Selby with 9 people.", "A ferry with 214 people ran aground off Selby."
    )
    assert repeats("Three ships ran aground off Selby harbour.", "Then 3 ships ran aground off the harbour of Selby.")


def test_one_large_number_in_both_says_that_they_tell_the_same() -> None:
    one = "New claims for benefits in Valdoria fell to 2.123 million last week, the labour office said."
    other = "In all 2,123,000 people in Valdoria made new claims for benefits, of whom most had worked in ports."
    assert repeats(one, other)
    assert not repeats(one, other.replace("2,123,000", "2,446,000"))


def test_a_few_words_in_common_are_no_repeat() -> None:
    assert not repeats("The ferry sank.", "The ferry sank off Port Selby on Tuesday.")


def kept(*sentences: str, known: tuple[str, ...] = ()) -> list[str]:
    """What is left of sentences given in reading order, ranked in the same order."""
    source = article("a1", " ".join(sentences))
    extracts = [extract(source, sentence, rank=rank) for rank, sentence in enumerate(sentences)]
    left = without_repeats(extracts, statements(extracts, {"a1": source}), [statement(each, "en") for each in known])
    return [each.span.of(source.text) for each in left]


SHORT = "Talvoss is closing the Selby channel."
NEWS = "Fishermen from Lindow have promised a blockade of the ferry quay on Friday."


def test_the_fuller_sentence_stays_whichever_is_ranked_better() -> None:
    assert kept(LONG, NEWS, SHORT) == [LONG, NEWS]
    assert kept(SHORT, NEWS, LONG) == [NEWS, LONG]


def test_what_is_known_is_left_out() -> None:
    assert kept(SHORT, NEWS, known=(LONG,)) == [NEWS]
