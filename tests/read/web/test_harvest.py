import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

import pytest

from briefing.model import Visit
from briefing.read.web import harvest as module
from briefing.read.web.answers import Found, found_in
from briefing.read.web.client import Answer
from briefing.read.web.harvest import Harvest, harvest
from tests.read.reading import NOW, row
from tests.read.web.server import MANNERS, Clock, Reply, Site, client

WHOLE = "The ferry to Lindow runs again after a week in the dock, its owners said. " * 12
TEASER = "The swans are back on the Tarn after a hard winter, says the keeper of the park…"
ITEM = "<item><title>{title}</title><link>{link}</link><guid>{guid}</guid><description>{text}</description></item>"


class Remembered:
    """A memory that lasts as long as a test."""

    def __init__(self) -> None:
        self.visits: dict[str, Visit] = {}

    def __call__(self, urls: Iterable[str]) -> Mapping[str, Visit]:
        return {url: self.visits[url] for url in urls if url in self.visits}

    def keep(self, brought: Harvest) -> Harvest:
        self.visits |= {visit.url: visit for visit in brought.visits}
        return brought


def feed(*items: tuple[str, str, str], run: int = 1) -> bytes:
    inside = "".join(
        ITEM.format(title=title, link=link, text=text, guid=f"{title}-{run}") for title, link, text in items
    )
    return f'<rss version="2.0"><channel><title>Harnby Courier</title>{inside}</channel></rss>'.encode()


