"""New, changed, amended or known: decided from values alone, acted upon elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from briefing.model import Article

Fate = Literal["new", "changed", "amended", "known"]


class Decision(NamedTuple):
    """What is to become of one article."""

    fate: Fate  # "amended": the same words, other metadata
    article: Article  # as it is to stand in the library, under the id it has there


def wordless(article: Article) -> Article:
    """The article without its words, which `sha256` stands for: all that deciding needs to know of a stored one."""
    return replace(article, title="", text="")


def last_words(articles: Iterable[Article]) -> tuple[Article, ...]:
    """One article an id, the last of each, in the order in which the ids first come.

    Somebody who saved one page twice, before and after it changed, has two articles of one id among the sources for
    good. Were both to count, each run would find two changes.
    """
    return tuple({article.id: article for article in articles}.values())


def decide(articles: Sequence[Article], stored: Iterable[Article]) -> tuple[Decision, ...]:
    """One decision an article, in order, each knowing those before it; no id may come twice.

    `stored` holds the current versions that share an id or a sha256 with any of `articles`, in the order in which they
    came into the library: the first of several with the same words and outlet is the one that a renamed file is.
    Their words are not looked at and may be left out.
    """
    by_id: dict[str, Article] = {}
    by_words: dict[tuple[str, str | None], str] = {}
    for article in stored:
        by_id[article.id] = wordless(article)
        by_words.setdefault((article.sha256, article.outlet), article.id)
    decisions = []
    for article in articles:
        decision = decide_one(article, by_id.get(article.id), renamed_from(article, by_id, by_words))
        decisions.append(decision)
        kept = decision.article
        by_id[kept.id] = wordless(kept)
        by_words.setdefault((kept.sha256, kept.outlet), kept.id)
    return tuple(decisions)


def renamed_from(
    article: Article, by_id: dict[str, Article], by_words: dict[tuple[str, str | None], str]
) -> Article | None:
    """The stored article which this one is under another name; only what has no URL can change its name."""
    if article.url is not None or article.id in by_id:
        return None
    words = (article.sha256, article.outlet)
    former = by_id.get(by_words.get(words, ""))
    # An earlier article of the same batch may have changed it since.
    return former if former is not None and (former.sha256, former.outlet) == words else None


def decide_one(article: Article, same_id: Article | None, renamed: Article | None) -> Decision:
    """What becomes of an article, given the stored one of its id and the stored one it is a renamed file of."""
    if same_id is not None:
        if same_id.sha256 != article.sha256:
            return Decision("changed", article)
        return Decision("known" if same_id == wordless(article) else "amended", article)
    if renamed is None:
        return Decision("new", article)
    if renamed.published is None and article.published is not None:
        # Somebody put the date into the file's name, or beside it: the one metadatum worth having from a second name.
        return Decision("amended", dated_like(renamed, article))
    return Decision("known", renamed)


def dated_like(stored: Article, article: Article) -> Article:
    """The stored article with the other's words, which are the same, and its date."""
    return replace(
        article,
        id=stored.id,
        url=stored.url,
        authors=stored.authors,
        language=stored.language,
        origin=stored.origin,
        source=stored.source,
        removed=stored.removed,
    )
