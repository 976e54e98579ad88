"""Dek: the one line under a headline that says what happened, in somebody's words."""

from collections.abc import Collection, Mapping

from briefing.compose.cover import OPENING, by_telling
from briefing.compose.redundancy import statement
from briefing.model import Article, KeySentence, Section

# Three to four lines of the page, ten seconds of reading: longer, and it is a paragraph that happens to stand first.
WORDS_MAX = 40
# So many words of the section's own headline it must have, or it keeps another promise. Of 74 sections of seven weeks
# of 2020 and the samples' two, 53 had a dek before this was asked, nine of which told of something else; six of those
# go by it, and two good ones.
HEADLINE_WORDS = 3
NEW_WORDS = 2  # of content that the headline has not: with fewer it is the headline again
SPEECH = "\"“'‘«„"
SENTENCES_MIN = 2  # of the section: its only sentence is no line under anything


def dek(
    section: Section, articles: Mapping[str, Article], understood: Collection[KeySentence] | None = None
) -> KeySentence | None:
    """Which of a section's key sentences is set under its headline; None where none fits.

    The one that tells best what happened, as on the cover, or the next best that says as much of the headline: if it is
    short, from an article's opening, no speech, takes nothing for told, says something that the headline does not, and
    at least half as much of it as any other.
    """
    if len(section.extracts) < SENTENCES_MIN:
        return None
    headline = statement(section.event.headline, _language(section, articles)).content
    named = frozenset(word for word in headline if not word.isdigit())
    most = max(len(named & _said(each, articles)) for each in section.extracts)
    least = max(min(HEADLINE_WORDS, len(named)), most // 2)
    for each in by_telling(section, articles):
        article = articles[each.extract.article_id]
        text = each.extract.span.of(article.text)
        said = _said(each, articles)
        if len(named & said) < least:
            return None  # what follows tells less
        least = len(named & said)
        fits = len(text.split()) <= WORDS_MAX and each.extract.span.start < OPENING and text[:1] not in SPEECH
        if fits and (understood is None or each in understood) and len(said - headline) >= NEW_WORDS:
            return each
    return None


def _said(sentence: KeySentence, articles: Mapping[str, Article]) -> frozenset[str]:
    """A key sentence's content."""
    article = articles[sentence.extract.article_id]
    return statement(sentence.extract.span.of(article.text), article.language).content


def _language(section: Section, articles: Mapping[str, Article]) -> str:
    members = [articles[each] for each in section.event.article_ids]
    return next((each.language for each in members if each.title == section.event.headline), members[0].language)