def page(words: str) -> Reply:
    html = f"<html><head><title>x</title></head><body><article><p>{words}</p></article></body></html>"
    return Reply(body=html.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


def brought(urls: list[str], known: Remembered | None = None) -> Harvest:
    known = known or Remembered()
    with client() as asking:
        return known.keep(harvest(urls, known, asking, MANNERS, NOW))


def test_a_whole_entry_is_taken_from_the_feed_and_a_teaser_from_its_page(site: Site) -> None:
    site.answers(
        "/rss", Reply(body=feed(("Ferry", site.url("/ferry"), WHOLE * 3), ("Swans", site.url("/swans"), TEASER)))
    )
    site.answers("/swans", page("The swans are back."))
    result = brought([site.url("/rss")])
    assert site.paths == ["/rss", "/swans"]
    ferry, swans = result.documents
    assert [document.media_type for document in ferry] == ["application/json"]
    assert [document.media_type for document in swans] == ["text/html", "application/json"]
    assert swans[0].declared is not None
    assert (swans[0].declared.title, swans[0].source, swans[0].url) == ("Swans", site.url("/rss"), site.url("/swans"))
    assert result.feeds == (site.url("/rss"),)
    assert result.problems == ()


def test_nothing_is_read_twice_when_a_feed_changes_its_guids(site: Site) -> None:
    items = [("Swans", site.url("/swans"), TEASER)]
    site.answers("/rss", Reply(body=feed(*items, run=1)), Reply(body=feed(*items, run=2)))
    site.answers("/swans", page("The swans are back."))
    known = Remembered()
    assert len(brought([site.url("/rss")], known).documents) == 1
    assert brought([site.url("/rss")], known).documents == ()
    assert site.paths == ["/rss", "/swans", "/rss"]


def test_a_feed_that_did_not_change_costs_one_short_answer(site: Site) -> None:
    site.answers(
        "/rss", Reply(body=feed(("Ferry", site.url("/ferry"), WHOLE * 3)), headers={"ETag": '"1"'}), Reply(304)
    )
    known = Remembered()
    brought([site.url("/rss")], known)
    for _ in range(2):  # the short answer repeats no validators
        again = brought([site.url("/rss")], known)
        assert (again.documents, again.problems, again.unchanged) == ((), (), 1)
    assert [headers.get("if-none-match") for _, headers in site.asked] == [None, '"1"', '"1"']


def test_a_page_that_fails_leaves_the_teaser_and_is_tried_again(site: Site) -> None:
    body = feed(("Swans", site.url("/swans"), TEASER), ("Geese", site.url("/geese"), TEASER))
    site.answers("/rss", Reply(body=body, headers={"ETag": '"1"'}))
    site.answers("/swans", Reply(403), page("The swans are back."))
    site.answers("/geese", Reply(403))
    known = Remembered()
    first = brought([site.url("/rss")], known)
    assert [[document.media_type for document in forms] for forms in first.documents] == [["application/json"]] * 2
    (problem,) = first.problems
    assert problem.message == (
        f"only the teaser was read of {site.url('/swans')} (and 1 more of its pages): may not be read by programs"
    )
    second = brought([site.url("/rss")], known)
    assert "if-none-match" not in site.asked[3][1]
    assert second.documents[0][0].media_type == "text/html"


def test_what_two_feeds_tell_is_taken_once_and_whole(site: Site) -> None:
    whole = WHOLE * 3
    site.answers(
        "/world", Reply(body=feed(("Ferry", site.url("/ferry"), TEASER), ("Swans", site.url("/swans"), TEASER)))
    )
    site.answers("/all", Reply(body=feed(("Ferry", site.url("/ferry"), whole), ("Swans", site.url("/swans"), TEASER))))
    site.answers("/swans", page("The swans are back."))
    result = brought([site.url("/world"), site.url("/all")])
    assert site.paths == ["/world", "/all", "/swans"]
    assert [forms[0].media_type for forms in result.documents] == ["text/html", "application/json"]
    assert row(result.documents[1][0])["text"] == whole.strip()


def test_a_dead_feed_costs_one_problem(site: Site) -> None:
    site.answers("/rss", Reply(body=feed(("Ferry", site.url("/ferry"), WHOLE * 3))))
    result = brought(
        [site.url("/dead"), site.url("/rss", host="other.example"), "http://10.0.0.1.:99999999/", "no address"]
    )
    assert len(result.documents) == 1
    assert [problem.subject for problem in result.problems] == [
        site.url("/dead"),
        "http://10.0.0.1.:99999999/",
        "no address",
    ]
    assert all("\n" not in problem.message for problem in result.problems)


def test_what_fails_is_remembered_with_its_reason_until_it_is_mended(site: Site) -> None:
    site.answers("/rss", Reply(404), Reply(body=feed()))
    known = Remembered()
    brought([site.url("/rss")], known)
    assert known.visits[site.url("/rss")].problem == "is not there (any more)"
    brought([site.url("/rss")], known)
    assert known.visits[site.url("/rss")] == Visit(site.url("/rss"))


def test_what_is_no_feed_stays_a_problem_though_it_did_not_change(site: Site) -> None:
    pdf = {"Content-Type": "application/pdf", "ETag": '"1"'}
    site.answers("/rss", Reply(body=b"%PDF-1.7", headers=pdf))
    known = Remembered()
    for _ in range(2):
        assert len(brought([site.url("/rss")], known).problems) == 1
    assert "if-none-match" not in site.asked[1][1]


def test_a_password_in_an_address_is_used_and_never_shown(site: Site) -> None:
    secret = site.url("/rss").replace("http://", "http://ilse:s%40sam@")
    dead = site.url("/dead").replace("http://", "http://ilse:s@sam@")
    site.answers("/rss", Reply(301, headers={"Location": "/new"}))
    site.answers("/new", Reply(body=feed(("Ferry", "/ferry", WHOLE * 3), ("Swans", site.url("/swans"), TEASER))))
    site.answers("/swans", page("The swans are back."))
    result = brought([secret, dead])
    sent = {path: headers.get("authorization") for path, headers in site.asked}
    assert sent["/rss"] == sent["/new"] == f"Basic {base64.b64encode(b'ilse:s@sam').decode()}"
    assert sent["/swans"] is None
    assert "sam" not in str(result.documents) + str(result.problems)


def test_results_come_in_the_order_of_the_addresses_and_each_once(site: Site) -> None:
    urls = [site.url(f"/{number}", host=f"host{number % 3}.example") for number in range(9)]
    for number in range(9):
        site.answers(f"/{number}", page(f"Page {number}."))
    result = brought([*urls, urls[0]])
    assert [forms[0].url for forms in result.documents] == urls
    assert len(site.paths) == 9


def test_a_page_an_object_and_a_json_feed_are_told_from_feeds_by_themselves(site: Site) -> None:
    json_feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "L",
        "items": [{"id": 1, "content_text": WHOLE * 3}],
    }
    site.answers("/page", page("Words."))
    site.answers("/feed.json", Reply(body=json.dumps(json_feed).encode(), headers={"Content-Type": "application/json"}))
    site.answers("/row", Reply(body=b'{"text": "one"}', headers={"Content-Type": "application/json"}))
    site.answers("/text", Reply(body=b"A line.", headers={"Content-Type": "text/plain"}))
    site.answers("/pdf", Reply(body=b"%PDF-1.7", headers={"Content-Type": "application/pdf"}))
    result = brought([site.url(path) for path in ("/page", "/feed.json", "/row", "/text", "/pdf")])
    assert [forms[0].media_type for forms in result.documents] == [
        "text/html",
        "application/json",
        "application/json",
        "text/plain",
    ]
    assert row(result.documents[2][0]) == {"text": "one"}
    assert result.feeds == (site.url("/feed.json"),)
    assert [problem.message for problem in result.problems] == ["not a kind of document brief reads: application/pdf"]


