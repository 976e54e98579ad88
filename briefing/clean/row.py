"""Row: an article as a line of JSON, where its fields already say what copy leaves to be found out."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.clean.assemble import Cleaned, assemble, subject
from briefing.clean.characters import neutral
from briefing.clean.dates import UNDATED, from_field
from briefing.clean.decode import decode
from briefing.clean.draft import Draft
from briefing.clean.markup import line_of, words_of
from briefing.clean.outlets import is_outlet
from briefing.clean.steps import cleaned
from briefing.clean.unwrap import paragraphs_of
from briefing.clean.urls import canonical
from briefing.model import Problem, RawDocument
from briefing.text.fields import NAMES, plain_name

WRAPPERS = ("fields", "_source", "attributes", "article")
"""What holds an article's parts in a row of its own, beside what a program keeps of it."""

INNER = ("name", "rendered", "main", "value", "title", "original", "content", "text")
"""Where an object in a field has its words: an outlet or author in JSON-LD, a title in WordPress, a body in ninjs."""

DEPTH = 3
MOST_PARTS = 10_000

USABLE = ("usable", "stat:usable", "")
CUT = re.compile(r"\s{0,5}(?:…|\.\.\.)?\s{0,5}\[\+\d{1,7} chars\]\s{0,5}$")
"""How NewsAPI ends what it gives of a text."""

BY = re.compile(r"by:?\s+", re.I)
SEVERAL = re.compile(r"\s{1,5}(?:and|&)\s{1,5}|\s{0,5};\s{0,5}", re.I)


def clean_row(document: RawDocument) -> Cleaned:
    """The article of a row `{"id", "title", "text", "published", "source", "url"}`; only the text must be there."""
    row = _parsed(document.body)
    if row is None:
        return None, (Problem("clean", subject(document), "not a line of JSON, perhaps cut short"),)
    # What feeds and mails hold was read as HTML where it is some; what of it is left is meant.
    plain, line = (str, str) if document.declared else (words_of, line_of)
    if (status := _words(row, "status").lower()) not in USABLE:
        message = f"the item is marked {status.removeprefix('stat:')[:SHOWN]}, so it was not read"
        return None, (Problem("clean", subject(document), message),)
    text = plain(_text(row))
    if not text.strip():
        return None, (Problem("clean", subject(document), "the row has no text"),)
    dates = [each for each in _values(row, "published") if isinstance(each, str | int | float) and each is not True]
    date = next((found for each in dates if (found := from_field(each)) != UNDATED), UNDATED)
    draft = Draft(
        paragraphs_of(text),
        title=line(_words(row, "title")).strip(),
        outlet=line(_outlet(row)).strip() or None,
        authors=_authors(row),
        origin=neutral(origin) if isinstance(origin := row.get("origin"), str) and origin else None,
        url=_url(row) or canonical(document.url),
        date=date,
    )
    article, problems = assemble(document, cleaned(draft), own_id=_own_id(row))
    if dates and date == UNDATED:
        message = f'its date, "{neutral(str(dates[0]))[:SHOWN]}", is no date'
        problems = (*problems, Problem("clean", draft.title or subject(document), message))
    return article, problems


SHOWN = 40
"""Characters of a nonsense date that are shown."""


def _parsed(body: bytes) -> Mapping[str, Any] | None:
    """The row by the plain names of its fields, those of an article that it wraps among them."""
    try:
        row = json.loads(decode(body))
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict):
        return None
    inner = {name: row[name] for name in WRAPPERS if isinstance(row.get(name), dict)}
    wrapped = {plain_name(name): value for each in inner.values() for name, value in each.items()}
    return wrapped | {plain_name(name): value for name, value in row.items() if name not in inner}


def _values(row: Mapping[str, Any], field: str) -> Iterator[Any]:
    """What the row has for a part of an article, the surest first."""
    return (row[name] for name in NAMES[field] if row.get(name))


def _words(row: Mapping[str, Any], field: str) -> str:
    return next((found for value in _values(row, field) if (found := _said(value))), "")


def _said(value: Any, depth: int = 0) -> str:
    """The words of a field: itself, those of its paragraphs, or what the object in it calls so."""
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, list) and depth < DEPTH:
        return "\n\n".join(filter(None, (_said(each, depth + 1) for each in value[:MOST_PARTS])))
    if isinstance(value, dict) and depth < DEPTH:
        return next((found for name in INNER if (found := _said(value.get(name), depth + 1))), "")
    return ""


def _text(row: Mapping[str, Any]) -> str:
    """The text; where a program gives only its first letters the summary, if there is one."""
    text = _words(row, "text")
    cut = CUT.search(text, max(0, len(text) - SHOWN))
    if text and not cut:
        return text
    return max(map(_said, _values(row, "teaser")), key=len, default="") or CUT.sub("…", text)


def _outlet(row: Mapping[str, Any]) -> str:
    """Who printed it; an address in a field called "source" is where it stands."""
    of_feedly = row.get("origin")
    said = map(_said, (*_values(row, "outlet"), of_feedly if isinstance(of_feedly, dict) else ""))
    return next((name for name in said if name and "://" not in name), "")


def _url(row: Mapping[str, Any]) -> str | None:
    candidates = (*_values(row, "url"), row.get("source"), row.get("uri"), row.get("id"))
    return next((found for each in candidates if (found := canonical(each))), None)


def _own_id(row: Mapping[str, Any]) -> str | None:
    own = next(_values(row, "id"), None)
    return str(own) if isinstance(own, str | int) and str(own).strip() else None


def _authors(row: Mapping[str, Any]) -> tuple[str, ...]:
    given = next(_values(row, "authors"), ())
    several = given if isinstance(given, list) else (given,)
    names = (name for each in several for name in SEVERAL.split(BY.sub("", _said(_named(each)).strip(), count=1)))
    printed = (" ".join(name.split()).strip("\"' ") for name in names)
    return tuple(name for name in printed if name and not is_outlet(name))


def _named(author: Any) -> Any:
    """An author whose first and last names are apart, as one."""
    if isinstance(author, dict) and "lastname" in author:
        return " ".join(str(author.get(name) or "") for name in ("firstname", "middlename", "lastname"))
    return author
