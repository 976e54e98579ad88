"""Whether hostile strings do anything on any page of the site or the desk, in Chromium.

    python benchmarks/site_hostile.py STRINGS.txt [--take N]

STRINGS.txt: one string a line; lines that begin with # are comments. Each becomes part of a headline, a text, an
outlet, a speaker and an address; every page of the site made of them is opened, and every event and article on the
desk. Prints what a page did that it may not: a dialog, a request, an error, a refusal by its policy.
"""

import argparse
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.site.building import build
from briefing.store.remembered import Remembered
from tests.desk.conftest import opening
from tests.render.chromium import launched
from tests.site.links import broken, pages
from tests.site.newsroom import hostile
from tests.site.test_in_a_browser import watched


def main() -> None:
    """Make, look, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("strings", type=Path)
    parser.add_argument("--take", type=int, default=60, help="strings a library; more make more libraries")
    arguments = parser.parse_args()
    lines = arguments.strings.read_text("utf-8", "replace").splitlines()
    strings = [line for line in lines if line.strip() and not line.startswith("#")]
    opened = 0
    found: list[str] = []
    for at in range(0, len(strings), arguments.take):
        number, faults = looked_at(tuple(strings[at : at + arguments.take]))
        opened += number
        found += faults
    print(f"{len(strings)} strings, {opened} pages opened, {len(found)} faults")
    for fault in found[:50]:
        print(fault)


def looked_at(strings: tuple[str, ...]) -> tuple[int, list[str]]:
    """How many pages were opened, and what they did."""
    with TemporaryDirectory() as folder, ExitStack() as stack, launched() as browser:
        config = hostile(Path(folder), strings)
        out = Path(folder) / "public"
        build(config, out)
        desk = opening(stack, config)()
        with Remembered(config.library) as remembered:
            events = remembered.events()
        addresses = [file.as_uri() for file in pages(out)]
        addresses += [f"http://127.0.0.1:{desk.port}/events/{event.id}.html" for event in events]
        addresses += [f"http://127.0.0.1:{desk.port}/articles/{event.article_ids[0]}.html" for event in events]
        context = browser.new_context()
        page, seen = watched(context, ("file:", f"http://127.0.0.1:{desk.port}"))
        for address in addresses:
            page.goto(address)
        context.close()
        return len(addresses), [*seen, *broken(out)]


if __name__ == "__main__":
    main()
