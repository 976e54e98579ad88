"""Dek: the one line under a headline that says what happened, in somebody's words."""

from collections.abc import Collection, Mapping

from briefing.compose.cover import OPENING, by_telling
from briefing.compose.redundancy import adds_nothing, statement
from briefing.model import Article, KeySentence, Section

# Three to four lines of the page, ten seconds of reading: longer, and it is a paragraph that happens to stand first.
WORDS_MAX = 40
# So many words of the section's own headline it must have, or it keeps another promise. Of 74 sections of seven weeks
# of 2020 and the samples' two, 53 had a dek before this was asked, nine of which told of something else; six of those
# go by it, and two good ones.
HEADLINE_WORDS = 3
SPEECH = "\"“'‘«„"
SENTENCES_MIN = 2  # of the section: its only sentence is no line under anything


def dek(
    section: Section, articles: Mapping[str, Article], understood: Collection[KeySentence] | None = None
) -> KeySentence | None:
    """Which of a section's key sentences is set under its headline; None where none fits.

    The one that tells best what happened, as on the cover; only that one, and only if it is short, from an article's
    opening, no speech, and says what the headline says and something that it does not. The next best was tried where
    the best is too long, and told of something beside the event ("The president fired back").
    """
    if len(section.extracts) < SENTENCES_MIN:
        return None
    headline = statement(section.event.headline, _language(section, articles))

    best = by_telling(section, articles)[0]
    if understood is not None and best not in understood:
        return None
    article = articles[best.extract.article_id]
    text = best.extract.span.of(article.text)
    if len(text.split()) > WORDS_MAX or best.extract.span.start >= OPENING or text[:1] in SPEECH:
        return None
    said = statement(text, article.language)
    named = {word for word in headline.content if not word.isdigit()}
    if len(named & said.content) < min(HEADLINE_WORDS, len(named)) or adds_nothing(said, headline):
        return None
    return best


def _language(section: Section, articles: Mapping[str, Article]) -> str:
    members = [articles[each] for each in section.event.article_ids]
    return next((each.language for each in members if each.title == section.event.headline), members[0].language)
