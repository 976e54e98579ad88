"""Page: an article as a web page. The page is parsed once; each part of it is found by a module of its own."""

from briefing.clean.assemble import Cleaned, assemble, subject
from briefing.clean.characters import neutral
from briefing.clean.dates import UNDATED
from briefing.clean.decode import decode
from briefing.clean.draft import Draft
from briefing.clean.page.authors import authors_of
from briefing.clean.page.date import date_of
from briefing.clean.page.main_text import main_text
from briefing.clean.page.metadata import metadata_of
from briefing.clean.page.notice import notice
from briefing.clean.page.outlet import outlet_of
from briefing.clean.page.saved import saved_from
from briefing.clean.page.stated_text import fuller
from briefing.clean.page.title import first_headings, title_of, without_site
from briefing.clean.page.tree import parsed
from briefing.clean.steps import PAGE_STEPS, cleaned
from briefing.clean.urls import canonical
from briefing.model import Problem, RawDocument

MOST_TAGS = 300_000
"""More than these no page of an article has: of 181 saved ones the largest has 3,300. A tag costs a kilobyte."""


def clean_page(document: RawDocument) -> Cleaned:
    """The article of a web page."""
    if document.body.count(b"<") > MOST_TAGS:
        return None, (
            Problem("clean", subject(document), f"a page of more than {MOST_TAGS:,} tags, so it was not read"),
        )
    html = decode(document.body)
    tree = parsed(html)
    if tree is None:
        return None, (Problem("clean", subject(document), "no text found"),)
    metadata = metadata_of(tree)
    url = metadata.url or canonical(document.url) or saved_from(html)
    title = title_of(tree, metadata)
    outlet = outlet_of(metadata, url)
    authors = authors_of(tree, metadata)
    date = date_of(tree, metadata, url, document.fetched_at)
    headings = (title, without_site(metadata.head_title, ""), *first_headings(tree))
    paragraphs = fuller(main_text(tree, title), metadata)  # last, as it takes the tree apart
    told = notice(headings, paragraphs, known=bool(authors) or date != UNDATED)
    if told:
        return None, (Problem("clean", subject(document), told),)
    return assemble(
        document,
        cleaned(
            Draft(
                paragraphs,
                title=neutral(title),
                outlet=neutral(outlet) if outlet else None,
                authors=tuple(map(neutral, authors)),
                url=url,
                date=date,
            ),
            PAGE_STEPS,
        ),
    )
