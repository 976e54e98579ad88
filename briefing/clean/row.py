"""Row: an article as a line of JSON, where its fields already say what copy leaves to be found out."""

import json
from collections.abc import Mapping
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

TEXT_FIELDS = ("text", "content", "body")
TITLE_FIELDS = ("title", "headline")
DATE_FIELDS = (
    "published",
    "date",
    "published_at",
    "publishedAt",
    "datePublished",
    "pubDate",
    "pub_date",
    "publish_date",
)
OUTLET_FIELDS = ("outlet", "source", "publisher")
URL_FIELDS = ("url", "link")
NAME = "name"  # of an outlet or an author that is an object of its own, as JSON-LD and NewsAPI have them
AUTHOR_FIELDS = ("authors", "author")


def clean_row(document: RawDocument) -> Cleaned:
    """The article of a row `{"id", "title", "text", "published", "source", "url"}`; only the text must be there."""
    row = _parsed(document.body)
    if row is None:
        return None, (Problem("clean", subject(document), "not a line of JSON, perhaps cut short"),)
    # What feeds and mails hold was read as HTML where it is some; what of it is left is meant.
    plain, line = (str, str) if document.declared else (words_of, line_of)
    text = plain(_string(row, TEXT_FIELDS))
    if not text.strip():
        return None, (Problem("clean", subject(document), "the row has no text"),)
    stated = next((row[name] for name in DATE_FIELDS if row.get(name)), None)
    date = from_field(stated)
    draft = Draft(
        paragraphs_of(text),
        title=line(_string(row, TITLE_FIELDS)).strip(),
        outlet=line(_string(_named(row), OUTLET_FIELDS)).strip() or None,
        authors=_authors(row),
        origin=_string(row, ("origin",)) or None,
        url=canonical(_string(row, URL_FIELDS)) or canonical(document.url),
        date=date,
    )
    article, problems = assemble(document, cleaned(draft), own_id=_own_id(row))
    if stated and date == UNDATED:
        message = f'its date, "{neutral(str(stated))[:SHOWN]}", is no date'
        problems = (*problems, Problem("clean", draft.title or subject(document), message))
    return article, problems


SHOWN = 40
"""Characters of a nonsense date that are shown."""


def _parsed(body: bytes) -> Mapping[str, Any] | None:
    try:
        row = json.loads(decode(body))
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _string(row: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((neutral(row[name]) for name in names if isinstance(row.get(name), str) and row[name]), "")


def _named(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields that may say who printed it, by their names where they are objects."""
    found = {name: row.get(name) for name in OUTLET_FIELDS}
    return {name: value.get(NAME) if isinstance(value, dict) else value for name, value in found.items()}


def _own_id(row: Mapping[str, Any]) -> str | None:
    own = row.get("id")
    return str(own) if isinstance(own, str | int) and str(own).strip() else None


def _authors(row: Mapping[str, Any]) -> tuple[str, ...]:
    given = next((row[name] for name in AUTHOR_FIELDS if row.get(name)), ())
    several = given if isinstance(given, list) else (given,)
    names = (each.get(NAME) if isinstance(each, dict) else each for each in several)
    printed = (" ".join(neutral(name).split()).strip("\"' ") for name in names if isinstance(name, str))
    return tuple(name for name in printed if name and not is_outlet(name))
