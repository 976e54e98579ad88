"""Embedded post: a post of a social network that the article shows, run together with its signature.

It is somebody else's words with nothing before them to say so: taken for the article's own, it would be printed as
what the outlet reports. So it is left out, and counted.
"""

import re

from briefing.clean.draft import Draft

STEP = "embedded post"

SIGNATURE = re.compile(r"\S\s*[—–-] ?[^—]{1,60} \(@\w{1,20}\) [A-Z][a-z]{2,8} \d{1,2}, \d{4}$")
LINKED = re.compile(r"(?:pic\.twitter\.com|https?://t\.co)/\w{4,20}$")
"""How a post ends that came without its signature: in the address the network gave its picture or its link."""

SIGNATURE_CHARACTERS = 120
"""How much of a line's end the signature takes: name, handle, date."""


def without_embedded_posts(draft: Draft) -> Draft:
    """Drops posts with their signature; a signature alone stays, as it says whose words stand above it."""
    dropped = [
        index
        for index, line in enumerate(draft.paragraphs)
        if "(@" in line and SIGNATURE.search(line[-SIGNATURE_CHARACTERS:])
    ]
    return draft.without(STEP, dropped)


def without_linked_posts(draft: Draft) -> Draft:
    """Drops posts that came without their signature, as clippings and databases have them."""
    dropped = [
        index
        for index, line in enumerate(draft.paragraphs)
        if "/" in line[-LINK_CHARACTERS:] and LINKED.search(line[-LINK_CHARACTERS:])
    ]
    return draft.without(STEP, dropped)


LINK_CHARACTERS = 40
"""The same of an address."""
