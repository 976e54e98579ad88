"""The page in a real Chromium: accessible, reachable by keyboard, asking for nothing, whatever stands in it."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing.render import links, render
from tests.fortnight import kept
from tests.render.chromium import grave, launched, opened
from tests.render.sample import empty, rich
from tests.render.test_hostile_text import HOSTILE, poisoned

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = {
    "the sample": lambda: render(rich(), "html"),
    "an empty week": lambda: render(empty(), "html"),
    "the week of the seeds": lambda: kept("2026-W20.html").read_bytes(),
    "the week after": lambda: kept("2026-W21.html").read_bytes(),
}
PHONE, DESK, WIDTHS = 390, 1280, (320, 390, 768, 1280)
LOOKS: dict[str, dict[str, Any]] = {
    "wide": {},
    "narrow": {"width": PHONE},
    "dark": {"color_scheme": "dark"},
    "narrow and dark": {"width": PHONE, "color_scheme": "dark"},
    "high contrast": {"forced_colors": "active"},
    "print": {"media": "print"},
    "print from a dark screen": {"media": "print", "color_scheme": "dark"},
}
# Does what a script that came in with an article would do, in every way a text is set.
ATTACKS = [
    *HOSTILE,
    "<script>window.hit = 1; alert(1)</script>",
    '"><svg onload="window.hit=1"><img src=x onerror="window.hit=1;alert(1)">',
    "' onmouseover='window.hit=1' autofocus onfocus='window.hit=1' x='",
    "</title></style></textarea><iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "<link rel=stylesheet href=https://evil.example/x.css><base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "![](https://evil.example/pixel.gif)[x](javascript:window.hit=1)",
    "data:text/html,<script>window.hit=1</script>",
]
ACTIVE = "script, img, iframe, object, embed, form, input, link, base, video, audio, [onload], [onerror], [onclick]"


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with launched() as chromium:
        yield chromium


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious_however_one_looks(browser: "Browser", tmp_path: Path, name: str) -> None:
    with opened(browser, PAGES[name](), tmp_path, bypass_csp=True) as (page, _):
        assert {look: found for look in LOOKS if (found := grave(looked_at(page, **LOOKS[look])))} == {}
        page.locator("button.cite").first.click() if page.locator("button.cite").count() else None
        assert {look: found for look in ("wide", "dark") if (found := grave(looked_at(page, **LOOKS[look])))} == {}


def looked_at(page: "Page", *, width: int = DESK, media: Any = "screen", **scheme: Any) -> "Page":
    """The page at that width, on that medium, in those colours."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media=media, color_scheme=scheme.get("color_scheme", "light"),
                       forced_colors=scheme.get("forced_colors", "none"))  # fmt: skip
    return page


def test_paper_is_white_whatever_the_screen_is(browser: "Browser", tmp_path: Path) -> None:
    with opened(browser, PAGES["the sample"](), tmp_path) as (page, _):
        looked_at(page, **LOOKS["print from a dark screen"])
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("name", PAGES)
def test_nothing_sticks_out_at_any_width(browser: "Browser", tmp_path: Path, name: str) -> None:
    with opened(browser, PAGES[name](), tmp_path) as (page, _):
        for width in WIDTHS:
            wide = looked_at(page, width=width).evaluate("document.documentElement.scrollWidth")
            assert wide == page.evaluate("document.documentElement.clientWidth"), width


def test_a_citation_stands_on_the_line_of_its_word(browser: "Browser", tmp_path: Path) -> None:
    with opened(browser, PAGES["the sample"](), tmp_path) as (page, _):
        looked_at(page, width=PHONE)
        heights = page.eval_on_selector_all(".held", "all => all.map(each => each.getClientRects().length)")
        assert len(heights) > 0
        assert set(heights) == {1}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_asks_for_nothing_and_runs_nothing(browser: "Browser", tmp_path: Path, name: str) -> None:
    with opened(browser, PAGES[name](), tmp_path, bypass_csp=True) as (page, seen):
        settle(page)
        assert (seen.asked, seen.dialogs, seen.errors) == ([], [], [])
        assert page.evaluate(f"document.querySelectorAll({ACTIVE!r}).length") == 0


