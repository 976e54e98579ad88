"""Layout: a page of the old make is laid out in a table, whose cells are read as what they are: parts of a page.

trafilatura takes every table for one of figures and sets each row between bars. Paragraphs in such cells are mostly
told apart by two line breaks, which are made paragraphs here.
"""

from typing import Any

LEAST_WORDS = 50
"""Words that a cell of a table of figures never has."""

BREAKS = 2
"""Line breaks in a row that tell paragraphs apart."""

PARTS = ("table", "thead", "tbody", "tfoot", "tr", "td", "center", "font")
BLOCKS = ("p", "div", "table", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4")


def without_layout_tables(tree: Any) -> None:
    """Make the tables that lay out prose into plain boxes; the tree itself is changed."""
    for table in list(tree.iter("table")):
        cells = list(table.iter("td"))
        if next(table.iter("th"), None) is not None or not any(map(_is_prose, cells)):
            continue
        for cell in cells:
            if _is_prose(cell):
                _with_paragraphs(cell)
        for part in list(table.iter(*PARTS)):
            part.tag = "span" if part.tag == "font" else "div"


def _is_prose(cell: Any) -> bool:
    return next(cell.iter("table"), None) is None and sum(len(text.split()) for text in cell.itertext()) >= LEAST_WORDS


def _with_paragraphs(cell: Any) -> None:
    """Cut what stands in a cell at two line breaks in a row, where it has no paragraphs of its own."""
    if any(child.tag in BLOCKS for child in cell.iter() if child is not cell):
        return
    made = [_begun(cell)]
    made[0].text, cell.text = cell.text, None
    breaks = 0
    for child in list(cell):
        text = child.tail or ""
        child.tail = None
        cell.remove(child)
        if child.tag != "br":
            breaks = 0
            made[-1].append(child)
        elif (breaks := breaks + 1) == BREAKS:
            made.append(_begun(cell))
        if text.strip():
            _append(made[-1], f" {text}" if breaks else text)
            breaks = 0
    for each in made:
        cell.append(each)


def _begun(cell: Any) -> Any:
    return cell.makeelement("p")


def _append(element: Any, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
