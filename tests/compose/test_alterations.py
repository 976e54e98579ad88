from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.alterations import alterations, cited_articles, now
from briefing.model import Alteration, Article, Place, Printed, PrintedEvent, Printing, Span
from briefing.rows import digest
from tests.factory import WEEK, article

TEXT = "The ferry carried 214 people.\nIts owner was fined 40,000 crowns last year.\nTugs come on Wednesday."
BRIEF = "brief 0.1.0"
FERRY = article("a1", TEXT, title="Ferry aground")


def edition(*words: str, told: tuple[Alteration, ...] = (), number: int = 1) -> Printing:
    places = [Place(FERRY.id, Span(TEXT.index(each), TEXT.index(each) + len(each))) for each in words]
    printed = tuple(
        Printed("sentence", each, place, FERRY.sha256) for each, place in zip(words, places, strict=True)
    )  # fmt: skip
    return Printing(WEEK, "", number, (PrintedEvent("e1", "Ferry aground", printed),), told, BRIEF)


def changed(old: str, new: str) -> dict[str, Article]:
    text = TEXT.replace(old, new)
    return {FERRY.id: replace(FERRY, text=text, sha256=digest(FERRY.title, text))}


CITED = edition("The ferry carried 214 people.", "Its owner was fined 40,000 crowns last year.")


def test_a_cited_sentence_that_was_changed_is_told_with_both_versions() -> None:
    (found,) = alterations([CITED], changed("214", "240"), BRIEF)
    assert (found.before, found.after) == ("The ferry carried 214 people.", "The ferry carried 240 people.")
    assert (found.outlet, found.title, found.window) == ("Harnby Courier", "Ferry aground", WEEK)


def test_a_cited_sentence_that_is_gone_has_no_second_version() -> None:
    (found,) = alterations([CITED], changed("Its owner was fined 40,000 crowns last year.\n", ""), BRIEF)
    assert found.after is None


def test_what_was_not_cited_or_only_moved_is_no_alteration() -> None:
    assert alterations([CITED], changed("Wednesday", "Friday"), BRIEF) == ()
    assert alterations([CITED], changed("The ferry", "Update:\n\nThe ferry"), BRIEF) == ()
    assert alterations([CITED], {FERRY.id: FERRY}, BRIEF) == ()
    assert alterations([CITED], {}, BRIEF) == ()
    assert cited_articles([CITED, CITED]) == (FERRY.id,)


def test_what_an_edition_told_of_is_not_told_again_until_it_changes_again() -> None:
    first = changed("214", "240")
    told = alterations([CITED], first, BRIEF)
    after = edition(number=1, told=told)
    assert alterations([after, CITED], first, BRIEF) == ()
    assert len(alterations([after, CITED], changed("214", "260"), BRIEF)) == 1


def test_what_another_version_cited_is_passed_over() -> None:
    assert alterations([CITED], changed("214", "240"), "brief 0.2.0") == ()


def test_of_two_editions_that_cite_a_sentence_the_latest_is_named() -> None:
    later = replace(CITED, window=replace(WEEK, id="2026-W21"))
    (found,) = alterations([later, CITED], changed("214", "240"), BRIEF)
    assert found.window.id == "2026-W21"


def test_a_quotation_within_a_sentence_that_is_told_of_is_not_told_of_besides() -> None:
    found = alterations([edition("The ferry carried 214 people.", "214 people")], changed("214", "240"), BRIEF)
    assert [each.before for each in found] == ["The ferry carried 214 people."]


@given(st.text(max_size=200), st.text(max_size=80))
def test_any_two_texts_can_be_compared(text: str, words: str) -> None:
    found = now(words, replace(FERRY, text=text))
    assert found is None or " ".join(found.split()) in " ".join(text.split())
