"""Clauses: a few words of somebody's are shown in the sentence they stand in, if that can stand alone."""

from collections.abc import Callable

from briefing.model import Article, Quote, Span
from briefing.text.sentences import sentences

WORDS_MIN = 5  # of the quotation; fewer words in marks are a term, distance or irony, and seldom worth hearing
CLAUSE_WORDS_MAX = 45  # of the sentence: longer, and the words of the speaker are lost in it
QUOTING = '“”"„«»'

StandsAlone = Callable[[str, str], bool]  # (sentence, language) → whether it can be understood without the one before


def stands_alone(_sentence: str, _language: str) -> bool:
    """Take every sentence for one that stands alone."""
    return True


def clause(quote: Quote, article: Article, alone: StandsAlone) -> Span | None:
    """The sentence a partial quotation stands in, if it names the speaker and can stand alone; None if it does not."""
    if len(quote.span.of(article.text).split()) < WORDS_MIN or not quote.speaker:
        return None
    start, end = quote.span.start, quote.span.end
    found = next((each for each in sentences(article.text, article.language) if each.start < start < each.end), None)
    if found is None or end >= found.end:
        return None
    text = found.of(article.text)
    around = article.text[found.start : start] + article.text[end : found.end]
    if not around.strip(QUOTING + " ") or quote.speaker.split()[-1] not in around:
        return None
    whole = text[0].isupper() and text.rstrip(QUOTING)[-1:] in (".", "!") and "\n" not in text
    if not whole or len(text.split()) > CLAUSE_WORDS_MAX or text.count("“") != text.count("”"):
        return None
    return found if text.count('"') % 2 == 0 and alone(text, article.language) else None
