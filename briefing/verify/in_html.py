"""HTML: every sentence with a button that opens its place, and every place that opens, against the library.

Reads what `templates/brief.html.j2` and `templates/brief.md.j2` make together.
"""

import re
from html.parser import HTMLParser

from briefing.errors import VerifyError
from briefing.verify.fitted import Shown, check
from briefing.verify.places import History, Lookup
from briefing.verify.report import Report

PLACE = re.compile(r"place-([0-9]{1,9})")
NOTE = re.compile(r"fn-([0-9]{1,9})")
CODE = re.compile(r"\A[^\s:]{1,2000}:[0-9]{1,12}-[0-9]{1,12}")
BLOCKS = frozenset({"li", "p", "h1", "h2", "h3", "figure", "figcaption"})


class _Page(HTMLParser):
    """Collects what is shown, and the places of the notes, in one pass."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[Shown] = []
        self.codes: dict[int, str] = {}
        self.sections = 0
        self._text = ""  # of the block read, since the last citation
        self._quoted: str | None = None  # of a figure's blockquote
        self._inside: list[str] = []  # the open elements that matter
        self._telling = False  # between how an event stands and its first small heading
        self._cited = False  # whether the list item read has a citation
        self._note = 0
        self._mark: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "button" and (found := PLACE.fullmatch(values.get("popovertarget") or "")):
            self._cite(int(found[1]))
        if tag == "div" and (found := PLACE.fullmatch(values.get("id") or "")):
            self._mark = int(found[1])
        if tag == "li" and (found := NOTE.fullmatch(values.get("id") or "")):
            self._note = int(found[1])
        if tag in BLOCKS or tag in ("mark", "code", "blockquote"):
            self._text = ""
        if tag in ("button", "sup", "blockquote", "style", "code", "mark", "li"):
            self._inside.append(tag)
        self.sections += tag == "section"
        if tag in ("h2", "h3"):
            self._telling = False
        if tag == "p" and values.get("class") == "standing":
            self._telling = True
        if tag == "li":
            self._cited = False
        if tag == "figure":
            self._quoted = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "blockquote" and self._quoted is not None:
            self._quoted = self._text
        elif tag == "mark" and self._mark is not None:
            self.shown.append(Shown(f"place {self._mark}", (self._text,), self._mark))
            self._mark = None
        elif tag == "code" and self._note and CODE.fullmatch(self._text):
            self.codes[self._note] = self._text
        elif tag == "li" and self._telling and not self._cited:
            self.shown.append(Shown(self._where(), (), None))
        if tag == "figure":
            self._quoted = None
        if tag in self._inside:
            del self._inside[len(self._inside) - 1 - self._inside[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not {"sup", "button", "style"} & set(self._inside):
            self._text += data

    def _cite(self, number: int) -> None:
        words = self._text if self._quoted is None else self._quoted
        self.shown.append(Shown(self._where(), readings(words), number))
        self._text, self._cited = "", True

    def _where(self) -> str:
        return f"line {self.getpos()[0]}"


def verify_html(text: str, lookup: Lookup, history: History) -> Report:
    """Check a briefing as a page; VerifyError where it is none."""
    page = _Page()
    try:
        page.feed(text)
        page.close()
    except AssertionError:  # what Python's parser has for "<![x", which no briefing holds
        raise VerifyError("this is no briefing: it holds a marked section that HTML does not know") from None
    if not page.sections:
        raise VerifyError("this is no briefing: it has no sections")
    return check(page.shown, page.codes, lookup, history)


def readings(words: str) -> tuple[str, ...]:
    """The words between quotation marks, and as they stand: a statement may begin and end with marks of its own."""
    bare = words.strip()
    return (bare[1:-1], bare) if len(bare) > 1 and bare[0] == "“" and bare[-1] == "”" else (bare,)
