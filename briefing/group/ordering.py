"""Ordering: articles by what they say, so that what decides between equals is their content and not where they lie.

Ids are made of addresses and paths: the same articles in another folder have others, and must be grouped alike.
"""

from collections.abc import Iterable

from briefing.model import Article

ContentKey = tuple[str, bool, float, str, str]


def in_content_order(articles: Iterable[Article]) -> list[Article]:
    """The articles by their content, each id once: neither the order they came in nor what they are called shows.

    Of articles with one id the first in this order stays.
    """
    by_id: dict[str, Article] = {}
    for article in sorted(articles, key=content_key):
        by_id.setdefault(article.id, article)
    return list(by_id.values())


def content_key(article: Article) -> ContentKey:
    """Sorts articles by title and text, then by time and outlet; by id only where nothing else differs."""
    moment = article.published.timestamp() if article.published else 0.0
    return article.sha256, article.published is None, moment, article.outlet or "", article.id
