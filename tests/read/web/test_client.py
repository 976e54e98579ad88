import gzip
import threading
import zlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefing.read.web import address
from briefing.read.web.address import Refused
from briefing.read.web.client import Client, Outside
from briefing.read.web.manners import Manners
from briefing.read.web.memory import Validators
from tests.read.web.server import MANNERS, Clock, Reply, Site, client, here

PAGE = b"<html><body><p>The bridge at Kessel is open.</p></body></html>"


OBEDIENT = replace(MANNERS, robots=True)


def refusal(url: str, manners: Manners = MANNERS) -> str:
    with client(manners=manners) as asking, pytest.raises(Refused) as caught:
        asking.get(url)
    return str(caught.value)


def test_a_page_comes_with_its_type_its_character_set_and_its_validators(site: Site) -> None:
    headers = {
        "Content-Type": 'Text/HTML; charset="koi8-r"',
        "ETag": '"a1"',
        "Last-Modified": "Mon, 11 May 2026 08:00:00 GMT",
    }
    site.answers("/a", Reply(body=PAGE, headers=headers))
    with client() as asking:
        answer = asking.get(site.url("/a#part"))
    assert (answer.url, answer.body, answer.unchanged) == (site.url("/a"), PAGE, False)
    assert (answer.media_type, answer.charset) == ("text/html", "koi8-r")
    assert answer.validators == Validators('"a1"', "Mon, 11 May 2026 08:00:00 GMT")


def test_the_server_sees_the_name_that_was_asked_for_and_who_asks(site: Site) -> None:
    site.answers("/a", Reply(body=PAGE))
    with client() as asking:
        asking.get(site.url("/a", host="Gazette.Example"))
    _, headers = site.asked[0]
    assert headers["host"] == f"gazette.example:{site.port}"
    assert headers["user-agent"].startswith("brief/")
    assert headers["accept-encoding"] == "gzip, deflate"


def test_what_did_not_change_is_not_sent_again(site: Site) -> None:
    site.answers("/feed", Reply(304, headers={"ETag": '"a1"'}))
    with client() as asking:
        answer = asking.get(site.url("/feed"), Validators('"a1"', "Mon, 11 May 2026 08:00:00 GMT"))
    assert answer.unchanged
    assert answer.validators.etag == '"a1"'
    _, headers = site.asked[0]
    assert headers["if-none-match"] == '"a1"'
    assert headers["if-modified-since"] == "Mon, 11 May 2026 08:00:00 GMT"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_to_where_it_leads(site: Site, status: int) -> None:
    site.answers("/old", Reply(status, headers={"Location": "/new?x=1"}))
    site.answers("/new?x=1", Reply(body=PAGE))
    with client() as asking:
        assert asking.get(site.url("/old")).url == site.url("/new?x=1")


def test_a_redirect_may_lead_to_another_host(site: Site) -> None:
    site.answers("/old", Reply(301, headers={"Location": site.url("/new", host="other.example")}))
    site.answers("/new", Reply(body=PAGE))
    with client() as asking:
        assert asking.get(site.url("/old")).url == site.url("/new", host="other.example")
    assert site.asked[1][1]["host"] == f"other.example:{site.port}"


def test_redirects_in_a_circle_end(site: Site) -> None:
    site.answers("/a", Reply(302, headers={"Location": "/a"}))
    assert "leads on and on" in refusal(site.url("/a"))
    assert len(site.asked) == 6


@pytest.mark.parametrize(
    ("location", "says"),
    [
        ("file:///etc/passwd", "neither http nor https"),
        ("javascript:alert(1)", "neither http nor https"),
        ("http://[", "no address"),
        ("", "redirects to nowhere"),
    ],
)
def test_a_redirect_to_anything_but_the_web_is_refused(site: Site, location: str, says: str) -> None:
    site.answers("/a", Reply(302, headers={"Location": location}))
    assert says in refusal(site.url("/a"))


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.2/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://10.0.0.5/admin",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://inside.example/",
        "//192.168.1.1/",
        "http://[::]/",
        "http://[fe80::1%25eth0]/",
        "http://[::ffff:0:127.0.0.1]/",
        "http://[64:ff9b:1::a00:1]/",
        "http://news.example@10.0.0.1/",
        "http://169.254.169.254./",
    ],
)
def test_a_redirect_into_the_machines_own_network_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch, location: str
) -> None:
    is_public = address.is_public
    monkeypatch.setattr(address, "is_public", lambda ip: ip == "127.0.0.1" or is_public(ip))  # the test's own server
    names = {"news.example": ["127.0.0.1"], "localhost": ["::1"], "inside.example": ["93.184.216.34", "192.168.0.9"]}
    site.answers("/a", Reply(302, headers={"Location": location}))
    outside = Outside(sleep=Clock().sleep, resolve=lambda host, _port: names[host])
    with Client(Manners(delay=0, robots=False), outside) as asking, pytest.raises(Refused):
        asking.get(site.url("/a"))
    assert site.paths == ["/a"]


