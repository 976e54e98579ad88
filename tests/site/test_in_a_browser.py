"""The site in a real browser, opened from its folder and from a file server. Skipped where there is no Chromium."""

import os
import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.render.chromium import grave, launched
from tests.render.test_valid_html import checker, faults
from tests.site.links import pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request

__all__ = ["checker"]  # the fixture of the W3C's checker

# The checker takes no file of a folder for the page's own; Chromium and servers do, as the other tests show.
POLICY_OF_A_FOLDER = "Resource violates Content Security Policy"
NARROW = {"width": 390, "height": 844}
# One page of every kind.
KINDS = (
    "index.html",
    "search.html",
    "2026/index.html",
    "2026/2026-W20.html",
    "events/index.html",
    "events/2026-05.html",
    "events/e",
    "stories/index.html",
    "stories/s",
    "people/index.html",
    "people/niels-tarrow.html",
    "outlets/index.html",
    "outlets/harnby-courier.html",
)


class Quiet(SimpleHTTPRequestHandler):
    """A plain file server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the name it overrides
        pass


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def server(public: Path) -> Iterator[str]:
    served = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(public)))
    Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()
    served.server_close()


def kind(public: Path, path: str) -> Path:
    """The page of that kind: the address itself, or the first that begins with it."""
    return public / path if path.endswith(".html") else sorted(public.glob(f"{path}*.html"))[0]


def watched(context: "BrowserContext", own: str | tuple[str, ...]) -> "tuple[Page, list[str]]":
    """A page, and what it did that it may not: requests to elsewhere, dialogs, errors, refusals by its policy."""
    page, seen = context.new_page(), list[str]()

    def dismissed(dialog: "Dialog") -> None:
        seen.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def asked(request: "Request") -> None:
        if not request.url.startswith(own) and not request.url.startswith("data:"):
            seen.append(request.url)

    page.on("dialog", dismissed)
    page.on("pageerror", lambda error: seen.append(f"error {error}"))
    page.on("console", lambda said: seen.append(said.text) if said.type == "error" else None)
    page.on("request", asked)
    return page, seen


@pytest.mark.parametrize("look", ["light", "dark", "narrow"])
def test_no_page_sticks_out_or_fails_before_axe(browser: "Browser", public: Path, server: str, look: str) -> None:
    context = browser.new_context(
        color_scheme="dark" if look == "dark" else "light",
        bypass_csp=True,  # axe comes into the page as a script
        **({"viewport": NARROW} if look == "narrow" else {}),  # type: ignore[arg-type]  # two numbers, as it asks
    )
    page, seen = watched(context, server)
    for each in KINDS:
        page.goto(f"{server}/{kind(public, each).relative_to(public)}")
        room, wide = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
        assert wide <= room, each
        assert grave(page) == [], each
    context.close()
    assert seen == []


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_search_finds_words_phrases_names_and_beginnings(
    browser: "Browser", public: Path, server: str, scheme: str
) -> None:
    root = public.as_uri() if scheme == "file" else server
    page, seen = watched(browser.new_context(), root)
    page.goto(f"{root}/index.html")
    page.get_by_role("link", name="Search").click()
    for query, found in (
        ("gull bank", "Container ship aground on Gull Bank closes Harnby harbour"),
        ('"Halcyon Reach"', "Halcyon Reach"),
        ("niels tarr", "Niels Tarrow"),
        ("Courier", "Harnby Courier"),
        ("measles lindow schools", "Measles in Lindow"),
    ):
        page.get_by_role("searchbox").fill(query)
        page.wait_for_function("text => document.querySelector('#hits')?.textContent.includes(text)", arg=found)
    page.get_by_role("searchbox").fill("xylophone zebra")
    page.wait_for_function("document.querySelector('#count').textContent === '0 found'")
    page.get_by_role("searchbox").fill("niels tarrow")
    page.locator("#hits a").first.click()
    page.wait_for_url("**/people/niels-tarrow.html")
    assert seen == []
    page.context.close()


def test_search_by_keyboard_alone_from_an_address_with_a_query(browser: "Browser", public: Path) -> None:
    page, seen = watched(browser.new_context(), public.as_uri())
    page.goto(f"{public.as_uri()}/search.html?q=measles")
    page.wait_for_selector("#hits a")
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#hits') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(events|stories)/[^/]+\.html"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert seen == []
    page.context.close()


def test_without_a_script_every_page_can_be_reached_by_links(browser: "Browser", public: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{public.as_uri()}/search.html")
    assert page.get_by_text("Without one, the lists below lead to every page").is_visible()
    page.goto(kind(public, "2026/2026-W20.html").as_uri())
    page.locator("button.cite").first.click()
    assert page.locator("#place-1").is_visible()
    context.close()


def test_a_citation_opens_and_closes_by_keyboard_in_the_sites_frame(browser: "Browser", public: Path) -> None:
    page, seen = watched(browser.new_context(), public.as_uri())
    page.goto(kind(public, "2026/2026-W20.html").as_uri())
    page.locator("button.cite").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#place-1").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#place-1").is_visible()
    assert seen == []
    page.context.close()


def test_hostile_text_does_nothing_on_any_page(browser: "Browser", poisoned: Path) -> None:
    page, seen = watched(browser.new_context(), poisoned.as_uri())
    for file in pages(poisoned):
        page.goto(file.as_uri())
        assert page.evaluate("document.scripts.length") <= 1
    page.goto(f"{poisoned.as_uri()}/search.html?q=bridge%20script")
    page.wait_for_selector("#hits a")
    page.get_by_role("searchbox").fill("<script>alert(1)</script> onerror")
    page.wait_for_function("document.querySelector('#count').textContent !== ''")
    assert page.locator("#hits script, #hits img, #hits iframe").count() == 0
    assert seen == []
    page.context.close()


def test_every_page_is_valid_html(checker: str, public: Path, poisoned: Path) -> None:
    some = os.environ.get("CI") is None
    files = [kind(public, each) for each in KINDS] if some else pages(public)
    told = faults(checker, [*files, *pages(poisoned)])
    assert "\n".join(each for each in told if POLICY_OF_A_FOLDER not in each) == ""
