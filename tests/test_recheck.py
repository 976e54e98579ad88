"""Pages that were cited, read again by `brief fetch`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.model import Edition, Place, Printed, PrintedEvent, Printing, Span
from briefing.store import open_library
from briefing.store.editions import Editions
from briefing.store.printings import Printings
from briefing.window import day
from tests.read.reading import NOW
from tests.read.web.server import Reply, Site, serving
from tests.test_fetch import CONSENT, FERRY, fetched, page, rss

TEASER = "The ferry to Lindow runs again after a week in the dock."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def cited(folder: Path, site: Site, *pages: Reply) -> str:
    """The id of an article that a feed led to and a briefing cited; its page answers like this, one after another."""
    site.answers("/rss", rss(TEASER, link=site.url("/ferry")))
    site.answers("/ferry", *pages)
    (article_id,) = fetched(folder, site.url("/rss")).taken.new
    window = day("yesterday", NOW.date(), "UTC")
    printed = Printed("sentence", "x", Place(article_id, Span(0, 1)), "s")
    with Editions(folder / "library.sqlite") as editions, Printings(folder / "library.sqlite") as printings:
        editions.remember(Edition(window, "", ()))
        printings.remember(Printing(window, "", 1, (PrintedEvent("e", "Ferry", (printed,)),), ()), at=NOW)
    return article_id


def test_a_cited_page_that_was_changed_is_a_new_version_with_all_else_as_it_was(site: Site, tmp_path: Path) -> None:
    article_id = cited(tmp_path, site, page(FERRY), page(FERRY.replace("week", "month")))
    with open_library(tmp_path / "library.sqlite") as library:
        (before,) = library.get([article_id])
        assert fetched(tmp_path, site.url("/rss")).taken.changed == (article_id,)
        (after,) = library.get([article_id])
        assert "month" in after.text
        assert (after.title, after.published, after.outlet) == (before.title, before.published, before.outlet)
        assert library.versions(article_id) == (before, after)


def test_a_cited_page_that_was_withdrawn_says_so_from_now_on(site: Site, tmp_path: Path) -> None:
    withdrawn = "This article has been withdrawn. It rested on a letter that turned out to be forged, and we are sorry."
    article_id = cited(tmp_path, site, page(FERRY), page(withdrawn))
    assert fetched(tmp_path, site.url("/rss")).taken.changed == (article_id,)
    with open_library(tmp_path / "library.sqlite") as library:
        (after,) = library.get([article_id])
        assert (after.title, after.text) == ("This article has been withdrawn", withdrawn)


@pytest.mark.parametrize("reply", [page(FERRY), page(CONSENT), Reply(status=404), Reply(body=b"%PDF")])
def test_a_page_that_is_the_same_or_is_not_to_be_had_changes_nothing(site: Site, tmp_path: Path, reply: Reply) -> None:
    article_id = cited(tmp_path, site, page(FERRY), reply)
    again = fetched(tmp_path, site.url("/rss")).taken
    assert (again.changed, again.problems) == ((), ())
    with open_library(tmp_path / "library.sqlite") as library:
        assert len(library.versions(article_id)) == 1
