"""Cite: where some words stand, and where else the same sentence stands."""

from collections.abc import Sequence

from briefing.model import Article, Citation, Place, Span
from briefing.text.sentences import sentences
from briefing.text.words import words

# Two sentences are the same statement when their words agree this far (Jaccard) and their figures wholly: a word
# spelled otherwise and an added "on Monday" in sixteen words pass.
SAME_SENTENCE = 0.7


FINAL_SIGMA = "Σ"  # the one letter whose small form goes by what stands beside it, so a part may differ from the whole


class Citer:
    """Cites places in one event's articles; an article is split into sentences once, and only if it has the words."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._lowered: dict[str, str] = {}
        self._sentences: dict[str, tuple[tuple[Span, frozenset[str]], ...]] = {}

    def cite(self, place: Place) -> Citation:
        """The place, and for each other article the first sentence that says the same in the same words."""
        own = frozenset(words(place.span.of(self._articles[place.article_id].text)))
        sought = sorted(own, key=lambda word: (-len(word), word))  # the longest are the rarest
        also = []
        for article in self._articles.values():
            if article.id == place.article_id or not self._may_say(article, sought):
                continue
            found = next((span for span, theirs in self._split(article) if same(own, theirs)), None)
            if found:
                also.append(Place(article.id, found))
        return Citation(place, tuple(also))

    def _may_say(self, article: Article, sought: Sequence[str]) -> bool:
        """Whether an article has so many of a sentence's words that one of its own may be the same statement."""
        text = self._lowered.get(article.id)
        if text is None:
            text = self._lowered[article.id] = article.text.lower()
        if FINAL_SIGMA in article.text:
            return True
        left = len(sought)
        for word in sought:
            left -= word not in text
            if left < SAME_SENTENCE * len(sought):
                return False
        return True

    def _split(self, article: Article) -> tuple[tuple[Span, frozenset[str]], ...]:
        """Its sentences and the words of each."""
        if article.id not in self._sentences:
            spans = sentences(article.text, article.language)
            self._sentences[article.id] = tuple((span, frozenset(words(span.of(article.text)))) for span in spans)
        return self._sentences[article.id]


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
