from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from briefing.group.closeness import closeness, day_of_year
from briefing.model import Article, Copy
from tests.factory import MONDAY, article


def between(left: Article, right: Article, copies: tuple[Copy, ...] = (), *others: Article) -> float:
    return float(closeness([left, right, *others], copies, np.array([0]), np.array([1]))[0])


def test_time_softens_and_never_ends() -> None:
    same, day, year = (
        between(article("a"), article("b", published=MONDAY + timedelta(days=days))) for days in (0, 1, 365)
    )
    assert same == 1
    assert same > day > year > 0.5


def test_the_day_after_takes_less_than_the_third_day() -> None:
    left = [between(article("a"), article("b", published=MONDAY + timedelta(days=days))) for days in range(4)]
    assert left[0] - left[1] < left[1] - left[2] > left[2] - left[3]


def test_a_date_without_a_time_is_compared_by_days() -> None:
    by_day = replace(article("a"), published_precision="day")
    assert between(by_day, article("b", published=MONDAY + timedelta(hours=20))) == 1


def test_undated_articles_whose_texts_state_days_far_apart_are_further_than_any_dated_ones() -> None:
    march = article("a", "The council met in Kessel on March 3.", published=None)
    october = article("b", "The council met in Kessel on 9 October.", published=None)
    assert between(march, october) < between(article("a"), article("b", published=MONDAY + timedelta(days=900)))


def test_undated_articles_that_state_no_day_are_taken_as_some_days_apart() -> None:
    some = between(article("a", published=None), article("b", published=None))
    assert 0.6 < some < 1


def test_copies_share_the_day_one_of_them_states() -> None:
    silent, far = article("a", published=None), article("b", "It was 9 October.", published=None)
    twin = article("c", "It was March 3.", published=None)
    assert between(silent, far, (Copy("a", "c"),), twin) < between(silent, far, (), twin)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("KESSEL, March 3 - The council met.", 62),
        ("On 9 October the council met.", 282),
        ("The council met on Jan. 5.", 5),
        ("It may rain.", None),
        ("The vote of May 0 never was.", None),
        ("It cost March 3.5 crowns.", None),
    ],
)
def test_the_first_day_a_text_states_is_read(text: str, day: int | None) -> None:
    assert day_of_year(article(text=text, published=None)) == day


def test_what_is_known_of_a_date_goes_before_what_the_text_states() -> None:
    known = replace(article(text="On 9 October.", published=None), partial_date="--03-03")
    assert day_of_year(known) == 62
