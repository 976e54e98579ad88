import pytest

from briefing.frozen import dump, load
from briefing.model import Brief, Event, Span
from tests.render.sample import rich


def test_a_whole_briefing_comes_back_as_it_was() -> None:
    assert load(Brief, dump(rich())) == rich()


def test_what_is_missing_and_what_is_empty_come_back() -> None:
    event = Event("e1", (), "Bridge opens", None, None, (), None)
    assert load(Event, dump(event)) == event


def test_what_has_no_plain_form_is_refused() -> None:
    with pytest.raises(TypeError, match="no plain form"):
        dump(Span(0, {1}))  # type: ignore[arg-type]  # that it is no number is the point


def test_what_is_of_another_type_is_refused() -> None:
    with pytest.raises((TypeError, ValueError)):
        load(Event, dump(Span(0, 1)))
