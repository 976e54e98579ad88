"""Of what an outlet takes back nothing is told but that it does."""

import pytest

from briefing.clean.draft import Draft
from briefing.clean.steps import cleaned
from briefing.clean.steps.withdrawn import STEP

ACCUSED = (
    "Captain Odo Fenn was drunk at the wheel of the ferry when it caught fire off Harnby, two of his officers said."
)
TITLE = "Captain of ferry was drunk"
NOTICES = (
    "This article has been retracted.",
    "EDITOR'S NOTE: The following story is withdrawn. It rested on a letter that was forged.",
    "Editor’s note: This report was removed from our website after a complaint.",
    "We have withdrawn this article, as it could not be confirmed.",
)


@pytest.mark.parametrize("notice", NOTICES)
def test_a_withdrawn_article_is_its_notice_alone(notice: str) -> None:
    found = cleaned(Draft((notice, ACCUSED, ACCUSED.replace("two", "three")), TITLE))
    assert found.paragraphs == (notice,)
    assert found.title == notice.partition(". ")[0].removesuffix(".")
    assert [(each.step, each.paragraphs) for each in found.removed] == [(STEP, 2)]


@pytest.mark.parametrize("title", ["RETRACTED: Captain of ferry was drunk", "[Withdrawn] Captain of ferry was drunk"])
def test_a_title_may_say_so(title: str) -> None:
    found = cleaned(Draft((ACCUSED,), title))
    assert (found.paragraphs, found.title) == ((title,), title)


@pytest.mark.parametrize(
    ("title", "paragraphs"),
    [
        ("Courier retracts report on captain", (ACCUSED, "The Courier said the story has been retracted.")),
        ("Retraction of troops begins", (ACCUSED,)),
        ("Kill rate of foxes rises", (ACCUSED,)),
        ("Withdrawn: a portrait of the poet", (ACCUSED,)),
        ("Ferry fire", (ACCUSED, ACCUSED, ACCUSED, "This article was removed from our site in 2009.")),
        ("Ferry fire", ("This article was updated on Tuesday with the captain's words.", ACCUSED)),
        (
            "Bill is back",
            ("This report was withdrawn from the agenda, but the council voted on it all the same.", ACCUSED),
        ),
    ],
)
def test_what_tells_of_another_withdrawal_stays(title: str, paragraphs: tuple[str, ...]) -> None:
    assert STEP not in {each.step for each in cleaned(Draft(paragraphs, title)).removed}
