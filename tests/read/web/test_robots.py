import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.read.web.robots import NOTHING, Rules, parse

SAMPLE = """\ufeff
# of the Port Selby Gazette
User-agent: otherbot
Disallow: /

User-Agent: *
Disallow: /private/
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search?*q=
Disallow:
Crawl-Delay: 5 # seconds
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private", True),
        ("/private/a", False),
        ("/private/open", True),
        ("/private/opening", True),
        ("/a.pdf", False),
        ("/a.pdf?x", True),
        ("/search?q=a", False),
        ("/search?page=2&q=a", False),
        ("/search", True),
        ("/%70rivate/a", False),
        ("/robots.txt", True),
    ],
)
def test_the_longest_rule_that_fits_decides(path: str, allowed: bool) -> None:
    assert parse(SAMPLE, "brief").allows(path) is allowed


def test_a_group_of_ones_own_goes_before_that_for_anyone() -> None:
    text = "User-agent: *\nDisallow: /\n\nUser-agent: brief\nUser-agent: other\nDisallow: /a\n"
    rules = parse(text, "brief")
    assert rules.allows("/b")
    assert not rules.allows("/a")


def test_allowing_wins_a_tie() -> None:
    assert parse("User-agent: *\nDisallow: /a\nAllow: /a", "brief").allows("/a")


def test_a_site_may_ask_for_a_pause_but_not_for_any() -> None:
    assert parse(SAMPLE, "brief").delay == 5
    assert parse("User-agent: *\nCrawl-delay: 86400", "brief").delay == 30
    assert parse("User-agent: *\nCrawl-delay: nan", "brief").delay == 0
    assert parse("User-agent: *\nCrawl-delay: soon", "brief").delay == 0


def test_nothing_may_be_read_where_nothing_is_allowed() -> None:
    assert not NOTHING.allows("/a")


def test_a_pattern_full_of_wildcards_takes_no_time() -> None:
    rules = Rules((("/" + "*a" * 500 + "b$", False),))
    start = time.process_time()
    assert rules.allows("/" + "a" * 100_000)
    assert time.process_time() - start < 1


@given(st.text(max_size=200), st.text(max_size=40))
def test_no_text_is_an_error(text: str, path: str) -> None:
    parse(text, "brief").allows("/" + path)
