"""Alterations: what sources changed, without a word, of what earlier briefings cited."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from briefing.compose.alike import alike
from briefing.model import Alteration, Article, Printed, Printing
from briefing.text.sentences import sentences

# How alike what an article has now must be to what was cited to stand in its place: half of the words, in order.
IN_ITS_PLACE = 0.5
NAMELESS = "outlet unknown"


def cited_articles(printings: Iterable[Printing]) -> tuple[str, ...]:
    """The ids of all articles that some editions cited, each once."""
    return tuple(dict.fromkeys(each.place.article_id for printing in printings for each in _cited(printing)))


def alterations(
    printings: Sequence[Printing], articles: Mapping[str, Article], generator: str
) -> tuple[Alteration, ...]:
    """What was cited by these editions, the latest first, and stands in its article no more.

    articles: by id, as they are now. generator: what makes this briefing; what another version cited is passed over, as
    that may have taken other words out of the same page. What an edition told of already is not told again.
    """
    told = {(each.article_id, each.before, each.sha256) for printing in printings for each in printing.alterations}
    found: dict[tuple[str, str], Alteration] = {}
    for printing in printings:
        for each in _cited(printing) if printing.generator == generator else ():
            article = articles.get(each.place.article_id)
            if article is None or article.sha256 == each.sha256 or stands(each.words, article):
                continue
            made = _alteration(each, article, printing)
            if (made.article_id, made.before, made.sha256) not in told:
                found.setdefault((made.article_id, made.before), made)
    return tuple(_without_parts(found.values()))


def stands(words: str, article: Article) -> bool:
    """Whether the article still has these words, white space aside."""
    return folded(words) in folded(article.text)


def now(words: str, article: Article) -> str | None:
    """The sentence that the article has in the place of others words; None where it has nothing like them."""
    there = (folded(span.of(article.text)) for span in sentences(article.text, article.language))
    return alike(folded(words), there, IN_ITS_PLACE)


def folded(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def _cited(printing: Printing) -> tuple[Printed, ...]:
    return tuple(each for event in printing.events for each in event.printed if each.kind != "figure")


def _alteration(each: Printed, article: Article, printing: Printing) -> Alteration:
    return Alteration(
        article.id, article.outlet or NAMELESS, folded(article.title), article.url, printing.window,
        folded(each.words), now(each.words, article), article.sha256,
    )  # fmt: skip


def _without_parts(found: Collection[Alteration]) -> Iterable[Alteration]:
    """Without quotations from sentences that are told of anyway."""
    for each in found:
        rest = (other for other in found if other is not each and other.article_id == each.article_id)
        if not any(each.before in other.before and len(each.before) < len(other.before) for other in rest):
            yield each
