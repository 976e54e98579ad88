from datetime import UTC, datetime, timedelta

from briefing.model import Copy, Event
from briefing.pipeline import READ_CLOSELY, read_closely
from tests.factory import article

START = datetime(2026, 5, 11, tzinfo=UTC)
ARTICLES = {f"a{n:03d}": article(f"a{n:03d}", f"Report {n} from Harnby.") for n in range(3 * READ_CLOSELY)}


def event(count: int, copies: int = 0) -> Event:
    ids = tuple(ARTICLES)[:count]
    copied = tuple(Copy(each, ids[0]) for each in ids[1 : copies + 1])
    return Event("e1", ids, "Bridge opens", START, START + timedelta(days=1), copied, None)


def test_every_article_of_an_event_of_the_usual_size_is_read_closely() -> None:
    assert [each.id for each in read_closely(event(READ_CLOSELY, copies=5), ARTICLES)] == list(ARTICLES)[:READ_CLOSELY]


def test_of_very_many_articles_some_are_from_the_first_to_the_last() -> None:
    found = [each.id for each in read_closely(event(3 * READ_CLOSELY), ARTICLES)]
    assert len({*found}) == READ_CLOSELY
    assert found == sorted(found)
    assert (found[0], found[-1]) == ("a000", f"a{3 * READ_CLOSELY - 1:03d}")


def test_copies_are_not_among_them() -> None:
    found = read_closely(event(READ_CLOSELY + 10, copies=30), ARTICLES)
    assert [each.id for each in found] == ["a000", *list(ARTICLES)[31 : READ_CLOSELY + 10]]
