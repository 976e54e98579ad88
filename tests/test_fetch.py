"""From addresses to the library, without the command line."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import config, pipeline
from briefing.errors import StoreError
from briefing.fetch import Fetched, fetch
from briefing.read.web.client import Outside
from briefing.store import open_library
from tests.read.reading import NOW
from tests.read.web.server import MANNERS, Clock, Reply, Site, here, serving

FERRY = "The ferry to Lindow runs again after a week in the dock, its owners said on Monday. " * 30
SWANS = "The swans are back on the Tarn after a hard winter, says the keeper of the park in Kessel."
CONSENT = "We value your privacy. With your consent we store information on a device and process personal data. " * 5


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def fetched(folder: Path, *urls: str) -> Fetched:
    settings = replace(config.load(folder), fetch=MANNERS)
    return fetch(urls, settings, NOW, outside=Outside(sleep=Clock().sleep, resolve=here))


def rss(text: str, *, guid: str = "1", link: str = "") -> Reply:
    inside = f"<title>Kessel</title><guid isPermaLink='false'>{guid}</guid><description>{text}</description>"
    item = f"<item>{inside}{f'<link>{link}</link>' if link else ''}</item>"
    return Reply(body=f"<rss version='2.0'><channel><title>Courier</title>{item}</channel></rss>".encode())


def page(text: str) -> Reply:
    return Reply(body=f"<html><body><p>{text}</p></body></html>".encode(), headers={"Content-Type": "text/html"})


def test_an_entry_without_an_address_comes_once_though_its_guid_changes(site: Site, tmp_path: Path) -> None:
    site.answers("/rss", rss(FERRY, guid="1"), rss(FERRY, guid="2"))
    assert len(fetched(tmp_path, site.url("/rss")).taken.new) == 1
    again = fetched(tmp_path, site.url("/rss")).taken
    assert (again.new, again.changed, again.known) == ((), (), 1)


def test_a_wall_of_consent_does_not_take_a_teasers_place(site: Site, tmp_path: Path) -> None:
    site.answers("/rss", rss(SWANS, link=site.url("/swans")))
    site.answers("/swans", page(CONSENT))
    (new,) = fetched(tmp_path, site.url("/rss")).taken.new
    with open_library(tmp_path / "library.sqlite") as library:
        assert library.get([new])[0].text == SWANS


def test_an_article_that_changed_at_its_address_is_a_new_version_of_it(site: Site, tmp_path: Path) -> None:
    site.answers("/ferry", page(FERRY), page(f"{FERRY} Fares stay as they are."))
    (new,) = fetched(tmp_path, site.url("/ferry")).taken.new
    assert fetched(tmp_path, site.url("/ferry")).taken.changed == (new,)


def test_what_a_server_said_is_not_remembered_before_the_articles_are_safe(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = rss(FERRY)
    site.answers("/rss", replace(answer, headers={"ETag": '"1"'}))

    def full(*_: object) -> pipeline.Taken:
        raise StoreError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(pipeline, "take_forms", full)
        with pytest.raises(StoreError):
            fetched(tmp_path, site.url("/rss"))
    assert len(fetched(tmp_path, site.url("/rss")).taken.new) == 1
    assert "if-none-match" not in site.asked[-1][1]
