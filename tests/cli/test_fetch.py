"""`brief fetch` and `brief add`, from addresses to a briefing, as a user calls them."""

import json
from pathlib import Path

import pytest

from tests.cli.test_make import DONE, SOME_UNREAD, WRONG_USE, brief
from tests.read.web.server import Reply, Site, serving

FERRY = "The ferry to Lindow runs again after a week in the dock, its owners said on Monday. " * 30
SWANS = "The swans are back on the Tarn after a hard winter, says the keeper of the park."
RSS = """<rss version="2.0"><channel><title>Harnby Courier</title>
<item><title>Ferry to Lindow runs again</title><link>{ferry}</link><guid>{guid}1</guid><description>{text}</description>
<pubDate>Mon, 11 May 2026 09:15:00 +0200</pubDate></item>
<item><title>Swans return to the Tarn</title><link>{swans}</link><guid>{guid}2</guid><description>{teaser}</description>
<pubDate>Tue, 12 May 2026 09:15:00 +0200</pubDate></item></channel></rss>"""
TITLE = "Swans return to the Tarn"
PAGE = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{{}}</article></body></html>"


@pytest.fixture
def site() -> object:
    with serving() as running:
        yield running


def local(site: Site, path: str) -> str:
    return f"http://127.0.0.1:{site.port}{path}"


def rss(site: Site, guid: str = "a") -> Reply:
    feed = RSS.format(ferry=local(site, "/ferry"), swans=local(site, "/swans"), text=FERRY, teaser=SWANS, guid=guid)
    return Reply(body=feed.encode(), headers={"Content-Type": "application/rss+xml"})


def opened(site: Site, folder: Path, *feeds: str) -> None:
    """A feed of two articles, and a desk that reads it."""
    paragraphs = "".join(
        f"<p>{SWANS} There are {number} of them, one more than on the day before.</p>" for number in range(30, 42)
    )
    site.answers("/rss", rss(site), rss(site, "b"))
    site.answers("/swans", Reply(body=PAGE.format(paragraphs).encode(), headers={"Content-Type": "text/html"}))
    (folder / "seeds").mkdir(exist_ok=True)
    listed = json.dumps([local(site, feed) for feed in feeds])
    (folder / "brief.toml").write_text(f"feeds = {listed}\n[fetch]\nprivate_addresses = true\ndelay = 0\n")


def test_what_is_fetched_is_in_the_briefing_and_comes_once(site: Site, tmp_path: Path) -> None:
    opened(site, tmp_path, "/rss")
    first = brief(tmp_path, "fetch", "--json")
    assert first.returncode == DONE, first.stderr
    assert len(json.loads(first.stdout)["new"]) == 2
    second = brief(tmp_path, "fetch", "--json")
    assert json.loads(second.stdout)["new"] == []
    assert [path for path in site.paths if path == "/swans"] == ["/swans"]
    made = brief(tmp_path, "make", "--week", "2026-W20", "--dry-run")
    assert made.returncode == DONE, made.stderr
    assert "Ferry to Lindow runs again" in made.stdout
    assert "Harnby Courier" in made.stdout


def test_a_dead_feed_costs_a_line_in_the_coverage_note_until_it_answers(site: Site, tmp_path: Path) -> None:
    opened(site, tmp_path, "/dead", "/rss")
    fetched = brief(tmp_path, "fetch")
    assert fetched.returncode == SOME_UNREAD
    assert "2 new articles" in fetched.stderr
    assert f"{local(site, '/dead')}: is not there (any more)" in fetched.stderr
    made = brief(tmp_path, "make", "--week", "2026-W20", "--dry-run")
    assert "2 sources read" in made.stdout
    assert "/dead" in made.stdout
    site.answers("/dead", rss(site))
    assert brief(tmp_path, "fetch").returncode == DONE
    assert "/dead" not in brief(tmp_path, "make", "--week", "2026-W20", "--dry-run").stdout


def test_this_machine_is_not_read_unless_it_is_allowed(site: Site, tmp_path: Path) -> None:
    opened(site, tmp_path)
    (tmp_path / "brief.toml").write_text("")
    refused = brief(tmp_path, "add", local(site, "/rss"))
    assert refused.returncode == SOME_UNREAD
    assert "private network" in refused.stderr
    assert site.asked == []


def test_a_feed_that_is_added_is_followed_and_a_page_is_read(site: Site, tmp_path: Path) -> None:
    opened(site, tmp_path)
    added = brief(tmp_path, "add", local(site, "/rss"), local(site, "/swans"), "--json")
    assert added.returncode == DONE, added.stderr
    assert json.loads(added.stdout)["subscribed"] == [local(site, "/rss")]
    exported = brief(tmp_path, "fetch", "--opml-export")
    assert f'xmlUrl="{local(site, "/rss")}"' in exported.stdout
    assert brief(tmp_path, "fetch").returncode == DONE


def test_a_list_of_feeds_goes_into_the_configuration(site: Site, tmp_path: Path) -> None:
    opened(site, tmp_path, "/rss")
    exported = brief(tmp_path, "fetch", "--opml-export").stdout
    (tmp_path / "feeds.opml").write_text(exported.replace("/rss", "/other"))
    added = brief(tmp_path, "add", "feeds.opml")
    assert added.returncode == DONE, added.stderr
    assert "1 feed put into brief.toml" in added.stderr
    assert local(site, "/other") in (tmp_path / "brief.toml").read_text()
    assert site.asked == []


def test_files_are_added_to_the_library(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"title": "Ferry", "text": FERRY, "published": "2026-05-11"}))
    assert "1 new article, 0 changed, 0 known" in brief(tmp_path, "add", "a.json").stderr
    assert "0 new articles, 0 changed, 1 known" in brief(tmp_path, "add", "a.json").stderr


@pytest.mark.parametrize("arguments", [("fetch",), ("add",), ("add", "nowhere.txt"), ("add", "nowhere.opml")])
def test_broken_use_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert brief(tmp_path, *arguments).returncode == WRONG_USE
