"""Strips: a row of dots, one a day, their area the number of articles; as inline SVG with its words in it."""

from collections.abc import Sequence
from math import sqrt
from xml.etree.ElementTree import Element, SubElement

# In pixels of the page's own unit; the template's style gives the colours.
COLUMN = 13
MONTH_COLUMN = 5  # where more than a week has to fit
HEIGHT = 14
NOTHING = 0.9  # radius of a day without an article
WEEK = 7


def strip(days: Sequence[int], most: int, words: str, width: int | None = None) -> Element:
    """One event's days. most: the largest number on any strip of the page, drawn as wide as a column.

    width: of a column; None: as many days ask for.
    """
    width = width or _column(days)
    svg = _svg(len(days), width, "days")
    svg.set("role", "img")
    svg.set("aria-label", words)
    for place, number in enumerate(days):
        radius = max(NOTHING, (width - 1) / 2 * sqrt(number / most)) if number and most else NOTHING
        dot = SubElement(
            svg, "circle", {"cx": f"{(place + 0.5) * width:g}", "cy": f"{HEIGHT / 2:g}", "r": f"{radius:.2f}"}
        )
        if not number:
            dot.set("class", "none")
    return svg


def heading(labels: Sequence[str], width: int | None = None) -> Element:
    """What stands above the columns; each strip says its dates itself, so a screen reader may skip it."""
    spread = len(labels) <= WEEK or width is not None
    width = width or _column(labels)
    svg = _svg(len(labels), width, "days")
    svg.set("aria-hidden", "true")
    for place, label in enumerate(labels):
        if label:
            anchor = "middle" if spread else "start" if place == 0 else "end"
            x = (place + {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]) * width
            text = SubElement(svg, "text", {"x": f"{x:g}", "y": "11", "text-anchor": anchor})
            text.text = label
    return svg


def _column(days: Sequence[object]) -> int:
    return COLUMN if len(days) <= WEEK else MONTH_COLUMN


def _svg(columns: int, width: int, name: str) -> Element:
    size = {"width": str(columns * width), "height": str(HEIGHT)}
    return Element("svg", {**size, "viewBox": f"0 0 {columns * width} {HEIGHT}", "class": name})
