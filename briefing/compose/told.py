"""Told: whether a sentence says no more than one that an earlier briefing has printed.

Within a briefing two sentences that share most of their words tell one thing. From one day to the next they need not:
"The council will vote on the tram" and "The council voted for the tram" share nearly all of them. So what was told on
another day counts as told only where the new sentence has no deed that the old one does not have as done, and denies
what that one denies. Of three sentences that common words alone held back in 150 days of 2020, made day by day, two
were the news ("voted down", after "would vote"); decision 0294. Deeds and denials are read in English only.
"""

import re
from typing import NamedTuple

from briefing.compose.redundancy import adds_nothing, statement
from briefing.text.announcements import DONE, coming, stem
from briefing.text.commentary import outside_quotations

# Those of `word_list("en", "finite verbs")` that are past by their form alone, and do not end in -ed.
PAST = """
    became began brought came caught chose drew drove fell flew forced fought found gave grew held hit hurt kept laid
    left let lost made met paid put quit raised ran rose sank sat saw sent set shook shot shut sold spent spoke spread
    stole stood struck swept swore threw took voted went withdrew won wore
"""
DEED = re.compile(rf"\b(?:{'|'.join(PAST.split())})\b|{DONE.pattern}")
DENIAL = re.compile(r"\b(?:not|never|nor|cannot|again)\b|n[’']t\b|\bno longer\b", re.IGNORECASE)
# That something was told is no deed.
TELLING = frozenset(map(stem, ("added", "announced", "noted", "posted", "reported", "stated", "tweeted")))


class Sentence(NamedTuple):
    """A sentence that a briefing printed, or may print."""

    text: str
    language: str


def already_told(new: Sentence, old: Sentence) -> bool:
    """Whether a sentence says no more than one of an earlier briefing."""
    if not adds_nothing(statement(*new), statement(*old)):
        return False
    if new.language != "en" or old.language != "en":
        return True
    return deeds(new.text) <= deeds(old.text) and denials(new.text) == denials(old.text)


def deeds(text: str) -> frozenset[str]:
    """The stems of the verbs that a sentence says were done, outside quotations; not those of telling."""
    said = outside_quotations(text)[0].lower()
    return frozenset(stem(found.group()) for found in DEED.finditer(said)) - coming(said) - TELLING


def denials(text: str) -> int:
    """How many words of a sentence deny something, or say that it is so once more."""
    return len(DENIAL.findall(text))
