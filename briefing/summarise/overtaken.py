"""Overtaken: what was going to be done, in an older article of an event, or beside a headline that says it was done.

`superseded.py` finds the sentence that tells it was done; here the sentence's own words are enough. English only.
"""

import re
from datetime import datetime, timedelta

from briefing.model import Article
from briefing.text.announcements import scheduled, stem
from briefing.text.word_lists import word_list

STOP = word_list("en", "stop words")

NEWS_AGES = timedelta(days=1)
NOT_YET = re.compile(
    r"\b(?:to|will|would|could|can|may|might|must|should|not|never|plans?|wants?) ([a-z]{3,})|\b([a-z]{3,}ing)\b"
)
WORD = re.compile(r"[^\W\d_]{3,}")
# Of a verb's stem, but its noun: a headline with "election" does not say that anybody was elected.
NOUNS = ("ion", "ions", "ment", "ments", "er", "ers", "or", "ors")


def is_overtaken(text: str, article: Article, newest: datetime | None, headline: str) -> bool:
    """Whether a sentence announces what is over: by a day that has passed, or because the headline says it was done.

    newest: when the newest article of the event is from.
    """
    announced = tuple(scheduled(text))
    if not announced:
        return False
    aged = newest and article.published and newest - article.published >= NEWS_AGES
    if aged and any(each.soon for each in announced):
        return True
    small = headline.lower()
    yet = {stem(verb) for found in NOT_YET.findall(small) for verb in found if verb}
    words = [word for word in WORD.findall(small) if word not in STOP]
    said = {stem(word) for word in words} - yet
    done = {stem(word) for word in words if not word.endswith(NOUNS)} - yet
    content = {stem(word) for word in WORD.findall(text.lower()) if word not in STOP}
    return any(each.verb in done for each in announced) and len(content & said) > 1
