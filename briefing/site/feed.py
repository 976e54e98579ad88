"""The Atom feed of a site (RFC 4287): an entry a briefing, the latest first."""

from collections.abc import Sequence
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from briefing.model import Edition
from briefing.render import dates
from briefing.site import addresses
from briefing.site.holdings import Holdings
from briefing.site.pages.pieces import shown

ATOM = "http://www.w3.org/2005/Atom"
ENTRIES = 30  # a month of daily briefings
SENTENCES = 3  # of a briefing's first events, as on its cover
OURS = UUID("5c0d3a58-9a39-5d6e-8f43-6f1c1f6f9a51")  # the namespace under which this project names things (RFC 9562)


def feed(holdings: Holdings, url: str | None, generator: str) -> bytes:
    """The feed in UTF-8. url: where the site stands; None: links are relative to the feed, which readers resolve."""
    base = f"{url.rstrip('/')}/" if url else ""
    root = Element("feed", {"xmlns": ATOM})
    add(root, "id", f"urn:uuid:{uuid5(OURS, base or holdings.title)}")
    add(root, "title", shown(holdings.title))
    add(root, "updated", moment(holdings.editions))
    SubElement(SubElement(root, "author"), "name").text = shown(holdings.title)
    SubElement(root, "generator").text = generator
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{base}{addresses.FEED}"})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{addresses.HOME}"})
    for edition in holdings.editions[:ENTRIES]:
        entry(root, edition, holdings.called(edition), base)
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'.encode("utf-8", "replace")


def entry(root: Element, edition: Edition, title: str, base: str) -> None:
    """A briefing's entry: its title, what it covers, and the first sentences of what it leads with."""
    window = edition.window
    path = addresses.briefing(window)
    made = SubElement(root, "entry")
    add(made, "id", f"urn:uuid:{uuid5(OURS, f'{base}{path}')}")
    add(made, "title", f"{title}, {dates.days(window.first_day, window.last_day)}")
    add(made, "updated", moment([edition]))
    SubElement(made, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{path}"})
    leading = [shown(told.sentences[0]) for told in edition.told if told.sentences][:SENTENCES]
    add(made, "summary", " ".join(leading) or "; ".join(shown(told.headline) for told in edition.told) or "No events.")


def add(element: Element, name: str, text: str) -> None:
    """A child with a text."""
    SubElement(element, name).text = text


def moment(editions: Sequence[Edition]) -> str:
    """The end of the latest of these briefings' windows (RFC 3339): what was made when is no part of a site."""
    latest = max((edition.window.end for edition in editions), default=None)
    return f"{latest:%Y-%m-%dT%H:%M:%SZ}" if latest else "1970-01-01T00:00:00Z"
