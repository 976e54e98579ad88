"""Which events of different weeks are one story."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.story import cosine, likest, vectors
from tests.factory import article

SHIP = article("a1", "The Halcyon Reach ran aground on the Gull Bank.", title="Ship aground off Harnby")
TUGS = article("a2", "Tugs freed the Halcyon Reach from the Gull Bank.", title="Ship off Harnby floats")
VOTE = article("a3", "Teachers in Kessel voted on a strike.", title="Teachers to strike")
BELL = article("a4", "A museum gave back a bell.", title="Bell returned")


def test_the_likest_event_is_found_among_many() -> None:
    ours, *others = vectors([[TUGS], [BELL], [SHIP], [VOTE]])
    assert likest(ours, others) == 1


def test_an_event_like_no_other_has_no_story() -> None:
    ours, *others = vectors([[BELL], [SHIP], [VOTE], [TUGS]])
    assert likest(ours, others) is None


def test_no_events_make_no_story() -> None:
    (alone,) = vectors([[SHIP]])
    assert likest(alone, []) is None


@given(st.lists(st.text(), min_size=2, max_size=5))
def test_likeness_is_between_nought_and_one_whatever_is_written(texts: list[str]) -> None:
    made = vectors([[article("a1", text)] for text in texts])
    assert all(-1e-9 <= cosine(one, other) <= 1 + 1e-9 for one in made for other in made)
