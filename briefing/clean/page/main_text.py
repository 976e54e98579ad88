"""Main text of a page: trafilatura's, less what its rules leave in."""

from typing import Any

from briefing.clean.page.tree import quiet_trafilatura
from briefing.clean.unwrap import paragraphs_of


def main_text(tree: Any, title: str) -> tuple[str, ...]:
    """The paragraphs of the page's article.

    Barbaresi: Trafilatura, A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction (ACL 2021).
    """
    try:
        found = quiet_trafilatura().bare_extraction(tree, fast=True, favor_recall=True, include_comments=False)
    except Exception:  # noqa: BLE001 (any page may meet a new fault of the library's; it costs the page, not the run)
        return ()
    return paragraphs_of(found.text) if found and found.text else ()
