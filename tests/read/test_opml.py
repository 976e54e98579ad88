from pathlib import Path

from briefing.read.opml import Listed, opml, parse_opml
from tests.read.reading import found

LIST = """<?xml version="1.0"?><opml version="1.0"><body><outline text="News">
<outline type="rss" text="The Valdorian" xmlUrl="https://valdorian.example/rss" htmlUrl="https://valdorian.example/"/>
<outline title="Lindow &amp; Radio" xmlurl="http://lindow.example/feed?a=1&amp;b=2"/>
<outline text="again" xmlUrl="https://valdorian.example/rss"/><outline text="file" xmlUrl="file:///etc/passwd"/>
</outline></body></opml>"""

FEEDS = (
    Listed("https://valdorian.example/rss", "The Valdorian"),
    Listed("http://lindow.example/feed?a=1&b=2", "Lindow & Radio"),
)


def test_the_feeds_of_a_list_are_found_in_its_folders_each_once() -> None:
    assert parse_opml(LIST.encode(), "feeds.opml") == FEEDS


def test_what_is_written_is_read_again() -> None:
    odd = Listed("https://a.example/?x=\"1\"&y='2'<3>", 'A "b" <c> & d')
    assert parse_opml(opml([*FEEDS, odd], "Feeds & more").encode(), "x") == (*FEEDS, odd)


def test_a_list_among_articles_says_what_to_do_with_it(tmp_path: Path) -> None:
    for name in ("feeds.opml", "feeds.xml"):
        assert found(tmp_path / name, LIST) == (
            [],
            ["a list of 2 feeds, no article: brief add takes them into brief.toml"],
        )


def test_what_is_no_list_is_told(tmp_path: Path) -> None:
    assert found(tmp_path / "a.opml", "<rss/>")[1] == ["not an OPML list of feeds"]
    assert "declares entities" in found(tmp_path / "b.opml", "<!DOCTYPE a [<!ENTITY b 'c'>]><opml/>")[1][0]
