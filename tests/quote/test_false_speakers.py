"""False speakers that were once printed, each as its general cause, in the fictional world."""

import pytest

from briefing.quote import PRINT_CONFIDENCE, quote
from tests.factory import article

HARBOUR = '"The harbour opens again in the spring,"'


def speakers(text: str) -> list[str | None]:
    return [each.speaker for each in quote(article(text=text, title="")) if each.kind == "direct"]


def roles(text: str) -> list[str | None]:
    return [each.role for each in quote(article(text=text, title="")) if each.kind == "direct"]


def printed(text: str) -> list[str | None]:
    found = quote(article(text=text, title=""))
    return [each.speaker for each in found if each.kind == "direct" and each.confidence >= PRINT_CONFIDENCE]


def test_the_buttons_under_a_picture_are_nobodys_given_names() -> None:
    text = f"Facebook Twitter Pinterest Kika Velt, a baker, in her shop. {HARBOUR} Velt said."

    assert speakers(text) == ["Kika Velt"]


def test_a_box_of_links_run_together_with_a_name_is_passed_over() -> None:
    box = "ArlenTomas Quill ArlenSenators count votes | Dunn buys a boat | Velt tells Harnby MORE"
    text = f"Treasurer Tomas {box}, who led the talks, came out late. {HARBOUR} he told them."

    assert speakers(text) == ["Tomas Arlen"]


def test_a_name_that_a_page_prints_twice_is_one_name() -> None:
    text = f"Tomas Arlen Tomas Quill Arlen came to Harnby. {HARBOUR} Tomas Arlen said."

    assert speakers(text) == ["Tomas Arlen"]


def test_a_middle_name_is_no_given_name() -> None:
    text = f"Arlen came to Harnby. The poet is Braddow James Arlen. {HARBOUR} Arlen said."

    assert "James Arlen" not in speakers(text)


def test_a_box_glued_to_the_name_it_repeats_is_passed_over() -> None:
    text = f"Treasurer Brod Arlen Bradley (Brod) James ArlenMORE came to Harnby. {HARBOUR} Arlen said."

    assert speakers(text) == ["Brod Arlen"]


def test_a_surname_that_is_a_title_may_have_a_number() -> None:
    text = f"Tomas Arlen waits in Kessel. Martin Luther King III, an activist, wrote for him.\n{HARBOUR} he said."

    assert "Tomas Arlen" not in printed(text)


def test_the_president_is_not_his_son() -> None:
    text = f"President Arlen came to Harnby. His son, Tomas Arlen Jr., stayed away. {HARBOUR} Tomas Arlen Jr. said."

    assert speakers(text) == ["Tomas Arlen Jr."]
    assert roles(text) == [None]


def test_whom_a_letter_is_to_does_not_speak() -> None:
    text = f"{HARBOUR} the letter to Harnby mayor Ana Velt reads. Velt did not answer it."

    assert "Ana Velt" not in speakers(text)


def test_a_surname_is_whose_the_article_mostly_gives() -> None:
    text = (
        "Kanno Velt came to Harnby.\nA singer by trade, Kanno Velt is forty.\nHis sister is Ana Velt.\n"
        f"The hall was full. {HARBOUR} Velt said."
    )

    assert printed(text) in (["Kanno Velt"], [])


@pytest.mark.parametrize("stranger", ["The police spokesman", "A dock worker"])
def test_he_may_be_somebody_without_a_name(stranger: str) -> None:
    text = f"Police led Tomas Arlen away on Sunday. {stranger} gave no reason for it. {HARBOUR} he said."

    assert printed(text) == []


def test_his_call_is_his() -> None:
    text = 'Tomas Arlen came to Harnby. His call for "a harbour that is open all year" found few friends.'

    assert speakers(text) == ["Tomas Arlen"]


def test_all_mentions_of_one_person_count_together() -> None:
    text = (
        "Estmark's ambassador to the League, Tomas Arlen, in turn criticized Valdoria for "
        '"continuing to send boats and money to Kessel," a policy that he said is "at odds with peace."'
    )

    assert speakers(text) == ["Tomas Arlen", "Tomas Arlen"]


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("Secretary Ana Velt", None),
        ("Treasury Secretary Ana Velt", "Treasury Secretary"),
        ("Ana Velt, another expert on the panel,", "expert on the panel"),
        ("Times executive editor Dean Velt", "Times executive editor"),
        (
            "Better health is wanted. Health and Harbour Services Secretary Ana Velt",
            "Health and Harbour Services Secretary",
        ),
        ("Arlen and Treasury Secretary Ana Velt came. Ana Velt", "Treasury Secretary"),
        ("His mother, Ana Velt,", None),
        ("It is an argument District Judge Ana Velt rejected. Ana Velt", "District Judge"),
        ("The state Senator Ana Velt", "state Senator"),
    ],
)
def test_a_role_says_what_somebody_is(before: str, role: str | None) -> None:
    assert roles(f'{before} said, "The harbour opens again in the spring."') == [role]
