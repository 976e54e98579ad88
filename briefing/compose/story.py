"""Story: whether an event goes on with an earlier one, by the words of headlines and openings (TF-IDF, cosine)."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.model import Article
from briefing.text.word_lists import LISTED, word_list
from briefing.text.words import stem_all, words

# What an article is about stands in its headline and its first words; a headline's say most.
LEAD_CHARACTERS = 1200
HEADLINE_TIMES = 3
# At least this like each other, two events of different weeks are one story. benchmarks/compose_story.py prints how
# the seeds' labelled stories and pairs of real weeks lie on either side of it.
SAME_STORY = 0.27

Vector = Mapping[str, float]


def vectors(events: Sequence[Sequence[Article]]) -> tuple[Vector, ...]:
    """A unit vector an event, over the words of its articles; rarer among the events given is heavier."""
    bags = [bag(articles) for articles in events]
    spread = Counter(word for found in bags for word in found)
    return tuple(unit({word: (1 + math.log(times)) * math.log((1 + len(bags)) / spread[word])
                       for word, times in found.items()}) for found in bags)  # fmt: skip


def bag(articles: Sequence[Article]) -> Counter[str]:
    """How often each content word stands in the headlines and openings of some articles."""
    found: Counter[str] = Counter()
    for article in articles:
        language = article.language
        stop = word_list(language, "stop words") if language in LISTED else frozenset[str]()
        heard = words(f"{article.title} " * HEADLINE_TIMES + article.text[:LEAD_CHARACTERS])
        found.update(stem_all([word for word in heard if word not in stop], language))
    return found


def unit(vector: Vector) -> Vector:
    """The vector at length 1; an empty one as it is."""
    length = math.sqrt(math.fsum(value * value for value in vector.values()))
    return {word: value / length for word, value in vector.items()} if length else vector


def cosine(one: Vector, other: Vector) -> float:
    """How alike two unit vectors are, 0 to 1."""
    shorter, longer = sorted((one, other), key=len)
    return math.fsum(value * longer.get(word, 0.0) for word, value in shorter.items())


def likest(one: Vector, others: Sequence[Vector]) -> int | None:
    """Which of the others is of the same story, the likest one; None where none is."""
    alike = [(cosine(one, other), -index) for index, other in enumerate(others)]
    best = max(alike, default=(0.0, 0))
    return -best[1] if best[0] >= SAME_STORY else None
