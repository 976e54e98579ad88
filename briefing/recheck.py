"""Recheck: pages that briefings cited of late, read once more, for what their sources changed in them since."""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from briefing.clean import clean
from briefing.clean.steps.withdrawn import is_withdrawn
from briefing.database import Address
from briefing.intake import own_words
from briefing.model import Article
from briefing.read.web.address import Refused
from briefing.read.web.answers import is_page, page_document
from briefing.read.web.client import Client
from briefing.rows import digest
from briefing.store import Library
from briefing.store.printings import Printings
from briefing.store.visits import Visits

# How long after its window a briefing's pages are read again, and how many in one run: most corrections come within the
# first days, and nobody's server is to notice.
DAYS = timedelta(days=7)
PAGES_MAX = 50
# What has fewer of an article's words is no new version of it: a wall of consent, a page of "not found". Set by hand.
SAME_ARTICLE = 0.6
WORD = re.compile(r"\w{4,}")


def recheck(
    library: Library, path: Address, visits: Visits, client: Client, asked: Collection[str], now: datetime
) -> tuple[str, ...]:
    """Read again what was cited and stands on pages of its own; ids of the articles that have other words now.

    path: the file of that library. asked: addresses that this run has read already. A page that cannot be had, or
    holds something else, leaves its article as it is: what is known of it is older, not wrong.
    """
    with Printings(path) as printings:
        cited = [article for article in library.get(printings.cited_since(now - DAYS)) if article.url]
    read = visits.visited(article.url for article in cited if article.url)
    # What was never visited as a page came whole in a feed, which is read again as long as it lists it.
    done = {url for url, visit in read.items() if not visit.problem} - set(asked)
    pages = [each for each in cited if each.url in done]
    again = [found for page in pages[:PAGES_MAX] if (found := read_again(page, client, now))]
    return library.add(own_words(again, library, path, now), seen_at=now).changed


def read_again(article: Article, client: Client, now: datetime) -> Article | None:
    """The article with the words that its page has now; None where they cannot be had. All else stays as it was."""
    try:
        answer = client.get(article.url or "")
    except Refused:
        return None
    if not is_page(answer):
        return None
    found, _ = clean(page_document(answer, article.source, now))
    if found is not None and is_withdrawn(found):
        return replace(article, title=found.title, text=found.text, sha256=found.sha256)
    if found is None or not is_same(found, article):
        return None
    return replace(article, text=found.text, sha256=digest(article.title, found.text))


def is_same(found: Article, article: Article) -> bool:
    """Whether what was found is a version of the article."""
    ours = set(WORD.findall(article.text.lower()))
    return len(ours & set(WORD.findall(found.text.lower()))) >= SAME_ARTICLE * len(ours)