def test_this_machine_is_refused_unless_it_is_allowed(site: Site) -> None:
    site.answers("/a", Reply(body=PAGE))
    url = f"http://127.0.0.1:{site.port}/a"
    assert "private network" in refusal(url, replace(MANNERS, private_addresses=False))
    assert site.asked == []
    with client() as asking:
        assert asking.get(url).body == PAGE


def test_the_address_that_was_looked_at_is_the_one_that_is_used(site: Site) -> None:
    site.answers("/a", Reply(body=PAGE))
    answers = [["127.0.0.1"], ["192.0.2.1"]]  # a second question would be answered otherwise
    outside = Outside(resolve=lambda _host, _port: answers.pop(0))
    with Client(Manners(private_addresses=True, robots=False), outside) as asking:
        assert asking.get(site.url("/a")).body == PAGE
    assert len(answers) == 1


def test_a_name_that_is_answered_otherwise_after_a_redirect_is_judged_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_public = address.is_public
    monkeypatch.setattr(address, "is_public", lambda ip: ip == "127.0.0.1" or is_public(ip))  # the test's own server
    site.answers("/a", Reply(302, headers={"Location": site.url("/b")}))
    site.answers("/b", Reply(body=PAGE))
    answers = [["127.0.0.1"], ["10.0.0.5"]]  # DNS rebinding: public when it is looked at, private when it is used
    outside = Outside(
        sleep=Clock().sleep, resolve=lambda _host, _port: answers.pop(0) if len(answers) > 1 else answers[0]
    )
    with Client(Manners(delay=0, robots=False), outside) as asking, pytest.raises(Refused):
        asking.get(site.url("/a"))
    assert site.paths == ["/a"]


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw deflate"])
def test_a_compressed_answer_is_unpacked(site: Site, coding: str) -> None:
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = {
        "gzip": gzip.compress(PAGE),
        "deflate": zlib.compress(PAGE),
        "raw deflate": raw.compress(PAGE) + raw.flush(),
    }
    site.answers("/a", Reply(body=packed[coding], headers={"Content-Encoding": coding.split()[-1]}))
    with client() as asking:
        assert asking.get(site.url("/a")).body == PAGE


def test_a_gzip_bomb_is_dropped_at_the_cap(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 30_000_000)
    assert len(bomb) < 40_000
    site.answers("/a", Reply(body=bomb, headers={"Content-Encoding": "gzip"}))
    assert "larger than 1 MB" in refusal(site.url("/a"), replace(MANNERS, most_bytes=1_000_000))


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_a_compressed_answer_that_is_damaged_or_of_another_kind_is_refused(site: Site, coding: str) -> None:
    site.answers("/a", Reply(body=b"no such thing", headers={"Content-Encoding": coding}))
    assert "compressed" in refusal(site.url("/a"))


def test_a_compressed_answer_that_ends_too_early_is_refused(site: Site) -> None:
    site.answers("/a", Reply(body=gzip.compress(PAGE)[:-9], headers={"Content-Encoding": "gzip"}))
    assert "ends too early" in refusal(site.url("/a"))


def test_an_answer_beyond_the_cap_is_refused_whether_it_says_so_or_not(site: Site) -> None:
    site.answers("/a", Reply(body=b"x" * 2_000))
    chunk = b"7d0\r\n" + b"x" * 2_000 + b"\r\n0\r\n\r\n"
    site.answers("/b", Reply(body=chunk, headers={"Transfer-Encoding": "chunked"}))
    for path in ("/a", "/b"):
        assert "larger than 0.001 MB" in refusal(site.url(path), replace(MANNERS, most_bytes=1_000))


def test_a_server_that_falls_silent_is_given_up(site: Site) -> None:
    hold = threading.Event()
    site.answers("/a", Reply(body=PAGE, pause=lambda: hold.wait(5)))
    try:
        assert refusal(site.url("/a"), replace(MANNERS, timeout=0.1)) == "does not answer in time"
    finally:
        hold.set()


def test_a_server_that_drips_is_given_up(site: Site) -> None:
    clock = Clock()

    def drip() -> None:
        clock.at += 100

    site.answers("/a", Reply(body=PAGE * 10, pause=drip))
    with client(clock) as asking, pytest.raises(Refused, match="took more than 60 seconds"):
        asking.get(site.url("/a"))


def test_a_passing_fault_is_tried_again_with_longer_and_longer_pauses(site: Site) -> None:
    clock = Clock()
    site.answers("/a", Reply(503), Reply(502), Reply(body=PAGE))
    with client(clock) as asking:
        assert asking.get(site.url("/a")).body == PAGE
    assert clock.slept == [1.0, 2.0]


