"""Rubrics: titles that an outlet sets above text after text, "News in brief" or "Letters". They name no event."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from briefing.group.tokens import Flags
from briefing.model import Article, Copy

# Of so many different texts of one outlet, and of so many of which nobody knows the outlet. In 4,561 real articles no
# outlet sets one title above two texts that are no copies; two outlets do, above one event.
FEWEST, FEWEST_OF_UNKNOWN = 2, 3


def rubrics(articles: Sequence[Article], copies: Sequence[Copy]) -> Flags:
    """For each article, whether its title is a rubric."""
    origin_of = {copy.article_id: copy.origin_id for copy in copies}
    borne: defaultdict[tuple[str | None, str], set[str]] = defaultdict(set)
    bearing = [(article.outlet, " ".join(article.title.casefold().split())) for article in articles]
    for article, title in zip(articles, bearing, strict=True):
        borne[title].add(origin_of.get(article.id, article.id))
    enough = {title for title, texts in borne.items() if len(texts) >= (FEWEST if title[0] else FEWEST_OF_UNKNOWN)}
    return np.fromiter((title in enough for title in bearing), bool, len(articles))
