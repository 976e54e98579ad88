from dataclasses import replace

import pytest

from briefing.group.credits import credits_agency, is_agency
from tests.factory import article


@pytest.mark.parametrize(
    "text",
    [
        "KESSEL (Reuters) - The council met.",
        "KESSEL, May 12. /TASS/. The council met.",
        "By The Associated Press\n\nThe council met.",
        "The council met. (AFP)",
        "The council met. " * 100 + "(AP)",
    ],
)
def test_a_credit_where_agencies_put_it_is_one(text: str) -> None:
    assert credits_agency(article(text=text))


@pytest.mark.parametrize(
    "text",
    ["The mayor told Reuters that the council met.", "A nap (as it was) followed.", "The PA system failed.", ""],
)
def test_an_agency_named_in_running_text_is_no_credit(text: str) -> None:
    assert not credits_agency(article(text=text))


def test_what_cleaning_found_to_be_the_origin_is_a_credit() -> None:
    assert credits_agency(replace(article(), origin="Meridian"))


@pytest.mark.parametrize("outlet", ["Reuters", "The Associated Press", "TASS", "AFP News"])
def test_an_agencys_own_article_is_known_by_its_outlet(outlet: str) -> None:
    assert is_agency(article(outlet=outlet))
    assert not is_agency(article(outlet="Harnby Courier"))
