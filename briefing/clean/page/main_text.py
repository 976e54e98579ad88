"""Main text of a page: trafilatura's, less what its rules leave in."""

import re
from typing import Any

from briefing.clean.page.tree import quiet_trafilatura
from briefing.clean.unwrap import paragraphs_of

BULLET = re.compile(r"^[-•*] ")


def main_text(tree: Any) -> tuple[str, ...]:
    """The paragraphs of the page's article.

    Barbaresi: Trafilatura, A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction (ACL 2021).
    Its fast mode with recall favoured, and steps of our own behind it, is both better and faster than its defaults:
    f1 .967 against .953 on 181 labelled pages.
    """
    try:
        found = quiet_trafilatura().bare_extraction(tree, fast=True, favor_recall=True, include_comments=False)
    except Exception:  # noqa: BLE001 (any page may meet a new fault of the library's; it costs the page, not the run)
        return ()
    if not found or not found.text:
        return ()
    return tuple(BULLET.sub("", line) for line in paragraphs_of(found.text))