def settle(page: "Page") -> None:
    """Wait until the page has nothing left to do."""
    page.evaluate("new Promise(done => requestIdleCallback(done))")


@pytest.mark.parametrize("name", ["the sample", "the week of the seeds"])
def test_every_place_opens_and_closes_by_the_keyboard_alone(browser: "Browser", tmp_path: Path, name: str) -> None:
    with opened(browser, PAGES[name](), tmp_path) as (page, _):
        opens = [place for _ in range(stops(page)) if (place := opened_by_keyboard(page))]
        shown = page.eval_on_selector_all("button.cite", "all => all.map(each => each.getAttribute('popovertarget'))")
        assert opens == shown
        assert shown


def stops(page: "Page") -> int:
    """How often Tab must be pressed to come round a page."""
    return int(page.locator("a[href]:visible, button:visible").count())


def opened_by_keyboard(page: "Page") -> str | None:
    """One stop on: the place that Enter opens there and Escape closes; None where it is not a citation's."""
    page.keyboard.press("Tab")
    place = page.evaluate("document.activeElement.getAttribute('popovertarget')")
    if place is None:
        return None
    page.keyboard.press("Enter")
    box = page.locator(f"#{place}:popover-open")
    assert box.count() == 1
    assert box.locator("mark").is_visible()
    page.keyboard.press("Escape")
    assert box.count() == 0
    assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == place
    return str(place)


def test_a_place_says_who_and_when_and_shows_the_sentence_in_its_paragraph(browser: "Browser", tmp_path: Path) -> None:
    with opened(browser, PAGES["the sample"](), tmp_path) as (page, _):
        page.locator("button.cite").first.click()
        box = page.locator(".place:popover-open")
        assert "Selby Courier, 13 May 2026, 17:20, paragraph 1" in box.inner_text()
        assert box.locator("mark").inner_text().startswith("The number of people hurt")
        assert "#:~:text=" in str(box.locator("a").first.get_attribute("href"))


@pytest.mark.parametrize("text", ATTACKS)
def test_hostile_text_does_nothing_in_a_browser(browser: "Browser", tmp_path: Path, text: str) -> None:
    """Without the page's own policy, which would stop a script that should not be there in the first place."""
    with opened(browser, render(poisoned(text), "html"), tmp_path, bypass_csp=True) as (page, seen):
        settle(page)
        page.locator("button.cite").first.click()
        assert (seen.asked, seen.dialogs, seen.errors) == ([], [], [])
        assert page.evaluate("window.hit") is None
        assert page.evaluate(f"document.querySelectorAll({ACTIVE!r}).length") == 0
        kinds = page.eval_on_selector_all("a[href]", "all => all.map(each => each.protocol)")
        assert set(kinds) <= {"https:", "file:"}  # the latter for places in the page itself


def test_the_policy_of_the_page_stops_a_script_all_the_same(browser: "Browser", tmp_path: Path) -> None:
    html = render(rich(), "html").replace(b"</main>", b"<script>window.hit = 1</script></main>")
    with opened(browser, html, tmp_path) as (page, _):
        assert page.evaluate("window.hit") is None


@pytest.mark.parametrize(
    "words",
    [
        "Nine were hurt, two of them badly - so the well-known harbour office & others said on Tuesday.",
        "«Мост открыт», — сказал министр в четверг, 14 мая, на берегу реки Альдра в присутствии послов.",
        "Short, and to the point.",
        "50 % of 1,000 said “yes”; 30 % said: no #maybe?",
    ],
)
def test_a_link_to_the_very_words_finds_them(browser: "Browser", tmp_path: Path, words: str) -> None:
    filling = "<p>Much was said.</p>" * 200
    html = f"<!DOCTYPE html><meta charset=utf-8><title>x</title>{filling}<p>{escape(words)}</p>{filling}"
    with opened(browser, html.encode("utf-8"), tmp_path) as (page, _):
        page.goto("about:blank")
        page.goto(str(links.place((tmp_path / "briefing.html").as_uri(), words)))
        page.wait_for_function("scrollY > 0")
