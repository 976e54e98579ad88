"""Copy text: articles as plain text or Markdown."""

import re

from briefing.clean.assemble import Cleaned, assemble, subject
from briefing.clean.characters import neutral
from briefing.clean.dates import from_field
from briefing.clean.decode import decode
from briefing.clean.draft import Draft
from briefing.clean.markdown import is_markdown, plain
from briefing.clean.markup import words_of
from briefing.clean.steps import cleaned
from briefing.clean.steps.byline import names_of
from briefing.clean.unwrap import paragraphs_of
from briefing.clean.urls import canonical
from briefing.model import Problem, RawDocument

INTERVAL = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
"""What a briefing's front matter says of the days it covers; read again as news, it would cite itself."""


def clean_plain(document: RawDocument) -> Cleaned:
    """The article of a plain text file."""
    text = neutral(decode(document.body))
    if is_markdown(text):
        return _from_markdown(document, text)
    return assemble(document, cleaned(Draft(paragraphs_of(text), url=canonical(document.url))))


def clean_markdown(document: RawDocument) -> Cleaned:
    """The article of a Markdown file; its front matter is believed before its text."""
    return _from_markdown(document, neutral(decode(document.body)))


def _from_markdown(document: RawDocument, text: str) -> Cleaned:
    found = plain(text)
    fields = found.fields
    if INTERVAL.fullmatch(fields.get("window", "")):
        return None, (Problem("clean", subject(document), "a briefing, not an article"),)
    authors = fields.get("author") or fields.get("authors") or fields.get("byline") or ""
    source = fields.get("source", "")  # a clipper's address, or who printed it
    draft = Draft(
        paragraphs_of(words_of("\n".join(found.lines))),
        title=fields.get("title") or found.title,
        outlet=fields.get("outlet")
        or fields.get("publisher")
        or fields.get("site")
        or (None if "/" in source else source or None),
        authors=names_of(re.sub(r"[\[\]\"]", "", authors)),
        url=canonical(document.url) or canonical(fields.get("url") or fields.get("link") or source),
        date=from_field(fields.get("date") or fields.get("published")),
    )
    return assemble(document, cleaned(draft))
