"""Telling who argues from who reports."""

from dataclasses import replace

from briefing.text.commentary import is_commentary
from tests.factory import article

REPORT = "The council of Harnby voted on Monday to rebuild the eastern quay, by 21 votes to 9. " * 10
COLUMN = "I walked along the eastern quay on Monday, and I wondered what we in Harnby want our harbour to be. " * 10


def test_a_report_is_no_commentary() -> None:
    assert not is_commentary(article(text=REPORT))


def test_a_text_in_its_own_voice_is_commentary() -> None:
    assert is_commentary(article(text=COLUMN))


def test_what_others_say_of_themselves_is_not_the_articles_voice() -> None:
    assert not is_commentary(article(text=f"{REPORT} “{COLUMN}” the mayor said."))


def test_a_text_that_demands_and_asks_and_names_no_source_is_commentary() -> None:
    essay = "Harnby must rebuild its quay, and the council should never have waited. Why does nobody simply ask? " * 10
    assert is_commentary(article(text=essay))


def test_address_headline_and_outlet_may_say_it() -> None:
    report = article(text=REPORT)
    assert is_commentary(replace(report, url="https://harnby-courier.example/opinion/2026/05/12/the-quay"))
    assert is_commentary(replace(report, url="https://harnby-agency.example/commentary-the-quay-is-late-id3"))
    assert is_commentary(replace(report, title="Opinion: Harnby needs its quay"))
    assert is_commentary(replace(report, outlet="Harnby Courier (Opinion)"))
    assert is_commentary(replace(report, url="https://harnby-courier.example/blogs/ana-velt/the-quay"))
    assert not is_commentary(replace(report, url="https://harnby-courier.example/blogs/briefing-room/news/the-quay"))
    assert not is_commentary(replace(report, url="https://harnby-courier.example/opinion-polls-close"))
