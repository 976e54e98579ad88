"""Contents: the sections of a page, listed, with each event's days beside its headline."""

from collections.abc import Sequence
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from briefing.render.strip import heading, strip
from briefing.render.view import View


def contents(sections: Sequence[Element], view: View) -> Element:
    """A navigation list of the sections after the first, which must have their addresses already."""
    nav = Element("nav", {"aria-labelledby": "contents"})
    title = SubElement(nav, "h2", {"id": "contents"})
    title.text = "Contents"
    entries = SubElement(nav, "ol")
    strips = _strips(sections, view)
    if strips:
        nav.insert(1, heading(view.columns))
    for section in sections[1:]:
        entry = deepcopy(section.find("h2"))
        if entry is None:
            continue
        entry.tag, entry.attrib, entry.tail = "a", {"href": f"#{entry.get('id')}"}, None
        item = SubElement(entries, "li")
        item.append(entry)
        if section.find("p[@class='standing']") is not None:
            item.set("class", "event")  # numbered by the page's style
        if id(section) in strips:
            item.append(strips[id(section)])
    return nav


def _strips(sections: Sequence[Element], view: View) -> dict[int, Element]:
    """A strip for each section of an event, which is one that says how it stands; none where they do not match."""
    events = [section for section in sections if section.find("p[@class='standing']") is not None]
    if not view.columns or len(events) != len(view.parts):
        return {}
    most = max((number for part in view.parts for number in part.days), default=0)
    return {id(section): strip(part.days, most, part.rhythm) for section, part in zip(events, view.parts, strict=True)}
