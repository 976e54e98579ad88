"""How many articles a day told an event, and how that is drawn."""

from dataclasses import replace
from datetime import UTC, date, datetime
from xml.etree.ElementTree import tostring

import pytest

from briefing.model import Window
from briefing.render.dates import zone
from briefing.render.rhythm import columns, rhythm
from briefing.render.strip import heading, strip
from tests.render.sample import WINDOW, article

BERLIN = zone("Europe/Berlin")


def window(first: date, last: date) -> Window:
    return replace(WINDOW, first_day=first, last_day=last)


def test_days_are_counted_in_the_readers_zone_and_undated_articles_on_none() -> None:
    late = article(1, "T", "x", "O", datetime(2026, 5, 11, 22, 30, tzinfo=UTC))
    days, words = rhythm([late, late, article(2, "U", "x", "O", None)], WINDOW, BERLIN)
    assert days == (0, 2, 0, 0, 0, 0, 0)
    assert words.replace("\u00a0", " ") == "2 articles on 12 May"


def test_a_week_has_its_weekdays_above_the_columns() -> None:
    assert columns(WINDOW) == ("M", "T", "W", "T", "F", "S", "S")


def test_a_month_has_its_first_and_last_date_above_the_columns() -> None:
    labels = columns(window(date(2026, 5, 1), date(2026, 5, 31)))
    assert (labels[0], labels[-1], len(labels), "".join(labels)) == ("1", "31", 31, "131")


@pytest.mark.parametrize("last", [date(2026, 5, 1), date(2026, 8, 1)])
def test_one_day_or_more_than_a_month_has_no_columns(last: date) -> None:
    one = article(1, "T", "x", "O", datetime(2026, 5, 1, 12, tzinfo=UTC))
    assert columns(window(date(2026, 5, 1), last)) == ()
    assert rhythm([one], window(date(2026, 5, 1), last), BERLIN)[0] == ()


def test_an_event_without_a_dated_article_says_so_too() -> None:
    assert rhythm([article(1, "T", "x", "O", None)], WINDOW, BERLIN)[1] == "no article with a date in this window"


def test_the_area_of_a_dot_is_the_number_of_articles() -> None:
    radii = [float(dot.get("r", "0")) for dot in strip((4, 1, 0), 4, "words")]
    assert radii == [6.0, 3.0, 0.9]


def test_a_strip_says_its_days_in_words_and_the_heading_is_not_read_out() -> None:
    assert strip((1, 0), 1, "1 article on 12 May").get("aria-label") == "1 article on 12 May"
    drawn = tostring(heading(("M", "T")), encoding="unicode")
    assert 'aria-hidden="true"' in drawn
    assert ">M</text>" in drawn
