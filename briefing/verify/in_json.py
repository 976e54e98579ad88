"""JSON: every place in the document, wherever it stands, with its words and the hash of the article they are from."""

import json
from collections.abc import Iterator, Mapping

from briefing.errors import VerifyError
from briefing.model import Article, Place, Span
from briefing.verify.places import History, Lookup, altered, at, told
from briefing.verify.report import Fault, Report

PLACE_KEYS = frozenset({"article", "start", "end", "text", "sha256"})  # what makes an object a place
BRIEFING_KEYS = frozenset({"version", "window", "sections"})
VERSION = 1  # of the document's shape, as `briefing.render.to_json` writes it


def verify_json(text: str, lookup: Lookup, history: History) -> Report:
    """Check a briefing in JSON; VerifyError where it is none."""
    try:
        document = json.loads(text)
        found = tuple(places(document, ""))
    except (ValueError, RecursionError):
        raise VerifyError("this is no briefing: it is not JSON") from None
    if not isinstance(document, dict) or not document.keys() >= BRIEFING_KEYS:
        raise VerifyError("this is no briefing: it lacks a briefing's keys")
    if document["version"] != VERSION:
        raise VerifyError(
            f"this briefing's shape is of version {document['version']}, not {VERSION}: use another brief"
        )
    faults = ((where, fault(place, lookup, history)) for where, place in found)
    return Report(len(found), tuple(Fault(where, message) for where, message in faults if message))


def places(value: object, where: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Every place in a JSON value, with the path to it."""
    if isinstance(value, dict):
        if value.keys() == PLACE_KEYS:
            yield where, value
            return
        for key, each in value.items():
            yield from places(each, f"{where}.{key}" if where else key)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from places(each, f"{where}[{number}]")


def fault(place: Mapping[str, object], lookup: Lookup, history: History) -> str | None:
    """Why the words are not those of the place, to the last character of white space; None where they are."""
    identity, start, end = place["article"], place["start"], place["end"]
    if not (isinstance(identity, str) and isinstance(start, int) and isinstance(end, int)):
        return "this is no place: it needs an article, a start and an end"
    article = lookup(identity)
    if article is None:
        return f"article {identity} is not in the library"
    span = Span(start, end)
    if article.sha256 == place["sha256"]:
        return wrong_words(place["text"], Place(identity, span), article)
    then = next((each for each in history(identity) if each.sha256 == place["sha256"]), None)
    if then is not None:
        found = Place(identity, span)
        same = wrong_words(place["text"], found, article) is None  # the article changed elsewhere
        return wrong_words(place["text"], found, then) or (None if same else altered(found, then, article))
    return f"article {identity} was never in the library with these words (sha256)"


def wrong_words(shown: object, place: Place, article: Article) -> str | None:
    """Why what is shown is not what the article says there; None where it is."""
    if not 0 <= place.span.start < place.span.end <= len(article.text):
        return f"article {article.id} has {len(article.text)} characters, so none at {at(place.span)}"
    if shown != place.span.of(article.text):
        return f"article {article.id} reads {told(place, article)} there"
    return None
