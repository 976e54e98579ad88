"""Places: whether the words a briefing shows are the words that stand where it says."""

import re
from collections.abc import Callable, Sequence
from urllib.parse import unquote

from briefing.compose.alterations import now
from briefing.model import Article, Place, Span
from briefing.render.escape import folded

Lookup = Callable[[str], Article | None]
History = Callable[[str], Sequence[Article]]

# "a1b2c3d4e5f6:120-260"; twelve digits are more than any text has, and few enough to be read as a number.
CODE = re.compile(r"\A([^\s:`]{1,2000}):([0-9]{1,12})-([0-9]{1,12})")
SHOWN = 80  # characters of a text that still leave a message readable
SENTENCE = 400  # the same where the message is about a sentence: few in the news are longer


def no_history(_article_id: str) -> tuple[Article, ...]:
    """Know nothing of former versions."""
    return ()


def parse_place(code: str) -> Place | None:
    """The place a code stands for; None where it is no code."""
    found = CODE.fullmatch(code)
    return Place(unquote(found[1]), Span(int(found[2]), int(found[3]))) if found else None


def as_it_is(text: str) -> str:
    """Leave a text as it is."""
    return text


def mismatch(
    shown: Sequence[str],
    place: Place,
    lookup: Lookup,
    history: History = no_history,
    become: Callable[[str], str] = as_it_is,
) -> str | None:
    """Why none of the ways to read what is shown are the words of that place; None where one of them is.

    White space is folded on both sides: a briefing sets on one line what an article may break. become: what was done
    to the article's words to set them.
    """
    article = lookup(place.article_id)
    if article is None:
        return f"article {place.article_id} is not in the library"
    readings = [folded(reading) for reading in shown]
    if stands(readings, place, article, become):
        return None
    then = next((each for each in history(place.article_id) if stands(readings, place, each, become)), None)
    if then is not None:
        return altered(place, then, article)
    if not 0 <= place.span.start < place.span.end <= len(article.text):
        return f"article {place.article_id} has {len(article.text)} characters, so none at {at(place.span)}"
    if any(reading and reading in become(folded(article.text)) for reading in readings):
        return f"the words stand in article {place.article_id}, but not at {at(place.span)}"
    return f"article {place.article_id} reads {told(place, article)} there"


def altered(place: Place, then: Article, article: Article) -> str:
    """What became of words that stood at a place in a former version of the article: both versions of them."""
    before = folded(place.span.of(then.text))
    changed = f"article {article.id} has changed since"
    if before in folded(article.text):
        return f"{changed}, and has the same words elsewhere now"
    after = now(before, article)
    return f"{changed}; there it read {quoted(before)}, now {quoted(after) if after else 'nothing like it'}"


def quoted(words: str) -> str:
    """A sentence in a message: whole, unless it is no sentence anybody would read there."""
    return f"“{words if len(words) <= SENTENCE else words[:SENTENCE] + '…'}”"


def stands(readings: Sequence[str], place: Place, article: Article, become: Callable[[str], str] = as_it_is) -> bool:
    """Whether one of the readings is what the article says at the place."""
    inside = 0 <= place.span.start < place.span.end <= len(article.text)
    return inside and folded(become(folded(place.span.of(article.text)))) in readings


def told(place: Place, article: Article) -> str:
    """What stands there, short enough for a message."""
    words = folded(place.span.of(article.text))
    return f"“{words if len(words) <= SHOWN else words[:SHOWN] + '…'}”" if words else "nothing"


def at(span: Span) -> str:
    """A span as place codes write it."""
    return f"{span.start}-{span.end}"
