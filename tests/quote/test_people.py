from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.quote.people import Sighting, identify
from briefing.quote.spelling import fold, kinship, one_letter_apart, parse


def seen(name: str, article: str, role: str | None = None, event: str | None = None) -> Sighting:
    return Sighting(name, article, role, event)


def persons(*sightings: Sighting, **how: object) -> dict[str, str]:
    return dict(identify(sightings, **how).of)  # type: ignore[arg-type] # passed on as it is


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Aleksandr Vostrik", "Alexander Vostrik", "spelling"),
        ("Alexander Brontz", "Aleksander Brontz", "spelling"),
        ("Sergey Tarnov", "Sergei Tarnoff", "spelling"),
        ("Volodymyr Selenskyy", "Vladimir Selensky", "spelling"),
        ("Muhammad bin Sorel", "Mohammed bin Sorel", "spelling"),
        ("Karl Roe", "Carl Roe", "spelling"),
        ("Stéphane Bonnel", "Stephane Bonnel", "same"),
        ("Dr. Mira Solen", "Mira Solen", "same"),
        ("Han Jong-ul", "Han Jong Ul", "same"),
        ("Bashir al-Assar", "Bashir Assar", "same"),
        ("Piet de Vries", "Piet De Vries", "same"),
        ("William P. Roe", "William Roe", "middle"),
        ("William P. Roe", "William Pelham Roe", "middle"),
        ("William Roe", "William Pelham Roe", "second"),
        ("William Roe William Pelham Roe", "William Roe", "same"),
        ("Bill Roe", "William P. Roe", "short"),
        ("J. Roe", "Jerome H. Roe", "initial"),
        ("J.B. Roe", "Jay Roe", "initial"),
        ("J.A. Roe", "J.K. Roe", None),
        ("John A. Roe", "John B. Roe", None),
        ("George H.W. Roe", "George W. Roe", None),
        ("Donald Roe", "Donald Roe Jr.", None),
        ("Bill Harcourt", "Helen Harcourt", None),
        ("Alexander Roe", "Alexandra Roe", None),
        ("Daniel Roe", "Danielle Roe", None),
        ("Paul Roe", "Paula Roe", None),
        ("Jan Roe", "Jon Roe", None),
        ("Roe", "Jon Roe", None),
    ],
)
def test_what_lies_between_two_spellings(one: str, other: str, expected: str | None) -> None:
    ours, theirs = parse(one), parse(other)
    assert ours
    assert theirs
    assert kinship(ours, theirs) == kinship(theirs, ours) == expected


def test_a_middle_name_accents_and_titles_need_no_witness() -> None:
    names = ("Irène Solen", "Irene Solen", "Irene M. Solen", "Dr Irene Solen")
    assert set(persons(*(seen(name, f"a{i}") for i, name in enumerate(names))).values()) == {"Irene M. Solen"}


def test_a_senator_is_not_the_president_whose_middle_name_he_lacks() -> None:
    rows = [seen("John F. Roe", "a", "president"), seen("John Roe", "b", "senator for Harnby")]
    assert len(set(persons(*rows).values())) == 2
    assert len(set(persons(rows[0], seen("John Roe", "b", "former President")).values())) == 1
    assert len(set(persons(rows[0], seen("John Roe", "b")).values())) == 1


def test_father_and_son_may_differ_by_a_second_name_alone() -> None:
    assert len(set(persons(seen("John Roe", "a"), seen("John Quill Roe", "b")).values())) == 2


def test_a_name_run_together_with_itself_is_not_what_a_person_goes_by() -> None:
    rows = [seen("Ana Roe Ana Maria Roe", "a"), seen("Ana Roe Ana Maria Roe", "b"), seen("Ana Roe", "c")]
    assert set(persons(*rows).values()) == {"Ana Roe"}


def test_another_transliteration_is_one_person_where_the_role_or_the_event_is_the_same() -> None:
    aleksander, alexander = "Aleksander Brontz", "Alexander Brontz"
    roles = (seen(aleksander, "a", "Estmark’s transport minister"), seen(alexander, "b", "minister of transportation"))
    assert len(set(persons(*roles).values())) == 1
    events = (seen(aleksander, "a", event="e"), seen(alexander, "b", event="e"))
    assert len(set(persons(*events).values())) == 1
    assert len(set(persons(seen(aleksander, "a"), seen(alexander, "b")).values())) == 2


def test_the_same_words_said_are_a_witness() -> None:
    rows = (seen("Aleksander Brontz", "a"), seen("Alexander Brontz", "b"))
    assert len(set(persons(*rows, echoed=lambda one, other: True).values())) == 1


def test_two_whom_one_article_names_side_by_side_are_two() -> None:
    rows = [seen("Erik Roe", "a", "mayor"), seen("Eric Roe", "b", "mayor")]
    assert len(set(persons(*rows).values())) == 1
    assert len(set(persons(*rows, beside=lambda one, other: True).values())) == 2
    assert len(set(persons(*rows, seen("Eric Roe", "a")).values())) == 2


