"""Outlet of a page: the name its publisher gives itself there."""

import re

from briefing.clean.outlets import HOSTNAME, of_host, of_known_host
from briefing.clean.page.metadata import Metadata
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
    return found or next(iter(named), None) or host_of(url) or None
