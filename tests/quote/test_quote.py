"""What always holds, whatever the text: offsets, order, no exception, time in proportion to length."""

import subprocess
import sys
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.quote import quote
from briefing.quote.roles import clean
from tests.factory import article

MARKS = "\"'“”‘’«»„`"
WORDS = """
    . , : ( ) — - said he She I who told that of Ana Velt Mr. mayor the according to 's ’s '' 1998 é İ We go home
"""
PIECES = st.sampled_from([*MARKS, *WORDS.split(), " ", "\n", "\0", "\ud800", "according to"])
HOSTILE = {
    "nothing": "",
    "white space": " \n\t\n ",
    "one mark": '"',
    "lone surrogates": 'He said "\ud800\udfff go" \ud83d.',
    "null characters": 'Ana\0Velt said "we\0go home now".',
    "capitals that change length": 'İSTANBUL said "İİİİ İİİİ İİİİ İİİİ".',
    "combining marks": "Z\u0351\u036b\u0343 said “Z\u0351\u036b\u0343 a b c d”",
    "right to left": 'قال "نحن نذهب إلى البيت الليلة" أحمد',
}
LONG = {
    "marks": '"' * 200_000,
    "marks and spaces": '" ' * 100_000,
    "single marks": "' a" * 60_000,
    "one line": "the quick mayor said " * 15_000,
    "one word": "a" * 300_000,
    "hyphens": "a-" * 100_000,
    "commas": "Ana Velt, " * 20_000,
    "dots": "U." * 100_000,
    "openers": "“ab " * 50_000,
    "open lines": '"Ana said\n' * 20_000,
    "capitals": "Ab" * 100_000,
    "names": "Ana " * 50_000,
}
SECONDS = 20  # far above what any takes; what is not linear takes minutes


@given(st.lists(PIECES, max_size=60))
def test_every_span_lies_in_the_text_and_no_text_raises(pieces: list[str]) -> None:
    check(" ".join(pieces))
    check("".join(pieces))


