"""Notes: every citation gets a number in the order of first mention, and one place has one number."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from urllib.parse import quote
from zoneinfo import ZoneInfo

from briefing.errors import RenderError
from briefing.model import Article, Citation, Place, Span
from briefing.render import dates, links
from briefing.render.counting import several
from briefing.render.escape import folded
from briefing.render.view import LANGUAGE, Note
from briefing.text.paragraphs import paragraphs

CODE = re.compile(r"[a-z]{2,3}")  # ISO 639-1 or -3
UNKNOWN = "und"
# Characters of a paragraph shown on either side of the words cited. Of 1,603 paragraphs of a week's news 99.7 % are no
# longer than both sides together, and a text of megabytes without a line break cannot swell the page.
CONTEXT = 600
WHITE = re.compile(r"\s+")


class Notes:
    """Numbers citations as they are met; `all()` gives the notes at the end."""

    def __init__(self, articles: Mapping[str, Article], tz: ZoneInfo) -> None:
        self._articles = articles
        self._tz = tz
        self._notes: dict[Place, Note] = {}
        self._paragraphs: dict[str, tuple[Span, ...]] = {}

    def number(self, citation: Citation, reworded: tuple[Place, ...] = ()) -> int:
        """The number of the note for this citation, a new one if its place was not cited before.

        reworded: where the same is quoted in other words.
        """
        place = citation.place
        if place not in self._notes:
            self._notes[place] = self._note(citation, len(self._notes) + 1, reworded)
        return self._notes[place].number

    def words(self, place: Place) -> str:
        """The words that stand there, on one line."""
        return folded(place.span.of(self.article(place.article_id).text))

    def article(self, article_id: str) -> Article:
        """The article of that id; RenderError where the briefing does not hold it."""
        if article_id not in self._articles:
            raise RenderError(f"the briefing cites article {article_id} but does not hold it: make it again")
        return self._articles[article_id]

    def all(self) -> tuple[Note, ...]:
        """The notes by number."""
        return tuple(self._notes.values())

    def _outlets(self, places: tuple[Place, ...], but: tuple[str, ...]) -> tuple[str, ...]:
        """Who prints them, each once, less those named already."""
        named = dict.fromkeys(outlet(self.article(place.article_id)) for place in places)
        return tuple(name for name in named if name not in but)

    def _note(self, citation: Citation, number: int, reworded: tuple[Place, ...]) -> Note:
        place = citation.place
        article = self.article(place.article_id)
        position, paragraph = self._paragraph(article, place.span)
        words = self.words(place)
        url = links.safe(article.url)
        also = self._outlets(citation.also, (outlet(article),))
        return Note(
            number=number,
            outlet=outlet(article),
            date=dates.on(article, self._tz),
            time=dates.when(article, self._tz),
            title=folded(article.title),
            language=_language(article),
            paragraph=position,
            code=f"{quote(article.id, safe='')}:{place.span.start}-{place.span.end}",
            also=several(also),
            reworded=several(self._outlets(reworded, (outlet(article), *also))),
            url=url,
            place=links.place(url, words),
            before=led_up(article.text[paragraph.start : place.span.start]),
            words=words,
            after=led_away(article.text[place.span.end : paragraph.end]),
        )

    def _paragraph(self, article: Article, span: Span) -> tuple[int, Span]:
        """Which paragraph, from 1, the words begin in, and where it stands."""
        if article.id not in self._paragraphs:
            self._paragraphs[article.id] = paragraphs(article.text)
        begun = [each for each in self._paragraphs[article.id] if each.start <= span.start]
        return (len(begun), begun[-1]) if begun else (1, span)


# White space beside the words cited stays: what touches them touches them.


def led_up(text: str) -> str:
    """What stands in a paragraph before the words cited, as much of it as is shown."""
    shown = text[-CONTEXT:].partition(" ")[2] if len(text) > CONTEXT else text
    return ("" if shown == text else "… ") + WHITE.sub(" ", shown).lstrip()


def led_away(text: str) -> str:
    """What stands in it after them, likewise."""
    shown = text[:CONTEXT].rpartition(" ")[0] if len(text) > CONTEXT else text
    return WHITE.sub(" ", shown).rstrip() + ("" if shown == text else " …")


def _language(article: Article) -> str | None:
    known = CODE.fullmatch(article.language) and article.language not in (UNKNOWN, LANGUAGE)
    return article.language if known else None


def outlet(article: Article) -> str:
    """Who published it, as far as is known: the outlet's name, its host, or the name of the file it came from."""
    name = folded(article.outlet or "") or links.host(links.safe(article.url))
    return name or folded(PurePath(article.source).name) or "unknown outlet"
