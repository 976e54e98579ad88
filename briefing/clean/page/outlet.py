"""Outlet of a page: the name its publisher gives itself there."""

import re

from briefing.clean.outlets import HOSTNAME, OUTLET_WORDS, of_host, of_known_host
from briefing.clean.page.metadata import Metadata
from briefing.clean.page.title import LONGEST_SITE, SITE
from briefing.clean.urls import host_of

LONGEST = 60
"""Characters; longer values are slogans."""

SLOGAN = re.compile(r"(?<!\s)\s+(?:[|–—-]|::)\s.*$", re.S)
"""What stands behind a name: its motto, its sections."""


def outlet_of(metadata: Metadata, url: str | None) -> str | None:
    """The name its host is known by, else og:site_name, JSON-LD's publisher, the application's name, its host."""
    candidates = (
        *metadata.meta.get("og:site_name", ()),
        *metadata.publishers,
        *metadata.meta.get("application-name", ()),
        *metadata.meta.get("publisher", ()),
        *metadata.meta.get("dc.publisher", ()),
    )
    names = [SLOGAN.sub("", name).strip().lstrip("@") for name in candidates]
    named = [name for name in names if 1 < len(name) <= LONGEST and "://" not in name]
    proper = [name for name in named if not HOSTNAME.fullmatch(name)]
    found = of_known_host(host_of(url)) or next(iter(proper), None) or of_host(host_of(url))
    return found or next(iter(named), None) or host_of(url) or _behind_title(metadata.head_title)


def _behind_title(head: str) -> str | None:
    """The name behind the headline in a page's `<title>`, if it is as outlets are called."""
    parts = SITE.split(head)
    behind = parts[-1].strip()
    fitting = len(parts) > 1 and behind.count(" ") < LONGEST_SITE and not SECTION.fullmatch(behind)
    return behind if fitting and OUTLET_WORDS.search(behind) else None


SECTION = re.compile(
    r"(?:\w{1,20} )?(?:news|online|today|report|review|media|opinion|live|tv|radio|express|daily|weekly)", re.I
)
"""What is a section's name as well as an outlet's."""
