"""Markup: a row's fields that hold HTML, as programs that run a site give them away: its words, told apart as there."""

import html
import re

from briefing.clean.characters import neutral

MARKED_UP = re.compile(r"</(?:p|div|li|h[1-6]|blockquote)>|<br ?/?>", re.I)
"""What only HTML has: the end of a block, or a line break."""

INLINE = re.compile(r"</?(?:a|abbr|b|cite|em|i|mark|q|small|span|strong|sub|sup|u)(?: [^<>]{0,300})?>|<br ?/?>", re.I)
ENTITY = re.compile(
    r"&(?:amp|quot|apos|nbsp|shy|hellip|ndash|mdash|[lr][sd]quo|[bs]dquo|[lr]aquo|#39|#x27|#8\d{3}|#x20[0-9a-f]{2}"
    r"|#160|#038);",
    re.I,
)
"""Marks of print and of words. Angle brackets stay as they are written: nobody means a tag by them."""

SILENT = ("script", "style", "template", "noscript", "figure", "figcaption", "form", "button", "iframe", "svg", "head")
BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table", "section")
)
BREAK, PARTED = "\u2028", "\n\n"  # the first, Unicode's line separator, stands for a line break meanwhile
MOST_TAGS = 50_000
"""A field with more is no article, and is left as it is: a tag costs a kilobyte."""


def words_of(text: str) -> str:
    """A text's words, its paragraphs apart; as it is where it holds no HTML."""
    if not MARKED_UP.search(text) or text.count("<") > MOST_TAGS:
        return unescaped(text)
    from briefing.clean.page.tree import parsed  # late: it brings along all that cleans pages

    tree = parsed(f"<html><body>{text}</body></html>")
    if tree is None:
        return ""
    for element in list(tree.iter(*SILENT)):
        element.clear(keep_tail=True)
    for element in tree.iter():
        if element.tag in BLOCKS:
            element.text, element.tail = f"\n\n{element.text or ''}", f"\n\n{element.tail or ''}"
        elif element.tag == "br":
            element.tail = f"{BREAK}{element.tail or ''}"
    return neutral(_with_breaks("".join(tree.itertext()))).strip()


def _with_breaks(text: str) -> str:
    """A single line break is a space, as a line of HTML may be cut anywhere; several in a row part paragraphs."""
    first, *lines = text.split(BREAK)
    parted, found = False, [first]
    for line in lines:
        if line.strip():
            found.append(f"{PARTED if parted else ' '}{line}")
        parted = not line.strip()
    return "".join(found)


def line_of(text: str) -> str:
    """The same of a headline or a name, which may hold tags within a line."""
    return unescaped(INLINE.sub("", text)) if "<" in text or "&" in text else text


def unescaped(text: str) -> str:
    """A text with the marks that its entities stand for; "&amp;amp;" is taken for one that was escaped twice."""
    if "&" not in text:
        return text
    once = ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return neutral(ENTITY.sub(lambda found: html.unescape(found[0]), once))
