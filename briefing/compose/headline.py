"""Headline: one that the sentences below it bear out.

Grouping gives an event the plainest of its articles' headlines. What is printed under it may tell another side of the
event, so that the headline stays a promise: then the headline that the sentences keep best is set above them.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from briefing.compose.redundancy import statement
from briefing.model import Article, Event
from briefing.text.announcements import announces
from briefing.text.commentary import is_commentary

# A headline is kept when a sentence has this much of its words; another is taken instead when one has that much of it.
# Read on the sections of eighteen weeks of 2020 (docs/decisions/0207).
KEPT = 0.4
BETTER = 0.6
WORDS_MIN = 4  # of content; fewer are a label
EXPLAINS = re.compile(r"(?:Why|How|What|When|Who|Where|\d+|The)\b", re.IGNORECASE)  # a feature's headline, or a list's
NEWS_AGES = timedelta(days=1)
MARKS = ("?", "…", "...", ":", "|")  # a question, half a headline, a label or a list is no plain one


def borne_out(event: Event, members: Sequence[Article], sentences: Sequence[str]) -> str:
    """The event's headline; where no sentence keeps its promise, the articles' headline whose promise is kept best.

    A headline of the user's own stays whatever it promises.
    """
    if not sentences or all(article.title != event.headline for article in members):
        return event.headline
    language = next(article.language for article in members if article.title == event.headline)
    said = [statement(text, language).content for text in sentences]
    kept = 0.0 if _over(event, members) else _kept(event.headline, language, said)
    if kept >= KEPT:
        return event.headline
    others = {
        article.title: _kept(article.title, article.language, said)
        for article in members
        if is_plain(article) and not announces(article.title)
    }
    best = max(others, key=lambda title: others[title], default=event.headline)
    return best if others.get(best, 0.0) >= BETTER else event.headline


def _over(event: Event, members: Sequence[Article]) -> bool:
    """Whether the headline announces something, and the event went on for a day or more after it."""
    if not announces(event.headline) or event.last is None:
        return False
    times = [article.published for article in members if article.title == event.headline and article.published]
    return bool(times) and event.last - max(times) >= NEWS_AGES


def is_plain(article: Article) -> bool:
    """Whether an article's title may stand for its event."""
    title = article.title
    enough = len(statement(title, article.language).content) >= WORDS_MIN
    return (
        enough
        and EXPLAINS.match(title) is None
        and not any(mark in title for mark in MARKS)
        and not is_commentary(article)
    )


def _kept(title: str, language: str, said: Sequence[frozenset[str]]) -> float:
    """How much of a title's content stands in the sentence that has most of it, 0 to 1."""
    content = frozenset(word for word in statement(title, language).content if not word.isdigit())
    return max((len(content & each) for each in said), default=0) / max(len(content), WORDS_MIN)