@given(st.text())
def test_any_characters_are_taken(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_taken(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_time_grows_with_length_alone(text: str) -> None:
    started = process_time()
    check(text)

    assert process_time() - started < SECONDS


def check(text: str) -> None:
    found = quote(article(text=text))
    for each in found:
        assert 0 <= each.span.start < each.span.end <= len(text)
        assert 0 <= each.confidence <= 1
        if each.mention_span is not None:
            assert 0 <= each.mention_span.start < each.mention_span.end <= len(text)
        assert each.speaker is None or each.speaker.strip()
    direct = [each.span for each in found if each.kind == "direct"]
    assert all(a.end <= b.start for a, b in pairwise(direct))


def test_marks_stay_outside_the_span() -> None:
    text = '"We will stay," said Ana Velt.'

    assert [each.span.of(text) for each in quote(article(text=text))] == ["We will stay,"]


def test_the_noun_phrase_that_speaks_is_pointed_at_whole() -> None:
    text = 'Harnby mayor Ana Velt said, "We will stay here tonight."'

    (mention,) = [each.mention_span for each in quote(article(text=text)) if each.kind == "direct"]
    assert mention is not None
    assert mention.of(text) == "Harnby mayor Ana Velt"


def test_words_between_doubled_apostrophes_are_reported_but_not_vouched_for() -> None:
    text = "''We will stay here tonight,'' said Ana Velt."

    (found,) = quote(article(text=text))
    assert (found.kind, found.speaker, found.span.of(text)) == ("indirect", "Ana Velt", "We will stay here tonight,")


def test_the_title_may_give_the_full_name() -> None:
    text = 'Velt came late. "We will stay here tonight," Velt said.'

    (found,) = [each for each in quote(article(text=text, title="Ana Velt will stay")) if each.kind == "direct"]
    assert found.speaker == "Ana Velt"


def test_the_order_of_hashing_changes_nothing() -> None:
    script = (
        "from tests.factory import article; from tests.quote.passages import passages\n"
        "from briefing.quote import quote\n"
        "print([quote(article(text=p.text)) for p in passages()])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert len(printed) == 1


def named(text: str) -> list[tuple[str | None, str | None]]:
    return [(each.speaker, each.role) for each in quote(article(text=text, title="")) if each.kind == "direct"]


def test_a_father_and_his_son_of_one_name_are_two_people() -> None:
    text = (
        "Tomas Arlen, the governor, stayed at home. Tomas Arlen Jr., a lawyer in Kessel, came to Harnby.\n"
        '"My father sends his regards to all of you," Tomas Arlen Jr. said.\n'
        '"I will be there myself next week," Tomas Arlen said.'
    )

    assert [speaker for speaker, _ in named(text)] == ["Tomas Arlen Jr.", "Tomas Arlen"]


def test_a_role_that_names_its_bearers_surname_is_somebody_elses() -> None:
    text = 'Tomas Arlen, Arlen\'s eldest son, came to Harnby. "The harbour opens in the spring," Tomas Arlen said.'

    assert named(text) == [("Tomas Arlen", None)]


def test_a_name_that_links_glued_together_is_taken_apart() -> None:
    text = 'Governor Ana VeltVelt came to Harnby. "The harbour opens in the spring," said Ana Velt.'

    assert [speaker for speaker, _ in named(text)] == ["Ana Velt"]


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("Ana Velt, an adviser to the mayor,", "adviser to the mayor"),
        ("Ana Velt, a town of many people,", None),
        ("Harnby Health Commissioner Dr. Ana Velt", "Harnby Health Commissioner"),
        ("Sens. Ana Velt", "Sen."),
        ("The liberal Sens. Ana Velt", "liberal Sen."),
        ("The likely nominee Sen. Ana Velt", "Sen."),
        ("St. Selby police chief Ana Velt", "St. Selby police chief"),
        ("Health and Human Services Secretary Ana Velt", "Health and Human Services Secretary"),
        ("Ana Velt, the agency's spokeswoman,", None),
        ("Ana Velt, the company's finance chief,", "finance chief"),
        ("Walk for Rain President Ana Velt", "Walk for Rain President"),
        ("Harnby Courier opinion editor Ana Velt", "Harnby Courier opinion editor"),
        ("Ana Velt, effectively the office manager in the Harnby office,", "office manager in the Harnby office"),
        ("Ana Velt, an expert on the task force,", None),
        ("Ana Velt, formerly the chief of the harbour,", "formerly the chief of the harbour"),
        ("District of Harnby Mayor Ana Velt", "District of Harnby Mayor"),
        ("Harnby Courier global opinions editor Ana Velt", "global opinions editor"),
        ("Ana Velt, the president of the company,", None),
        ("Ana Velt, head of sales for its parent Dovecote,", "head of sales"),
        ("Ana Velt, an Estmark-born businesswoman known to few at the time,", "Estmark-born businesswoman"),
        ("Ana Velt, an estate agent with no experience of ships,", "estate agent"),
        ("The committee's money pit caught President Ana Velt", "President"),
        ("Rapper Ana Velt", "Rapper"),
        ("Former Food and Drug Commissioner Ana Velt", "Former Food and Drug Commissioner"),
        ("KBI Supervisory Resident Agent Ana Velt", "KBI Supervisory Resident Agent"),
        ("Estmark state Sen. Ana Velt", "state Sen."),
        ("State Attorney General Ana Velt", "State Attorney General"),
        ("The harbour committee manager Rep. Ana Velt", "harbour committee manager"),
        ("Chairwoman of the Joint Staff General Ana Velt", "Chairwoman of the Joint Staff"),
        ("Democratic Sen. Ana Velt", "Democratic Sen."),
        ("Harnby Steel Chairwoman and CEO Ana Velt", "Harnby Steel Chairwoman and CEO"),
        ("HARBOR HARBOR President Ana Velt", "HARBOR HARBOR President"),
        ("EXCLUSIVE President Ana Velt", "President"),
        ("Ana Velt, a clerk with the ironically named Bureau of Truth,", "clerk"),
        ("Former New Harnby Courier business reporter Ana Velt", "Former New Harnby Courier business reporter"),
        ("CEO Ana Velt", None),
        ("Paul Orr's rival Sen. Ana Velt", "Sen."),
        ("HARBOUR-RAIL president Ana Velt", None),
        ("HFT-CGO president Ana Velt", "HFT-CGO president"),
        ("The Harbour Caucus and Sen. Ana Velt", "Sen."),
        ("He and Justice Committee Chairwoman Ana Velt", "Justice Committee Chairwoman"),
        ("Harbour office spokeswoman Navy Capt. Ana Velt", "Harbour office spokeswoman"),
        ("Democratic presidential candidate Senator Ana Velt", "Democratic presidential candidate"),
        ("Ana Velt, the well-organised rival,", None),
        ("Presidential candidates Sen. Ana Velt", "Sen."),
        ("Committee Chairwoman Rep. Ana Velt", "Rep."),
        ("Ana Velt, the most unusual mayor of our time,", None),
        ("Fellow candidate Ana Velt", None),
        ("Ana Velt, questioning the mayor's figures,", None),
        ("Ana Velt, managing director of Harnby Steel,", "managing director of Harnby Steel"),
        ("Paul Orr called Wednesday for Harbour Judge Ana Velt", "Harbour Judge"),
        ("Ambassador Ana Velt", "Ambassador"),
        ("Ana Velt, the ambassador,", None),
        ("Ana Velt, a law clerk in her first campaign,", "law clerk"),
        ("Ana Velt, the executive director,", None),
        ("Ana Velt, the council president,", None),
        ("One key Republican, Ana Velt,", None),
        ("Ana Velt, its only female driver,", None),
        ("Former staffer Ana Velt", None),
        ("Former Vice President Ana Velt", "Former Vice President"),
        ("Ana Velt, CEO of the Centre for Quiet Ports,", "CEO of the Centre for Quiet Ports"),
    ],
)
def test_roles_are_fit_to_print(before: str, role: str | None) -> None:
    assert named(f'{before} said, "The harbour opens again in the spring."') == [("Ana Velt", role)]


def test_after_a_preposition_a_role_is_somebody_elses_than_the_names() -> None:
    text = 'On a call with Estmark\'s new president, Ana Velt asked, "Will you look into the matter of the quay?"'
    assert named(text) == [("Ana Velt", None)]


def test_a_role_has_what_says_of_which_kind_it_is() -> None:
    text = '"The harbour opens again in the spring," said {} Ana Velt.'
    assert named(text.format("political scientist")) == [("Ana Velt", "political scientist")]
    assert named(text.format("civil rights attorney")) == [("Ana Velt", "civil rights attorney")]
    assert named(text.format("then-acting head of HARBOUR Watch")) == [
        ("Ana Velt", "then-acting head of HARBOUR Watch")
    ]


def test_a_role_does_not_end_with_an_owner() -> None:
    assert clean("the host of Lindow TV's") == "host of Lindow TV"


def test_a_vice_president_is_no_president() -> None:
    text = 'The vice president is late. Harnby – Vice President Ana Velt said, "The harbour opens again in the spring."'
    assert named(text) == [("Ana Velt", "Vice President")]


def test_what_somebody_called_a_thing_is_no_role_of_hers() -> None:
    text = (
        "Mayor Ana Velt spoke in Harnby. The town is hardly the world trade leader Velt said it was. "
        '"We have the best port of all," Velt said.'
    )
    assert named(text) == [("Ana Velt", "Mayor")]


def test_a_name_ends_with_the_mark_of_its_owner() -> None:
    text = 'Bishop Ana Ross led the service. Ross’ Mass was short. "The harbour opens again in the spring," Ross said.'
    assert [speaker for speaker, _ in named(text)] == ["Ana Ross"]


def test_he_is_not_the_one_who_was_spoken_to() -> None:
    text = (
        "Governor Paul Orr said on Monday that the barrier had failed. Orr was not asked who had known.\n\n"
        "Mehro Karval, an opposition activist under house arrest, lashed out at Orr himself, saying that as head of "
        'the harbour he was "directly responsible."\n\n'
        '"If you were aware of it and let the office deceive people, then there is no doubt," he said in a statement.'
    )
    assert "Paul Orr" not in [speaker for speaker, _ in named(text)]


def test_given_names_of_both_genders_tell_none() -> None:
    text = (
        'Ana Paul Reuth, a professor at Harnby, spoke of Orr. "It tells us little," Reuth said. "It opens a door.\n\n'
        '"So I think the question is open," he added.'
    )
    assert {speaker for speaker, _ in named(text)} == {"Ana Paul Reuth"}


def test_a_law_does_not_speak() -> None:
    text = 'The Harnby Fish and Salt Act says that "nobody may land a catch after dark without a lamp on the quay."'
    assert named(text) in ([], [(None, None)])


def test_where_somebody_is_from_does_not_speak() -> None:
    text = '"Both of them scare me a great deal," Ana Velt, 30, of Raleigh, N.C., said on Monday.'

    assert [speaker for speaker, _ in named(text)] == ["Ana Velt"]


def test_two_men_who_fit_alike_leave_he_unresolved() -> None:
    text = (
        "Tomas Arlen met Peter Hollin at the station in Kessel. They walked along the quay.\n"
        '"The harbour opens again in the spring," he said.'
    )

    (found,) = [each for each in quote(article(text=text, title="")) if each.kind == "direct"]
    assert found.speaker is None
    assert found.mention_span is not None
    assert found.mention_span.of(text) == "he"


def test_another_is_nobodys_name() -> None:
    text = 'Some were glad. "The harbour opens again in the spring," another said.'

    assert [speaker for speaker, _ in named(text)] == [None]


def test_stray_marks_at_an_edge_are_left_out() -> None:
    text = "Ana Velt said, ““We will stay here tonight.””"

    assert [each.span.of(text) for each in quote(article(text=text)) if each.kind == "direct"] == [
        "We will stay here tonight."
    ]


def test_an_accent_read_in_the_wrong_encoding_does_not_break_a_name() -> None:
    text = 'Enrique PeÃ±a Velt came to Harnby. "The harbour opens again in the spring," PeÃ±a Velt said.'

    assert [speaker for speaker, _ in named(text)] == ["Enrique PeÃ±a Velt"]
