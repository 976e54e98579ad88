"""Overtaken: what was going to be done, in an older article of an event, or beside a headline that says it was done.

`superseded.py` finds the sentence that tells it was done; here the sentence's own words are enough. English only.
"""

import re
from datetime import datetime, timedelta

from briefing.model import Article
from briefing.summarise.superseded import EMPTY
from briefing.text.word_lists import word_list
from briefing.text.words import stems

STOP = word_list("en", "stop words")

# What is announced, not what somebody wants or promises: "will vote", "is expected to be charged". The verb is caught.
FUTURE = re.compile(
    r"\b(?:will|should|(?:is|are|was|were) (?:due|set|expected|scheduled|about|likely|slated|poised) to)"
    r"(?: (?:also|soon|formally|finally|probably|now))?(?: be)? ([a-z]{3,})"
)
DUE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this (?:week|weekend)|later (?:today|this))\b"
)  # after the verb: the day is over a day later
REACH = 160  # code points after a verb within which its day is looked for
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
    announced = [each for each in FUTURE.finditer(text) if each.group(1) not in EMPTY]
    if not announced:
        return False
    if (
        newest
        and article.published
        and newest - article.published >= NEWS_AGES
        and any("soon" in each.group() or DUE.search(text, each.end(), each.end() + REACH) for each in announced)
    ):
        return True
    small = headline.lower()
    yet = {_stem(verb) for found in NOT_YET.findall(small) for verb in found if verb}
    words = [word for word in WORD.findall(small) if word not in STOP]
    said = {_stem(word) for word in words} - yet
    done = {_stem(word) for word in words if not word.endswith(NOUNS)} - yet
    content = {_stem(word) for word in WORD.findall(text.lower()) if word not in STOP}
    return any(_stem(each.group(1)) in done for each in announced) and len(content & said) > 1


def _stem(verb: str) -> str:
    return next(iter(stems(verb)), verb)
