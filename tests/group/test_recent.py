from dataclasses import replace
from datetime import timedelta
from unittest.mock import patch

from briefing.group import NO_BACKGROUND, group, recent
from briefing.group.recent import with_recent
from tests.factory import MONDAY, article

TRIAL = "The trial of Tobias Renn over the Harnby rope works fire goes on before judge Ilse Marrow"
FIRST = article("a", f"{TRIAL}. A fireman told of locked doors and of two hoses that had holes.")
SECOND = article("b", f"{TRIAL}. The insurer's accountant was asked about figures in a second ledger.")
WEEKS_BEFORE = [
    article(f"r{n}", f"{TRIAL}. Witness number{n} spoke of matter{n}.", published=MONDAY - timedelta(hours=n))
    for n in range(1, 600)
]


def test_it_is_counted_in_how_many_recent_articles_a_word_is() -> None:
    known = with_recent(NO_BACKGROUND, [FIRST, SECOND])
    assert known.recent_articles == 2
    assert known.recent["renn"] == 2
    assert known.recent["hose"] == 1


def test_no_recent_articles_leave_the_background_as_it_is() -> None:
    assert with_recent(NO_BACKGROUND, []) is NO_BACKGROUND


def test_of_many_the_latest_are_counted() -> None:
    early = article("e", "A choir sang in Lindow.", published=MONDAY - timedelta(days=9))
    with patch.object(recent, "MOST_RECENT", 2):
        assert "choir" not in with_recent(NO_BACKGROUND, [SECOND, early, FIRST]).recent


def test_words_of_a_trial_that_has_filled_weeks_do_not_join_its_days() -> None:
    titled = [
        replace(FIRST, title="Fireman tells of locked doors"),
        replace(SECOND, title="Accountant asked of ledger"),
    ]
    assert len(group(titled)) == 1
    assert len(group(titled, recent=WEEKS_BEFORE)) == 2


def test_recent_articles_are_in_no_event() -> None:
    ids = {each for event in group([FIRST], recent=WEEKS_BEFORE) for each in event.article_ids}
    assert ids == {"a"}
