"""JSON: everything a briefing holds, with the words themselves, against `brief.schema.json`."""

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from importlib import resources
from typing import Any

from briefing.model import Article, Brief, KeySentence, Place, Quotation, Quote, Section
from briefing.render import checksum

SCHEMA = "brief.schema.json"
VERSION = 1  # of the document's shape; grows when a key changes its meaning or goes
SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(brief: Brief) -> bytes:
    """The whole briefing as one JSON object in UTF-8, keys in a fixed order, ending in a line break (see `schema`).

    Offsets are code points of an article's `text`, half-open; times are ISO 8601 in UTC. Half a surrogate pair, which
    UTF-8 cannot hold, is written as an escape.
    """
    document = {"checksum": "", "version": VERSION, **_object(brief, _Texts(brief))}
    text = SURROGATE.sub(lambda half: f"\\u{ord(half.group()):04x}", json.dumps(document, ensure_ascii=False, indent=1))
    return checksum.stamp(text.encode("utf-8") + b"\n", "json")


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every briefing in JSON follows."""
    text = resources.files("briefing.render").joinpath(SCHEMA).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


class _Texts:
    """Articles' texts by id; a place in an article the briefing lacks has no words."""

    def __init__(self, brief: Brief) -> None:
        self._articles: dict[str, Article] = {article.id: article for article in brief.articles}

    def place(self, place: Place) -> dict[str, object]:
        article = self._articles.get(place.article_id)
        return {
            "article": place.article_id,
            "start": place.span.start,
            "end": place.span.end,
            "text": place.span.of(article.text) if article else None,
            "sha256": article.sha256 if article else None,
        }


def _value(value: object, texts: _Texts) -> object:
    if isinstance(value, Place):
        return texts.place(value)
    if isinstance(value, KeySentence):
        return {"score": value.extract.score, "rank": value.extract.rank, **_object(value.citation, texts)}
    if isinstance(value, Quotation):
        reworded = _value(value.reworded, texts)
        return {**_quote(value.quote, texts), **_object(value.citation, texts), "reworded": reworded}
    if isinstance(value, Section):
        return _section(value, texts)
    if is_dataclass(value):
        return _object(value, texts)
    if isinstance(value, tuple):
        return [_value(each, texts) for each in value]
    return value.isoformat() if isinstance(value, datetime | date) else value


def _object(value: Any, texts: _Texts) -> dict[str, object]:
    """A dataclass as an object: every field under its own name."""
    return {field.name: _value(getattr(value, field.name), texts) for field in fields(value)}


def _quote(quote: Quote, texts: _Texts) -> dict[str, object]:
    mention = Place(quote.article_id, quote.mention_span) if quote.mention_span else None
    return {
        "kind": quote.kind,
        "words": texts.place(Place(quote.article_id, quote.span)),
        "speaker": quote.speaker,
        "role": quote.role,
        "mention": texts.place(mention) if mention else None,
        "cue": quote.cue,
        "confidence": quote.confidence,
    }


def _section(section: Section, texts: _Texts) -> dict[str, object]:
    return {
        "event": {**_object(section.event, texts), "origins": section.event.origins},
        "weight": section.weight,
        "dek": _value(section.dek, texts),
        "sentences": _value(section.extracts, texts),
        "quotes": _value(section.quotes, texts),
        "outlets": list(section.outlets),
        "status": section.status,
        "topic": section.topic,
        "watched": section.watched,
        "figures": _value(section.figures, texts),
        "story": _value(section.story, texts),
    }
