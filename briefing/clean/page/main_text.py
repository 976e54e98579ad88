"""Main text of a page: trafilatura's, less what its rules leave in, with what they leave behind."""

import re
from typing import Any

from briefing.clean.characters import neutral
from briefing.clean.page.completion import completed
from briefing.clean.page.layout import without_layout_tables
from briefing.clean.page.others import without_others
from briefing.clean.page.pruning import pruned
from briefing.clean.page.tree import quiet_trafilatura
from briefing.clean.unwrap import paragraphs_of

BULLET = re.compile(r"^[-•*] ")


def main_text(tree: Any, title: str) -> tuple[str, ...]:
    """The paragraphs of the page's article; the tree is pruned on the way, so read everything else from it before.

    Barbaresi: Trafilatura, A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction (ACL 2021).
    Its fast mode with recall favoured, and steps of our own round it, is both better and faster than its defaults.
    """
    without_layout_tables(tree)
    without_others(tree, title)
    trafilatura = quiet_trafilatura()
    try:
        found = trafilatura.bare_extraction(pruned(tree), fast=True, favor_recall=True, include_comments=False)
    except Exception:  # noqa: BLE001 (any page may meet a new fault of the library's; it costs the page, not the run)
        return ()
    if not found or not found.text:
        return ()
    return completed([BULLET.sub("", line) for line in paragraphs_of(neutral(found.text))], tree)
