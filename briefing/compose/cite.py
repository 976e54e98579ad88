"""Cite: where some words stand, and where else the same sentence stands."""

from collections.abc import Sequence

from briefing.model import Article, Citation, Place, Span
from briefing.text.sentences import sentences
from briefing.text.words import words

# Two sentences are the same statement when their words agree this far (Jaccard) and their figures wholly: a word
# spelled otherwise and an added "on Monday" in sixteen words pass.
SAME_SENTENCE = 0.7


class Citer:
    """Cites places in one event's articles; each article is split into sentences once."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._texts = {article.id: article.text for article in articles}
        self._sentences = [
            (article.id, span, frozenset(words(span.of(article.text))))
            for article in articles
            for span in sentences(article.text, article.language)
        ]

    def cite(self, place: Place) -> Citation:
        """The place, and for each other article the first sentence that says the same in the same words."""
        own = frozenset(words(place.span.of(self._texts[place.article_id])))
        also: dict[str, Span] = {}
        for article_id, span, theirs in self._sentences:
            if article_id == place.article_id or article_id in also:
                continue
            if same(own, theirs):
                also[article_id] = span
        return Citation(place, tuple(Place(article_id, span) for article_id, span in also.items()))


def same(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sentences, as sets of words, are one statement: nearly all words, and every figure."""
    shorter, longer = sorted((len(ours), len(theirs)))
    if not longer or shorter < SAME_SENTENCE * longer:
        return False
    both = len(ours & theirs)
    if both < SAME_SENTENCE * (len(ours) + len(theirs) - both):
        return False
    return figures(ours) == figures(theirs)


def figures(sentence: frozenset[str]) -> frozenset[str]:
    """The words with a digit in them."""
    return frozenset(word for word in sentence if any(letter.isdigit() for letter in word))
