import pytest

from briefing.clean.fullest import fullest
from tests.factory import article

TEASER = "Oil from the freighter reached the beaches of Harnby on Monday, and volunteers began to clean them up."
PAGE = (
    "Oil from the freighter Halcyon Reach came ashore at Harnby on Monday. More than two hundred volunteers began "
    "to clean the beaches with spades and buckets. The freighter had run aground a week before."
)
NOTICE = (
    "We value your privacy. We and our partners store information on a device, such as unique identifiers, and process "
    "personal data to offer advertisements and content made to measure. With your consent we may use more of it. "
)


def test_the_page_is_kept_where_it_tells_what_the_feed_tells() -> None:
    page, teaser = article("a1", PAGE), article("a2", TEASER)
    assert fullest([page, teaser]) is page


@pytest.mark.parametrize("other", [NOTICE, NOTICE * 5, "Oil from the freighter."])
def test_the_teaser_is_kept_where_the_page_is_another_text_or_shorter(other: str) -> None:
    page, teaser = article("a1", other), article("a2", TEASER)
    assert fullest([page, teaser]) is teaser


def test_a_teaser_too_short_to_compare_gives_way() -> None:
    page, teaser = article("a1", NOTICE), article("a2", "Oil at Harnby.")
    assert fullest([page, teaser]) is page


def test_one_form_is_kept_and_none_is_none() -> None:
    only = article()
    assert fullest([only]) is only
    assert fullest([]) is None
