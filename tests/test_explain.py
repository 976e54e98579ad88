from dataclasses import replace

import pytest

from briefing.correct import Desk, drop, merge, retitle
from briefing.errors import EventError
from briefing.explain import explain, names_and_words
from tests.factory import MONDAY, article
from tests.group.test_events import ARTICLES
from tests.test_correct import company, desk, home, one_of, regroup, two_events

__all__ = ["desk"]  # the fixture


def test_it_is_told_what_each_article_shares_with_which(desk: Desk) -> None:
    found = explain(home(desk, one_of("fire")), desk.library, desk.remembered)
    ids = company(desk, one_of("fire"))
    assert set(found.event.article_ids) == ids
    assert {reason.article_id for reason in found.reasons} == ids
    assert all(reason.shared and reason.nearest_id in ids for reason in found.reasons)


def test_explaining_changes_nothing(desk: Desk) -> None:
    before = desk.remembered.events()
    explain(home(desk, one_of("fire")), desk.library, desk.remembered)
    assert desk.remembered.events() == before


def test_copies_are_told_with_what_they_share(desk: Desk) -> None:
    twin = replace(ARTICLES[0], id="twin", outlet="Estmark Tribune")
    desk.library.add([twin], seen_at=MONDAY)
    regroup(desk, "twin")
    (copy,) = explain(home(desk, "twin"), desk.library, desk.remembered).copies
    assert {copy.article_id, copy.origin_id} == {"twin", ARTICLES[0].id}
    assert copy.words == copy.of > 0


def test_what_the_user_said_is_told_too(desk: Desk) -> None:
    merge(*two_events(desk), desk)
    found = explain(home(desk, one_of("fire")), desk.library, desk.remembered)
    assert [each.kind for each in found.corrections] == ["merge"]


def test_an_event_is_called_as_the_user_called_it(desk: Desk) -> None:
    fire = home(desk, one_of("fire"))
    retitle(fire, "A headline of our own", desk)
    assert explain(fire, desk.library, desk.remembered).event.headline == "A headline of our own"


def test_a_dropped_event_is_said_to_be_dropped(desk: Desk) -> None:
    dropped = home(desk, one_of("fire"))
    drop(dropped, desk)
    with pytest.raises(EventError, match="is dropped"):
        explain(dropped, desk.library, desk.remembered)


def test_names_are_told_from_words_as_the_article_spells_them() -> None:
    said = article("a", "Hay Quay burnt. The fire on Hay Quay was a fire like no other, and a quay is wet.")
    assert names_and_words(("hay", "quay", "fire", "gone"), said) == (("Hay", "Quay"), ("fire", "gone"))
