"""Languages: a clear word where sentences are split by rules that were not made for them."""

from collections import Counter
from collections.abc import Iterable

from briefing.model import Article, Problem
from briefing.summarise.references import ENGLISH
from briefing.text.sentences import covered


def uncovered(articles: Iterable[Article]) -> tuple[Problem, ...]:
    """One problem for each language of the articles that the splitter does not know, by its code."""
    counts = Counter(
        article.language for article in articles if not covered(article.language) and article.language not in ENGLISH
    )
    return tuple(
        Problem(
            "summarise",
            f"{count} article{'s' if count > 1 else ''} in {code}",
            "the rules for English sentences were used, which may cut this language's wrongly",
        )
        for code, count in sorted(counts.items())
    )
