"""Standing: how well an event is corroborated, in words."""

from collections.abc import Sequence

from briefing.model import Article, Copy
from briefing.render.counting import count


def standing(articles: int, outlets: int) -> str:
    """ "5 articles, 4 outlets"; a single article has one outlet, which is named already."""
    return count(articles, "article") if articles == 1 else f"{count(articles, 'article')}, {count(outlets, 'outlet')}"


def independent(members: Sequence[Article], copies: Sequence[Copy]) -> str | None:
    """ "2 independent origins"; None for a single article, which needs no counting.

    A copy is none of its own. Two texts of one outlet are not independent of each other, nor are two that credit one
    agency; a text that credits an agency and the agency's own are one origin too. Never more than outlets.
    """
    if len(members) < 2:
        return None
    copied = {copy.article_id for copy in copies}
    texts = [article for article in members if article.id not in copied]
    number = min(len({_origin(each) for each in texts}), len({each.outlet or each.id for each in texts}))
    return count(number, "independent origin") if number > 1 else count(1, "origin")


def _origin(article: Article) -> str:
    return (article.origin or article.outlet or article.id).casefold()
