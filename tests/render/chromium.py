"""A real browser for tests: Debian's Chromium, driven by Playwright, looking at pages that may ask for nothing.

Where either is missing, tests that need them are skipped and say so; where `BRIEF_BROWSER` is set, as in CI, they fail.
"""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

PATH = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-sync",
)
PATIENCE = 10_000  # milliseconds until what a page does not do is taken for never done
ELSEWHERE = re.compile(r"^(?!file:)")
GRAVE = ("serious", "critical")  # of axe's impacts
# What WCAG 2.2 asks at A and AA, and what axe holds to be good practice beyond it.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@dataclass(slots=True)
class Seen:
    """What a page did while it was open."""

    asked: list[str] = field(default_factory=list)  # addresses it asked for beside its own
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)  # of scripts


def lacking(what: str) -> None:
    """Skip the test that needs it, or fail where a browser is required."""
    if "BRIEF_BROWSER" in os.environ:
        pytest.fail(f"BRIEF_BROWSER is set, but there is no {what}")
    pytest.skip(f"there is no {what} on this machine")


@contextmanager
def launched() -> "Iterator[Browser]":
    """A Chromium without a window."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        lacking("playwright (pip install '.[browser]')")
    if PATH is None:
        lacking("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PATH, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def opened(browser: "Browser", html: bytes, folder: Path, **look: Any) -> "Iterator[tuple[Page, Seen]]":
    """The page in a window of its own, every request to elsewhere refused and noted.

    look: how it is looked at, as `Browser.new_context` names it: viewport, color_scheme, bypass_csp.
    """
    file = folder / "briefing.html"
    file.write_bytes(html)
    context = browser.new_context(**look)
    context.set_default_timeout(PATIENCE)
    seen = Seen()
    page = context.new_page()
    page.on("dialog", lambda dialog: dismissed(dialog, seen))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("request", lambda request: noted(request.url, file.as_uri(), seen))
    context.route(ELSEWHERE, lambda route: route.abort())
    page.goto(file.as_uri())
    yield page, seen
    context.close()


def dismissed(dialog: "Dialog", seen: Seen) -> None:
    """Note what a page asks its reader, and answer no."""
    seen.dialogs.append(dialog.message)
    dialog.dismiss()


def noted(address: str, own: str, seen: Seen) -> None:
    """Note an address that is not the page's own."""
    if address.partition("#")[0] != own:
        seen.asked.append(address)


def grave(page: "Page") -> list[str]:
    """What axe finds serious or critical on the page as it is shown now, a line each."""
    page.evaluate(resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": TAGS}}
    found = page.evaluate(f"axe.run(document, {json.dumps(options)})")
    assert found["passes"], "axe looked at nothing"
    return [
        f"{each['id']} ({each['impact']}): {node['html'][:200]}"
        for each in found["violations"]
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]
