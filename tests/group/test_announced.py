from dataclasses import replace
from functools import partial

import pytest

from briefing.group.announced import done_in, superseded
from briefing.group.headline import headline
from tests.factory import article

TOLD = "The council of Port Selby {} its plan for the east pier on Tuesday, and the town came to look."
TO_COME = article("a", TOLD.format("works on"), title="Council to unveil plan for the east pier")


@pytest.mark.parametrize(("said", "expected"), [("unveiled", True), ("showed", False), ("will unveil", False)])
def test_what_was_to_be_done_is_superseded_by_a_report_that_it_was(said: str, expected: bool) -> None:
    assert superseded(TO_COME, partial(done_in, [TO_COME, article("b", TOLD.format(said))])) is expected


def test_a_text_that_was_updated_supersedes_its_own_title() -> None:
    updated = article("a", TOLD.format("unveiled"), title=TO_COME.title)
    assert superseded(updated, partial(done_in, [updated]))


def test_other_languages_have_other_futures() -> None:
    assert not superseded(replace(TO_COME, language="de"), partial(done_in, [article("b", TOLD.format("unveiled"))]))


def test_of_two_plain_headlines_the_one_that_is_not_superseded_is_taken() -> None:
    lead = TOLD.format("unveiled")
    before = article("a", lead, title="Council of Port Selby to unveil plan for east pier")
    after = article("b", lead, title="Council of Port Selby unveils plan for east pier")
    assert headline([before, after], frozenset()) == headline([after, before], frozenset()) == after.title
