"""Announced: whether a title says that something is to be done which a report says was done.

"Council to unveil plan" stands badly above "the council unveiled its plan on Monday", be that another's sentence or the
article's own, for texts are updated and titles are not. English only.
"""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

from briefing.model import Article
from briefing.text.announcements import done, titled_to_come

ENGLISH = ("en", "und")  # ISO 639-1; an unknown language is taken for English, as elsewhere
LEAD_CHARACTERS = 900  # of a text: where a report says what was done


def done_in(reports: Iterable[Article]) -> frozenset[str]:
    """The stems of the verbs that some of these reports says in its lead were done."""
    return frozenset().union(*(done(each.text[:LEAD_CHARACTERS]) for each in reports))


def superseded(article: Article, were_done: Callable[[], AbstractSet[str]]) -> bool:
    """Whether what the article's title announces was done; asked only of a title that announces something."""
    if article.language not in ENGLISH:
        return False
    announced = titled_to_come(article.title)
    return bool(announced) and not announced.isdisjoint(were_done())
