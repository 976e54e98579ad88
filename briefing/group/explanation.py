"""Why articles are together: for each article of an event its nearest companion, and the words the two share."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from briefing.group.background import Background
from briefing.group.ordering import in_content_order
from briefing.group.passes import passes
from briefing.group.vectors import Vectors
from briefing.model import Article
from briefing.text.words import stem_all, words

SHARED_WORDS = 8  # as many as a line holds


@dataclass(frozen=True, slots=True)
class Reason:
    """What holds one article in its event."""

    article_id: str
    nearest_id: str  # the article of the event it is most similar to
    similarity: float  # 0 to 1, as the grouping saw it: above the surroundings of the two
    shared: tuple[str, ...]  # the words that made most of the similarity, as the first of the two spells them


def reasons(articles: Sequence[Article], members: frozenset[str], background: Background) -> tuple[Reason, ...]:
    """A reason for each article whose id is in `members` that has a neighbour among them, by id.

    `articles` are the whole batch: how telling a word is depends on it.
    """
    batch = in_content_order(articles)
    compared = passes(batch, background)
    near = compared.near
    best: dict[int, tuple[float, int]] = {}
    for left, right, similarity in zip(near.left.tolist(), near.right.tolist(), near.similarity.tolist(), strict=True):
        if batch[left].id in members and batch[right].id in members:
            for row, other in ((left, right), (right, left)):
                best[row] = max(best.get(row, (0.0, -1)), (similarity, -other))
    return tuple(
        Reason(batch[row].id, batch[-other].id, similarity, _shared(compared.vectors, batch[row], row, -other))
        for row, (similarity, other) in sorted(best.items(), key=lambda found: batch[found[0]].id)
    )


def _shared(weighed: Vectors, article: Article, row: int, other: int) -> tuple[str, ...]:
    """The words of the article that weigh most in the similarity of two rows."""
    product: Any = weighed.bodies[row].multiply(weighed.bodies[other]).tocsr()
    order = np.lexsort((product.indices, -product.data))[:SHARED_WORDS]
    stems = [weighed.stems[product.indices[place]] for place in order]
    spelt: dict[str, Counter[str]] = {}
    found = words(f"{article.title}\n{article.text}")
    for stem, word in zip(stem_all(found, article.language), found, strict=True):
        spelt.setdefault(stem, Counter())[word] += 1
    return tuple(spelt[stem].most_common(1)[0][0] for stem in stems if stem in spelt)
