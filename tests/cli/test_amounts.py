"""Amounts are said as a briefing says them."""

import pytest

from briefing.cli.amounts import amount
from briefing.render.counting import count


@pytest.mark.parametrize("number", [0, 1, 2, 999, 2179, 1_000_000])
def test_a_command_counts_as_a_briefing_does(number: int) -> None:
    assert amount(number, "article") == count(number, "article").replace("\u00a0", " ")
