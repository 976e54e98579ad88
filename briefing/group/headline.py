"""Headlines: of the articles' own titles, the plainest: what others tell too, in words that sell and judge nothing."""

from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import chain

from briefing.group.announced import done_in, superseded
from briefing.group.credits import is_agency
from briefing.group.function_words import function_words
from briefing.model import Article
from briefing.text.commentary import is_commentary
from briefing.text.loudness import loudness
from briefing.text.words import stem_each, words

LEAD_CHARACTERS = 900  # of a text: what a reporter thinks the event is, about 150 words
# What counts beside the share of a title's words that the other articles tell, which runs from 0 to 1. Set by reading
# the headlines of two weeks of 2020.
MARK_COST = 0.2  # of each mark of loudness
COMMENTARY_COST = 0.3  # of a title over commentary
AGENCY_GAIN = 0.05  # agencies write for many papers and take no side
ORIGIN_GAIN = 0.1  # an origin's title before a copy's
SUPERSEDED_COST = 0.15  # of a title that announces what a later article says was done
LENGTH_COST = 0.2  # at twice or half the fitting length
FITTING = 10  # words: where outlets that sell nothing end theirs
LEAST_TELLING = 7  # words a title is expected to tell: "Biden has a plan" is told by all and tells little
STEMS_KEPT = 1 << 16  # of words of a language: 29,000 different ones stand in the heads of 30,000 generated articles
LEAST_WORD = 2  # characters of a word that can tell something
# Words that any title may have. Other languages' come from `function_words`.
SILENT_WORDS = (
    "a about after again against all also an and any are as at be because been before but by could did do does for "
    "from had has have he her his how if in into is it its may might more most new no not now of off on or out over "
    "said say says she so some than that the their them then there they this to up was were what when where which "
    "while who why will with would"
)
SILENT = frozenset(SILENT_WORDS.split())
NOTHING: frozenset[str] = frozenset()


def headline(articles: Sequence[Article], copied: frozenset[str]) -> str:
    """The plainest title of an event's articles; `copied` are the ids of copies; "" where none has a title."""
    lettered = [article for article in articles if any(map(str.isalpha, article.title))]
    titled = lettered or [article for article in articles if article.title.strip()]
    if len(titled) == 1:
        return " ".join(titled[0].title.split())
    tellers = [article for article in articles if article.id not in copied]
    telling = {article.id: _telling(article) for article in titled}
    asked = frozenset().union(*telling.values())  # nobody asks for the others that a head has
    told = {article.id: asked.intersection(_stems(_head(article), article.language)) for article in tellers}
    uses = Counter(chain.from_iterable(told.values()))
    were_done = cache(partial(done_in, articles))

    def gain(article: Article) -> float:
        own = told.get(article.id, NOTHING) if len(told) > 1 else NOTHING  # what it tells itself counts only alone
        score = _told(telling[article.id], uses, own, len(told) - (article.id in told))
        return score + ORIGIN_GAIN * (article.id not in copied) + AGENCY_GAIN * is_agency(article)

    return " ".join(_plainest([(article, gain(article)) for article in titled], were_done).split())


def _plainest(titled: Sequence[tuple[Article, float]], were_done: Callable[[], frozenset[str]]) -> str:
    """The title that gains most when what speaks against it is taken off; of equals the last by letters; "" of none.

    Each doubt is raised only where a title would else be the plainest, the cheapest to tell first and commentary, which
    takes the whole text, last: an event may have thousands of articles.
    """
    doubts: tuple[Callable[[Article], float], ...] = (
        lambda article: loudness(article.title),
        lambda article: superseded(article, were_done),
        is_commentary,
    )

    def entry(place: int, raised: tuple[float, ...]) -> tuple[float, str, int, tuple[float, ...]]:
        article, gain = titled[place]
        marks, past, view = (*raised, 0, 0, 0)[: len(doubts)]
        score = gain - SUPERSEDED_COST * past - MARK_COST * marks - _oddness(article) - COMMENTARY_COST * view
        return score, article.title, place, raised

    waiting = sorted(entry(place, ()) for place in range(len(titled)))
    while waiting:
        score, title, place, raised = waiting.pop()
        left = len(doubts) - len(raised)
        if left == 0 or (left == 1 and (not waiting or waiting[-1][0] < score - COMMENTARY_COST)):
            return title
        insort(waiting, entry(place, (*raised, doubts[len(raised)](titled[place][0]))))
    return ""


def _head(article: Article) -> str:
    """The title and the lead."""
    return f"{article.title}\n{article.text[:LEAD_CHARACTERS]}"


def _telling(article: Article) -> frozenset[str]:
    """The stems of a title's telling words."""
    silent = SILENT | function_words(article.language)
    spelt = [word for word in words(article.title) if len(word) >= LEAST_WORD and word not in silent]
    return frozenset(map(_stem_in(article.language), spelt))


def _stems(text: str, language: str) -> Iterator[str]:
    """The stems of a text's words, as they stand."""
    return map(_stem_in(language), words(text))


@cache
def _stem_in(language: str) -> Callable[[str], str]:
    """What gives the Snowball stem of a word: most words of a head were in one before."""
    return lru_cache(STEMS_KEPT)(lambda word: stem_each((word,), language)[0])


def _told(telling: frozenset[str], uses: Counter[str], own: frozenset[str], others: int) -> float:
    """The share of a title's telling words that the heads of others have, averaged over the others: 0 to 1.

    uses: in how many heads each stem is; own: those of the article's own head, if it is among those.
    """
    shared = sum(uses[stem] for stem in telling) - len(telling & own)
    return shared / (max(LEAST_TELLING, len(telling)) * max(1, others))


def _oddness(article: Article) -> float:
    """What speaks against a title by its length."""
    length = len(article.title.split())
    return LENGTH_COST * (1 - min(length, FITTING) / max(length, FITTING))