def test_father_and_son_and_husband_and_wife_stay_two() -> None:
    rows = [seen(name, name, "president", "e") for name in ("Donald Roe", "Donald Roe Jr.", "Bill Dunn", "Hilda Dunn")]
    assert len(set(persons(*rows).values())) == len(rows)


def test_a_name_that_could_be_either_of_two_people_stays_by_itself() -> None:
    rows = [seen(name, name) for name in ("John Roe", "John A. Roe", "John B. Roe")]
    assert len(set(persons(*rows).values())) == len(rows)
    rows = [seen(name, name, "mayor") for name in ("C. Roe", "Carl Roe", "Clive Roe")]
    assert len(set(persons(*rows).values())) == len(rows)


def test_bodies_are_not_merged_over_the_words_in_their_middle() -> None:
    rows = [seen(name, name) for name in ("Harnby Court", "Harnby Appeals Court")]
    assert len(set(persons(*rows).values())) == len(rows)


def test_a_person_goes_by_the_name_that_most_articles_print() -> None:
    rows = [seen("William Roe", "a"), seen("William Roe", "b"), seen("William P. Roe", "c")]
    assert set(persons(*rows).values()) == {"William Roe"}


def test_a_surname_alone_is_whoever_has_that_role_or_is_in_that_event() -> None:
    rows = [seen("Ana Roe", "a", "mayor of Harnby"), seen("Carl Roe", "b", "coach", "match"), seen("Roe", "c", "Mayor")]
    rows += [seen("Roe", "d", None, "match"), seen("Roe", "e")]
    people = identify(rows)
    assert [people.person("Roe", article) for article in "cde"] == ["Ana Roe", "Carl Roe", "Roe"]


def test_what_the_user_says_goes_before_all_else_and_the_last_word_counts() -> None:
    rows = [seen("Bill Roe", "a", "mayor"), seen("William Roe", "b", "mayor"), seen("Wanda Roe", "c")]
    merged = ("same", ("Wanda Roe", "William Roe"))
    apart = ("apart", ("Wanda Roe", "William Roe"))
    assert set(persons(*rows, said=[merged]).values()) == {"Wanda Roe"}
    assert persons(*rows, said=[merged, apart])["Wanda Roe"] == "Wanda Roe"
    assert persons(*rows, said=[merged, apart])["William Roe"] != "Wanda Roe"
    assert set(persons(*rows, said=[merged, apart, merged]).values()) == {"Wanda Roe"}
    assert len(set(persons(*rows, said=[("apart", ("Bill Roe", "William Roe"))]).values())) == len(rows)


def test_what_the_user_keeps_apart_is_not_joined_by_way_of_a_third_name() -> None:
    rows = [seen(name, name) for name in ("Mira Solen", "Míra Solen", "Mira A. Solen")]
    found = persons(*rows, said=[("apart", ("Míra Solen", "Mira A. Solen"))])
    assert found["Míra Solen"] != found["Mira A. Solen"]


def test_a_surname_alone_may_be_merged_by_the_user() -> None:
    people = identify([seen("Ana Roe", "a"), seen("Roe", "b")], said=[("same", ("Ana Roe", "Roe"))])
    assert people.person("Roe", "b") == "Ana Roe"


def test_the_order_of_sightings_changes_nothing() -> None:
    rows = [
        seen("Bill Roe", "a", "mayor"), seen("William Roe", "b", "mayor"), seen("W. Roe", "c", "mayor"),
        seen("Wanda Roe", "d", "mayor"), seen("Roe", "e", "mayor"),
    ]  # fmt: skip
    assert len({str(sorted(persons(*order).items())) for order in permutations(rows)}) == 1


@given(st.lists(st.builds(Sighting, st.text(max_size=20), st.sampled_from("abc"), st.none() | st.text(max_size=9))))
def test_no_name_raises_and_every_person_is_one_of_the_names(rows: list[Sighting]) -> None:
    names = {row.name for row in rows}
    people = identify(rows)
    assert {people.person(row.name, row.article_id) for row in rows} <= names


@given(st.text(max_size=12), st.text(max_size=12))
def test_one_letter_apart_is_symmetric(one: str, other: str) -> None:
    assert one_letter_apart(one, other) == one_letter_apart(other, one)


def test_folding_drops_what_outlets_disagree_about() -> None:
    assert fold("O’Brién-Łęcki") == "obrienlecki"


@pytest.mark.parametrize("posing", ["Osk\u0430r Velt", "St\u0435fanie Velt", "Oskar V\u0435lt", "\u041eskar Velt"])
def test_a_name_with_a_letter_of_another_alphabet_is_another_name(posing: str) -> None:
    real = "Stefanie Velt" if "fanie" in posing else "Oskar Velt"
    found = persons(seen(real, "a1", "the mayor of Harnby", "e1"), seen(posing, "a2", "the mayor of Harnby", "e1"))
    assert found[real] != found[posing]
