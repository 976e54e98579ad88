"""Roles behind a name: what they may be made of, where they end, and what they must not replace."""

import pytest

from briefing.quote import quote
from tests.factory import article

HARBOUR = '"The harbour opens again in the spring,"'


def roles(text: str) -> list[str | None]:
    return [each.role for each in quote(article(text=text, title="")) if each.kind == "direct"]


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        ("president and CEO of the Harbour Workers Fund.", "president and CEO of the Harbour Workers Fund"),
        ("CEO of the Selby hospital group.", "CEO of the Selby hospital group"),
        ("a senior fellow at the Lindow Institute.", "senior fellow at the Lindow Institute"),
        ("a lung disease specialist at Kessel Hospital.", "lung disease specialist at Kessel Hospital"),
        ("a Kessel professor and former minister in Lindow.", "Kessel professor"),
        (
            "director of the Institute for Ferry Safety at the Harnby Tarn Bloomfield School of Northern Seafaring.",
            "director of the Institute for Ferry Safety",
        ),
        ("head of the ferry firm Velt Marine.", "head of the ferry firm Velt Marine"),
    ],
)
def test_a_role_behind_a_name_is_read_to_its_end(behind: str, role: str) -> None:
    assert roles(f"{HARBOUR} said Ana Velt, {behind}") == [role]


def test_the_next_name_of_a_list_is_no_role() -> None:
    text = f"Ana Velt, former harbour master Tomas Arlen, and others came. {HARBOUR} Velt said."

    assert roles(text) == [None]


def test_a_body_that_is_abbreviated_before_a_role_belongs_to_it() -> None:
    text = f"Lindow Ferry Board (LFB) chairman Tomas Arlen came. {HARBOUR} Arlen said."

    assert roles(text) == ["Lindow Ferry Board (LFB) chairman"]


def test_a_party_is_no_better_than_an_office() -> None:
    text = f"Sen. Tomas Arlen, a Lindow Republican, came. {HARBOUR} Arlen said."

    assert roles(text) == ["Sen."]


def test_a_seat_on_a_committee_is_better_than_a_title() -> None:
    text = f"Sen. Tomas Arlen, the top Republican on the Harbour Committee, came. {HARBOUR} Arlen said."

    assert roles(text) == ["top Republican on the Harbour Committee"]
