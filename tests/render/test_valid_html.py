"""The page as the W3C's checker sees it: Nu Html Checker (vnu.jar of npm's `vnu-jar`, MIT), named by `VNU_JAR`."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from briefing.render import render
from tests.fortnight import GOLDEN
from tests.render.chromium import lacking
from tests.render.sample import empty, rich
from tests.render.test_hostile_text import HOSTILE, poisoned

# CSS Anchor Positioning (Level 1), which the checker does not know yet; the page asks first whether the browser does.
NOT_KNOWN = re.compile(r"CSS: “(?:position-area|position-try-fallbacks)”|CSS: .*“anchor-center”")


@pytest.fixture(scope="module")
def checker() -> str:
    jar = os.environ.get("VNU_JAR", "")
    if not jar or not Path(jar).exists():
        lacking("vnu.jar (npm install vnu-jar, and name the file in VNU_JAR)")
    if shutil.which("java") is None:
        lacking("java")
    return jar


def test_every_page_is_valid_html(checker: str, tmp_path: Path) -> None:
    pages = {
        "rich": rich(),
        "empty": empty(),
        **{f"hostile-{number}": poisoned(text) for number, text in enumerate(HOSTILE)},
    }
    for name, brief in pages.items():
        (tmp_path / f"{name}.html").write_bytes(render(brief, "html"))
    files = [*tmp_path.glob("*.html"), *sorted(GOLDEN.glob("*.html"))]
    assert "\n".join(faults(checker, files)) == ""


def test_the_checker_finds_what_is_wrong(checker: str, tmp_path: Path) -> None:
    page = tmp_path / "wrong.html"
    page.write_bytes(render(rich(), "html").replace(b"<main>", b"<main><p><div>"))
    assert faults(checker, [page])


def faults(jar: str, files: list[Path]) -> list[str]:
    """What the checker calls an error or warns of, less what it does not know."""
    command = ["java", "-jar", jar, "--format", "json", "--exit-zero-always", *map(str, files)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found = json.loads(told.stderr or told.stdout)["messages"]
    return [
        f"{Path(each['url']).name}:{each.get('lastLine')}: {each['message']}"
        for each in found
        if (each["type"] == "error" or each.get("subType") == "warning") and not NOT_KNOWN.search(each["message"])
    ]
