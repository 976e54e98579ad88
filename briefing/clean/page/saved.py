"""Saved: where a page was saved from, as browsers and programs write it above the page."""

import re

from briefing.clean.urls import canonical

FROM = re.compile(
    r"<!--\s{0,5}saved from url=\(\d{4}\)(?P<browser>\S{1,2000})"
    r"|Page saved with SingleFile\s{1,9}url:\s{0,5}(?P<single>\S{1,2000})"
    r"|<!--\s{0,5}Mirrored from (?P<host>\S{1,2000}) by HTTrack"
)
HEAD_CHARACTERS = 5_000


def saved_from(html: str) -> str | None:
    """The address above a saved page; None: none stands there."""
    found = FROM.search(html, 0, HEAD_CHARACTERS)
    if found is None:
        return None
    return canonical(found["browser"] or found["single"] or f"https://{found['host']}")
