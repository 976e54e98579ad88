"""Sentences that say nothing new beside another."""

from datetime import timedelta

import pytest

from briefing.compose.leading import Leads
from briefing.compose.redundancy import adds_nothing, statement, statements, without_repeats, without_second_tellings
from briefing.model import Extract
from tests.factory import MONDAY, article, extract

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


def by_rank(one: Extract) -> float:
    return -one.rank


def test_of_two_first_sentences_that_tell_one_fact_the_one_worth_more_stays() -> None:
    will = "Prime Minister Irena Stolvik will speak at the harvest march in Lindow on Friday, her office announced."
    spoke = (
        "Prime Minister Irena Stolvik spoke at the harvest march in Lindow on Friday, the first of her office to do so."
    )
    other = "Farmers emptied three carts of onions before the town hall."
    old = article("a1", f"{will} {other}")
    new = article("a2", spoke, published=MONDAY + timedelta(days=2))
    texts = {each.id: each for each in (old, new)}
    found = (extract(old, will), extract(new, spoke, rank=1), extract(old, other, rank=2))
    said, leads = statements(found, texts), Leads(old.title, (old, new))
    assert without_second_tellings(found, said, texts, leads.fitness) == found[1:]
    assert without_second_tellings(found, said, texts, by_rank) == (found[0], found[2])


def test_two_articles_that_begin_with_what_one_person_did_tell_one_fact() -> None:
    first = "Irena Stolvik unveiled a large relief bill on Tuesday, the fifth since the drought began."
    second = "Irena Stolvik unveiled a 300 million crown relief package that gives wells to every town."
    third = (
        "Irena Stolvik swam across the harbour of Kessel on Sunday, a thing that no head of a Valdorian "
        "government had dared since the old lighthouse keeper drowned there."
    )
    texts = {
        str(n): article(str(n), text, published=MONDAY + timedelta(hours=n))
        for n, text in enumerate((first, second, third))
    }
    found = tuple(extract(texts[str(n)], text, rank=n) for n, text in enumerate((first, second, third)))
    assert without_second_tellings(found, statements(found, texts), texts, by_rank) == (found[0], found[2])


def test_deeper_in_an_article_more_of_the_words_must_be_the_same() -> None:
    first = "Secretary Irena Stolvik this week declared the strait of Selby to be no longer open to foreign trawlers."
    deeper = (
        "On Wednesday, Stolvik declared that the strait of Selby was “no longer open,” which fishermen had long "
        "asked for."
    )
    again = f"Fog lay on the strait for the third day in a row, and nobody could see farther than a boat. {deeper}"
    texts = {"0": article("0", first), "1": article("1", again, published=MONDAY + timedelta(hours=1))}
    found = (extract(texts["0"], first), extract(texts["1"], deeper, rank=1))
    assert without_second_tellings(found, statements(found, texts), texts, by_rank) == found[:1]
