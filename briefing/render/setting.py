"""Setting: from what `markdown` makes of a briefing to what a page of it needs.

An extension of Python-Markdown that works on the element tree after all Markdown is read: sections, a contents list,
quotations with their attribution, small headings, and citations that open the place they lead to.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from briefing.render.contents import contents
from briefing.render.counting import KEPT
from briefing.render.crossed import crossed
from briefing.render.fit import fit
from briefing.render.view import Note, View

AFTER_INLINE = 5  # Python-Markdown's priorities: inline patterns at 20, the last unescaping at 0
DASH = "— "  # begins an attribution
OPENING = "“"  # begins a quotation that stands by itself, not within a clause
NOTE_ID = re.compile(r"#?fn-(\d+)")
COUNTED = re.compile(r"(?<=[0-9]) (?=(?:articles?|outlets?|origins?|independent)\b)|(?<=\bday) (?=[0-9])")
HELD_MAX = 24  # characters of a word that is kept on one line with its citation: narrower than any screen
CONTENTS_FROM = 2  # fewer sections need no list of them


class Setting(Extension):
    """Sets the elements of a briefing: `view` is what its Markdown was made of."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Register after inline patterns, so that text set here is never read as Markdown."""
        md.treeprocessors.register(_Setter(md, self._view), "briefing", AFTER_INLINE)


class _Setter(Treeprocessor):
    def __init__(self, md: Markdown, view: View) -> None:
        super().__init__(md)
        self._view = view
        self._notes = {note.number: note for note in view.notes}

    def run(self, root: Element) -> None:
        _drop_title(root)
        _small_headings(root)
        _deks(root)
        _quotations(root)
        self._languages(root)
        self._citations(root)
        endnotes = _take_endnotes(root)
        sections = list(_sections(root))
        if len(sections) > 1:
            sections[-1].set("class", "account")
            if self._view.rows:
                sections[-1].extend(crossed(self._view.rows))
        if endnotes is not None:
            self._endnotes(endnotes)
            sections.append(endnotes)
        _name(sections, self._view)
        if sections:
            self._ways_on(sections)
        root.extend(sections)
        if len(sections) > CONTENTS_FROM:
            root.insert(1, contents(sections, self._view))
        for note in self._notes.values():
            root.append(_place(note))

    def _languages(self, root: Element) -> None:
        """Say of each sentence and quotation in another language than the page's which it is (WCAG 3.1.2)."""
        for shown in (*root.findall("p[@class='dek']"), *root.iter("li"), *root.iter("figure")):
            link = shown.find(".//a[@class='footnote-ref']")
            found = NOTE_ID.fullmatch(link.get("href", "")) if link is not None else None
            note = self._notes.get(int(found[1])) if found else None
            if note is not None and note.language:
                for words in shown.findall("blockquote") or [shown]:
                    words.set("lang", note.language)

    def _citations(self, root: Element) -> None:
        above = {child: parent for parent in root.iter() for child in parent}
        for sup in list(root.iter("sup")):
            link = sup.find("a[@class='footnote-ref']")
            found = NOTE_ID.fullmatch(link.get("href", "")) if link is not None else None
            if link is None or found is None or int(found[1]) not in self._notes:
                continue
            note = self._notes[int(found[1])]
            sup.remove(link)
            button = SubElement(
                sup, "button", {"type": "button", "class": "cite", "popovertarget": f"place-{found[1]}"}
            )
            button.set("aria-label", fit(f"Note {note.number}: {note.outlet}, {note.date}"))
            button.text = found[1]
            _hold(sup, above[sup])

    def _ways_on(self, sections: Sequence[Element]) -> None:
        """From each line of the cover a way to the section that tells of it."""
        events = [section for section in sections if section.find("p[@class='standing']") is not None]
        lines = sections[0].findall("ol/li")
        if len(events) != len(self._view.parts) or len(lines) != len(self._view.cover):
            return
        for item, line in zip(lines, self._view.cover, strict=True):
            heading = events[line.part].find("h2") if line.part is not None else None
            last = item[-1] if len(item) else None
            if line.part is None or heading is None or last is None:
                continue
            # Within what holds the citation on its word's line, so that the arrow does not stand alone on the next.
            held = last if last.get("class") == "held" and not (last.tail or "").strip() else item
            held[-1].tail = (held[-1].tail or "").rstrip() + KEPT
            way = SubElement(held, "a", {"class": "way-on", "href": f"#{heading.get('id')}"})
            way.set("aria-label", fit(f"Read on: {self._view.parts[line.part].headline}"))
            way.text = "→"

    def _endnotes(self, endnotes: Element) -> None:
        for item in endnotes.iter("li"):
            found = NOTE_ID.fullmatch(item.get("id", ""))
            paragraph = item.find("p")
            if found is None or paragraph is None:
                continue
            back = [link for link in paragraph.findall("a") if link.get("class") == "footnote-backref"]
            for link in back:
                link.set("aria-label", link.attrib.pop("title", "Back to the text"))
            note = self._notes.get(int(found[1]))
            if note is not None and note.place and back:
                there = Element("a", {"class": "there", "href": note.place})
                there.text, there.tail = fit(note.title) or "the article", "\u00a0"
                paragraph.insert(list(paragraph).index(back[0]), there)


