"""Silencing: what was struck does not stand in the paragraphs that a briefing's citations open.

The paragraph around a citation is the article's own, so that a struck sentence may stand beside the one that is cited.
In the archive a briefing stays what it was; on a page of the site or the desk a mark stands in place of the sentence.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape, unescape

from briefing.compose.marks import marks, overlap
from briefing.model import Article, Correction, Place, Span
from briefing.render.escape import folded
from briefing.render.fit import fit
from briefing.store import Library
from briefing.text.paragraphs import paragraphs
from briefing.text.sentences import sentences

NOTE = re.compile(r'<li id="fn-([0-9]{1,6})">.{0,4000}?<code>([^<]{1,2100})</code>', re.DOTALL)
BOX = re.compile(r'<div class="place" id="place-([0-9]{1,6})"[^>]{0,200}>.*?(?=</div>)', re.DOTALL)
WORDS = re.compile(r'(<p class="words"[^>]{0,80}>)([^<]*)(<mark>)([^<]*)(</mark>)([^<]*)')
LEFT_OUT = "[…]"
FOUND_MAX = 1_000  # articles with the same sentence; more than so many no agency sends out

Text = Callable[[str], str]  # article id → its text; empty where there is none


def places(body: str) -> dict[str, Place]:
    """Number of a note → the place it names."""
    from briefing.verify.places import parse_place  # late: few libraries have anything struck

    found = ((number, parse_place(unescape(code))) for number, code in NOTE.findall(body))
    return {number: place for number, place in found if place}


def struck_sentences(corrections: Sequence[Correction], library: Library) -> dict[str, tuple[Span, ...]]:
    """Article id → the sentences that a strike touches, of all articles of the library in which one does."""
    strikes = [each for each in corrections if each.kind == "strike"]
    if not strikes:
        return {}
    ids = dict.fromkeys(each.subjects[0] for each in corrections if each.kind in ("strike", "pin"))
    found = {article.id: article for article in library.get(ids)}
    for each in strikes:
        phrase = each.words.replace('"', " ")
        found |= {article.id: article for article in library.search(f'"{phrase}"', FOUND_MAX)}
    struck = marks(corrections, found).struck
    return {article_id: touched(found[article_id], spans) for article_id, spans in sorted(struck.items())}


def touched(article: Article, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The sentences of an article that share a letter with these spans."""
    marked = list(spans)
    every = sentences(article.text, article.language)
    return tuple(each for each in every if any(overlap(each, span) for span in marked))


def silenced(body: str, struck: Mapping[str, Sequence[Span]], text: Text) -> str:
    """A briefing's body, its paragraphs without what was struck; the words cited stay: they were published."""
    known = places(body)

    def box(found: re.Match[str]) -> str:
        place = known.get(found[1])
        spans = struck.get(place.article_id, ()) if place else ()
        if not place or not spans:
            return found[0]
        return WORDS.sub(lambda words: _paragraph(words, place, spans, text(place.article_id)), found[0], count=1)

    return BOX.sub(box, body)


def _paragraph(found: re.Match[str], place: Place, spans: Sequence[Span], text: str) -> str:
    """The paragraph set anew where it stands in the article as it was cited, else what of it is known by its words."""
    begin, before, mark, words, end, after = found.groups()
    if fit(folded(place.span.of(text))) == folded(unescape(words)):
        from briefing.render.notes import led_away, led_up

        own = [each for each in paragraphs(text) if each.start <= place.span.start]
        around = own[-1] if own else place.span
        end_of_it = max(place.span.end, around.end)
        before = escape(fit(led_up(_left(text, Span(around.start, place.span.start), spans))), quote=False)
        after = escape(fit(led_away(_left(text, Span(place.span.end, end_of_it), spans))), quote=False)
    else:
        for each in spans:
            sentence = escape(fit(folded(each.of(text))), quote=False)
            if sentence:
                before, after = (part.replace(sentence, LEFT_OUT) for part in (before, after))
    return f"{begin}{before}{mark}{words}{end}{after}"


def _left(text: str, stretch: Span, spans: Sequence[Span]) -> str:
    """A stretch of a text, with a mark in place of each of these spans."""
    left, at = "", stretch.start
    for each in spans:
        start, end = max(each.start, at), min(each.end, stretch.end)
        if start < end:
            left += text[at:start] + LEFT_OUT
            at = end
    return left + text[at : stretch.end]
