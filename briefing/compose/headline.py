"""Headline: one that the sentences below it bear out, and as quiet as the event's articles have it.

Grouping gives an event the plainest of its articles' headlines. What is printed under it may tell another side of the
event, so that the headline stays a promise: then the headline that the sentences keep best is set above them. Where it
is loud all the same, or over commentary, a quieter one that they keep is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from briefing.compose.redundancy import statement
from briefing.model import Article, Event
from briefing.text.announcements import announces
from briefing.text.commentary import is_commentary
from briefing.text.loudness import loudness

# A headline is kept when a sentence has this much of its words; another is taken instead when one has that much of it.
# Read on the sections of eighteen weeks of 2020 (docs/decisions/0207).
KEPT = 0.4
BETTER = 0.6
# From so much loudness on, a quieter one is taken if it is kept; what is taken is below it. By its neighbours
# (benchmarks/compose_headlines.py) half a mark changes eight of 259 sections, six for the worse, and one and a half
# give up six that were for the better (docs/decisions/0285).
LOUD = 1.0
WORDS_MIN = 4  # of content; fewer are a label
NEWS_AGES = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Judged:
    """What speaks for and against one article's title."""

    article: Article
    kept: float
    loud: float

    @property
    def doubtful(self) -> bool:
        """Whether a plainer one should stand instead, where there is one; commentary, which takes the text, last."""
        return self.loud >= LOUD or is_commentary(self.article)


def borne_out(event: Event, members: Sequence[Article], sentences: Sequence[str]) -> str:
    """The event's headline; where no sentence keeps its promise, the articles' headline whose promise is kept best.

    A headline of the user's own stays whatever it promises.
    """
    chosen = next((article for article in members if article.title == event.headline), None)
    if not sentences or chosen is None:
        return event.headline
    said = [statement(text, chosen.language).content for text in sentences]
    first = _judged(chosen, said)
    kept = 0.0 if _over(event, members) else first.kept
    if kept >= KEPT and not first.doubtful:
        return event.headline
    least = KEPT if first.doubtful else BETTER
    others = [_judged(article, said) for article in members if _may_stand(article)]
    others = [each for each in others if each.kept >= least and each.article.title != event.headline]
    best_first = sorted(others, key=lambda each: (-each.kept, each.loud))
    return next((each.article.title for each in best_first if not each.doubtful), event.headline)


def _over(event: Event, members: Sequence[Article]) -> bool:
    """Whether the headline announces something, and the event went on for a day or more after it."""
    if not announces(event.headline) or event.last is None:
        return False
    times = [article.published for article in members if article.title == event.headline and article.published]
    return bool(times) and event.last - max(times) >= NEWS_AGES


def _may_stand(article: Article) -> bool:
    """Whether a title says enough, and of what has happened."""
    return len(statement(article.title, article.language).content) >= WORDS_MIN and not announces(article.title)


def _judged(article: Article, said: Sequence[frozenset[str]]) -> Judged:
    kept = _kept(article.title, article.language, said)
    return Judged(article, kept, loudness(article.title))


def _kept(title: str, language: str, said: Sequence[frozenset[str]]) -> float:
    """How much of a title's content stands in the sentence that has most of it, 0 to 1."""
    content = frozenset(word for word in statement(title, language).content if not word.isdigit())
    return max((len(content & each) for each in said), default=0) / max(len(content), WORDS_MIN)
