"""The page in a real browser, where there is one: nothing sticks out, and places open. Skipped without Chromium."""

import json
import re
import shutil
import subprocess
from html import escape, unescape
from pathlib import Path

import pytest

from briefing.render import render
from tests.render.sample import rich

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)
FLAGS = (
    "headless no-sandbox disable-gpu disable-quic no-first-run disable-background-networking disable-component-update"
)
MORE_FLAGS = "disable-sync disable-dev-shm-usage virtual-time-budget=4000 dump-dom"
WIDTHS = (320, 390, 1100)
# The page stands in frames of each width; the page around them looks into them, for its own policy allows no script.
LOOK = """
addEventListener("load", () => {
  const seen = [...document.querySelectorAll("iframe")].map(frame => {
    const page = frame.contentDocument, button = page.querySelector("button.cite");
    const place = page.getElementById(button.getAttribute("popovertarget"));
    const before = place.matches(":popover-open");
    button.click();
    return {room: page.documentElement.clientWidth, wide: page.documentElement.scrollWidth, before,
            after: place.matches(":popover-open"), scripts: page.scripts.length, text: place.innerText};
  });
  document.body.innerHTML = "<pre></pre>";
  document.body.firstChild.textContent = "SEEN" + JSON.stringify(seen) + "SEEN";
});
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    folder = tmp_path_factory.mktemp("browser")
    page = escape(render(rich(), "html").decode("utf-8"))
    frames = "".join(f'<iframe style="width:{width}px;border:0" srcdoc="{page}"></iframe>' for width in WIDTHS)
    host = folder / "host.html"
    host.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{frames}<script>{LOOK}</script>", encoding="utf-8")
    return look(host, folder / "profile")


def look(host: Path, profile: Path) -> list[dict[str, object]]:
    """What the browser saw in each frame."""
    command = [
        CHROMIUM,
        *(f"--{flag}" for flag in f"{FLAGS} {MORE_FLAGS}".split()),
        f"--user-data-dir={profile}",
        host.as_uri(),
    ]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    found = re.search("<pre>SEEN(.*)SEEN</pre>", shown, re.DOTALL)
    assert found, shown[-2000:]
    frames: list[dict[str, object]] = json.loads(unescape(found[1]))
    return frames


def test_nothing_sticks_out_at_any_width(seen: list[dict[str, object]]) -> None:
    assert len(seen) == len(WIDTHS)
    assert [frame["wide"] for frame in seen] == [frame["room"] for frame in seen]


def test_a_citation_opens_its_place_without_a_script_of_the_page(seen: list[dict[str, object]]) -> None:
    assert all(not frame["before"] and frame["after"] and frame["scripts"] == 0 for frame in seen)
    assert all("Selby Courier, 13 May 2026, 17:20, paragraph 1" in str(frame["text"]) for frame in seen)