def test_a_server_may_say_how_long_to_wait(site: Site) -> None:
    clock = Clock()
    site.answers("/a", Reply(429, headers={"Retry-After": "7"}), Reply(body=PAGE))
    with client(clock) as asking:
        assert asking.get(site.url("/a")).body == PAGE
    assert clock.slept == [7.0]


@pytest.mark.parametrize(
    ("status", "says"),
    [(404, "is not there"), (410, "gone for good"), (500, "status 500"), (418, "status 418"), (204, "status 204")],
)
def test_a_lasting_fault_is_told_at_once(site: Site, status: int, says: str) -> None:
    site.answers("/a", Reply(status))
    assert says in refusal(site.url("/a"))
    assert len(site.asked) == 1


def test_a_fault_that_does_not_pass_is_told_in_the_end(site: Site) -> None:
    site.answers("/a", Reply(503))
    assert refusal(site.url("/a")) == "answers with status 503"
    assert len(site.asked) == 3


def test_two_requests_to_one_host_are_a_delay_apart_and_two_hosts_are_not(site: Site) -> None:
    clock = Clock()
    site.answers("/a", Reply(body=PAGE))
    with client(clock, replace(MANNERS, delay=1.5)) as asking:
        asking.get(site.url("/a"))
        asking.get(site.url("/a"))
        asking.get(site.url("/a", host="other.example"))
    assert clock.slept == [1.5]


def test_robots_txt_is_followed_and_asked_for_once(site: Site) -> None:
    site.answers("/robots.txt", Reply(body=b"User-agent: *\nDisallow: /private/\nCrawl-delay: 2"))
    site.answers("/a", Reply(body=PAGE))
    clock = Clock()
    with client(clock, OBEDIENT) as asking:
        assert asking.get(site.url("/a")).body == PAGE
        with pytest.raises(Refused, match="robots"):
            asking.get(site.url("/private/b"))
        asking.get(site.url("/a"))
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/a"]
    assert clock.slept == [2.0]


def test_robots_txt_of_the_host_a_redirect_leads_to_is_followed_too(site: Site) -> None:
    site.answers("/robots.txt", Reply(404), Reply(body=b"User-agent: brief\nDisallow: /"))
    site.answers("/a", Reply(302, headers={"Location": site.url("/b", host="other.example")}))
    assert "robots.txt" in refusal(site.url("/a"), replace(MANNERS, robots=True))


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site) -> None:
    site.answers("/robots.txt", Reply(500))
    site.answers("/a", Reply(body=PAGE))
    assert "robots.txt" in refusal(site.url("/a"), replace(MANNERS, robots=True))
    assert site.paths == []


def test_robots_txt_may_be_disregarded(site: Site) -> None:
    site.answers("/robots.txt", Reply(body=b"User-agent: *\nDisallow: /"))
    site.answers("/a", Reply(body=PAGE))
    with client() as asking:
        assert asking.get(site.url("/a")).body == PAGE


def test_a_host_that_is_not_there_is_told() -> None:
    def nowhere(_host: str, _port: int) -> list[str]:
        raise OSError

    with Client(Manners(), Outside(resolve=nowhere)) as asking, pytest.raises(Refused, match="no address"):
        asking.get("https://nowhere.example/")


def test_a_closed_port_is_told() -> None:
    clock = Clock()
    with client(clock) as asking, pytest.raises(Refused, match="cannot be reached"):
        asking.get("http://news.example:1/")
    assert len(clock.slept) == 2


def test_a_site_that_does_not_answer_is_left_alone_for_the_rest_of_the_run() -> None:
    clock = Clock()
    with client(clock, OBEDIENT) as asking:
        for says in ("cannot be reached", "cannot be reached", "did not answer a moment ago"):
            with pytest.raises(Refused, match=says):
                asking.get("http://news.example:1/")
    assert clock.slept == [1.0, 2.0, 1.0, 2.0]


def test_the_next_address_of_a_host_is_tried_where_one_cannot_be_reached(site: Site) -> None:
    site.answers("/a", Reply(body=PAGE))
    clock = Clock()
    outside = Outside(clock, clock.sleep, resolve=lambda _host, _port: ["::1", "127.0.0.1"])
    with Client(MANNERS, outside) as asking:
        assert asking.get(site.url("/a")).body == PAGE
    assert clock.slept == []


def test_a_date_to_wait_for_counts_from_now(site: Site) -> None:
    clock = Clock()
    site.answers("/a", Reply(503, headers={"Retry-After": "Mon, 11 May 2026 08:00:05 GMT"}), Reply(body=PAGE))
    outside = Outside(clock, clock.sleep, lambda: datetime(2026, 5, 11, 8, tzinfo=UTC), here)
    with Client(Manners(private_addresses=True, robots=False), outside) as asking:
        asking.get(site.url("/a"))
    assert clock.slept == [5.0]
