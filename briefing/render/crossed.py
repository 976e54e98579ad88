"""Crossed: outlets by events as a list with a strip of dots each, for the page."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from briefing.render.fit import fit
from briefing.render.strip import heading, strip
from briefing.render.view import Row

COLUMN = 16  # pixels: room for a number of two digits

LARGE = 3  # articles that fill a column at least: where all have one, dots that touch say nothing


def crossed(rows: Sequence[Row]) -> tuple[Element, Element]:
    """A small heading, and a list: each outlet with a dot an event, as large as its articles are many."""
    title = Element("h3", {"id": "crossing"})
    title.text = "Who reports on several events"
    block = Element("div", {"class": "crossing"})
    above = heading([str(number + 1) for number in range(len(rows[0].articles))], COLUMN)
    block.append(above)
    listed = SubElement(block, "ul", {"aria-labelledby": "crossing"})
    most = max(LARGE, *(number for row in rows for number in row.articles))
    for row in rows:
        item = SubElement(listed, "li")
        name = SubElement(item, "span")
        name.text = fit(row.outlet)
        item.append(strip(row.articles, most, row.words, COLUMN))
    return title, block