def _hold(sup: Element, parent: Element) -> None:
    """Keep a citation on the line of the word it follows: browsers break before a button, whatever stands there."""
    place = list(parent).index(sup)
    before = parent[place - 1].tail if place else parent.text
    rest, space, word = (before or "").rpartition(" ")
    if not word or len(word) > HELD_MAX:
        return
    if place:
        parent[place - 1].tail = rest + space
    else:
        parent.text = rest + space
    held = Element("span", {"class": "held"})
    held.text, held.tail, sup.tail = word, sup.tail, None
    parent.remove(sup)
    held.append(sup)
    parent.insert(place, held)


def _drop_title(root: Element) -> None:
    """The page's own head has the title and the date line below it."""
    if len(root) and root[0].tag == "h1":
        root.remove(root[0])
        if len(root) and root[0].tag == "p":
            root.remove(root[0])


def _small_headings(root: Element) -> None:
    """A paragraph that is one bold label is a small heading; one all in italics says how a section stands."""
    for paragraph in root.findall("p"):
        if paragraph.text or len(paragraph) != 1 or (paragraph[0].tail or "").strip(" :\n"):
            continue
        if paragraph[0].tag == "strong":
            paragraph.tag, paragraph.text = "h3", paragraph[0].text
            paragraph.remove(paragraph[0])
        elif paragraph[0].tag == "em":
            only = paragraph[0]
            paragraph.set("class", "standing")
            paragraph.text, paragraph[:] = only.text, list(only)
            _unbroken(paragraph)


def _unbroken(standing: Element) -> None:
    """Keep numbers with what they count: Markdown, being folded, has plain spaces between them."""
    for each in standing.iter():
        each.text = COUNTED.sub(KEPT, each.text) if each.text else None
        each.tail = COUNTED.sub(KEPT, each.tail) if each.tail and each is not standing else each.tail


def _deks(root: Element) -> None:
    """A sentence between how a section stands and its list is the line under the headline."""
    for standing, paragraph in pairwise(root):
        cited = paragraph.find(".//a[@class='footnote-ref']") is not None
        if standing.get("class") == "standing" and paragraph.tag == "p" and cited:
            paragraph.set("class", "dek")


def _quotations(root: Element) -> None:
    """Each quotation a figure of its own, with its caption; Python-Markdown has joined neighbours in one block."""
    for block in root.findall("blockquote"):
        place = list(root).index(block)
        root.remove(block)
        for offset, figure in enumerate(_figures(block)):
            root.insert(place + offset, figure)


def _figures(block: Element) -> Iterator[Element]:
    quote = Element("blockquote")
    for child in block:
        if child.tag == "p" and (child.text or "").startswith(DASH) and len(quote):
            figure = Element("figure")
            figure.append(quote)
            child.tag, child.text = "figcaption", (child.text or "").removeprefix(DASH)
            figure.append(child)
            yield figure
            quote = Element("blockquote")
        else:
            if child.tag == "p" and (child.text or "").startswith(OPENING):
                quote.set("class", "spoken")
            quote.append(child)
    if len(quote):
        yield quote


def _take_endnotes(root: Element) -> Element | None:
    """The footnotes as a section of their own, taken out of the tree."""
    block = root.find("div[@class='footnote']")
    if block is None:
        return None
    root.remove(block)
    section = Element("section", {"class": "notes", "role": "doc-endnotes"})
    heading = SubElement(section, "h2")
    heading.text = "Notes"
    section.extend(child for child in block if child.tag != "hr")
    return section


def _sections(root: Element) -> Iterator[Element]:
    """The tree's children taken out of it, each heading with what follows it in one section."""
    children = list(root)
    root[:] = []
    section: Element | None = None
    for child in children:
        if section is None or child.tag == "h2":
            if section is not None:
                yield section
            section = Element("section")
        section.append(child)
    if section is not None:
        yield section


def _name(sections: Sequence[Element], view: View) -> None:
    """Give each section with a heading an address: an event's its id, which lasts, any other its number.

    A landmark each would be noise, and two events may bear one headline.
    """
    left = list({part.id: part for part in view.parts if part.id}.values())
    for number, section in enumerate(sections, 1):
        heading = section.find("h2")
        if heading is None:
            continue
        if left and "".join(heading.itertext()) == fit(left[0].headline):
            heading.set("id", left.pop(0).id)
        else:
            heading.set("id", f"section-{number}")


def _place(note: Note) -> Element:
    """What opens at a citation: the words in their paragraph, where they are from, and the way there."""
    box = Element("div", {"popover": "auto", "id": f"place-{note.number}", "class": "place", "role": "note"})
    where = SubElement(box, "p", {"class": "where"})
    outlet = SubElement(where, "strong")
    outlet.text, outlet.tail = fit(note.outlet), fit(f", {note.time}, paragraph {note.paragraph}")
    paragraph = SubElement(box, "p", {"class": "words", **({"lang": note.language} if note.language else {})})
    paragraph.text = fit(note.before)
    mark = SubElement(paragraph, "mark")
    mark.text, mark.tail = fit(note.words), fit(note.after)
    way = SubElement(box, "p", {"class": "way"})
    if note.place:
        link = SubElement(way, "a", {"href": note.place})
        link.text, link.tail = fit(note.title) or "The article", " · "
    down = SubElement(way, "a", {"href": f"#fn-{note.number}"})
    down.text = f"note {note.number}"
    return box