def test_validators_that_no_header_may_hold_are_not_sent(site: Site) -> None:
    odd = {"ETag": "\xfc\xe9", "Last-Modified": "Mon"}
    site.answers("/rss", Reply(body=feed(("Ferry", site.url("/ferry"), WHOLE * 3)), headers=odd))
    known = Remembered()
    for _ in range(2):
        assert brought([site.url("/rss")], known).problems == ()
    assert "if-none-match" not in site.asked[1][1]
    assert site.asked[1][1]["if-modified-since"] == "Mon"


def test_a_fault_of_our_own_at_one_address_does_not_cost_the_others(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(answer: Answer, url: str, fetched_at: datetime) -> Found:
        if url.endswith("/broken"):
            raise KeyError(url)
        return found_in(answer, url, fetched_at)

    monkeypatch.setattr(module, "found_in", broken)
    for path in ("/broken", "/page"):
        site.answers(path, page("Words."))
    result = brought([site.url("/broken"), site.url("/page")])
    assert len(result.documents) == 1
    assert "please report it" in result.problems[0].message


def test_a_front_page_is_no_article_and_its_feed_is_named(site: Site) -> None:
    link = '<link rel="alternate" title="News" type="application/rss+xml" href="/rss?a=1&amp;b=2">'
    html = f"<html><head>{link}</head><body><p>Much.</p></body></html>".encode()
    for path in ("/", "/article"):
        site.answers(path, Reply(body=html, headers={"Content-Type": "text/html"}))
    result = brought([site.url("/"), site.url("/article")])
    assert [problem.message for problem in result.problems] == [
        f"a front page, no article: its feed is {site.url('/rss?a=1&b=2')}"
    ]
    assert len(result.documents) == 1


def test_a_header_that_names_the_wrong_character_set_does_no_harm(site: Site) -> None:
    html = '<html><head><meta charset="windows-1251"></head><body>Мост открыт</body></html>'
    for path, body, header in (
        ("/right", html.encode("koi8-r"), "koi8-r"),
        ("/wrong", html.encode("windows-1251"), "utf-8"),
        ("/also", html.encode(), "koi8-r"),
    ):
        site.answers(path, Reply(body=body, headers={"Content-Type": f"text/html; charset={header}"}))
    result = brought([site.url(path) for path in ("/right", "/wrong", "/also")])
    right, wrong, also = (forms[0].body for forms in result.documents)
    assert right.decode("utf-8-sig") == html
    assert wrong == html.encode("windows-1251")
    assert also == html.encode()


def test_a_feed_of_many_teasers_reads_its_first_pages_and_the_rest_next_time(site: Site) -> None:
    items = [(f"T{number}", site.url(f"/{number}"), TEASER) for number in range(4)]
    site.answers("/rss", Reply(body=feed(*items), headers={"ETag": '"1"'}))
    for number in range(4):
        site.answers(f"/{number}", page("Words."))
    known, manners = Remembered(), replace(MANNERS, pages_a_feed=3)
    for expected in (["/rss", "/0", "/1", "/2"], ["/rss", "/3"], ["/rss"]):
        site.asked.clear()
        with client(Clock(), manners) as asking:
            known.keep(harvest([site.url("/rss")], known, asking, manners, NOW))
        assert site.paths == expected
