"""Announcements: what a text says is going to be done, and what it says was done, by the stems of the verbs.

Sentences say it by an auxiliary ("will sign", "is due to sign", "plans to sign"), headlines by "to" alone ("Council to
sign accord"). That it was done is told by the past, or by the participle. English only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.text.words import stems

# Announced, planned, promised, or thought possible.
AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|(?:is|are|was|were) (?:(?:due|set|expected|scheduled|about|likely|planning) )?to|"
    r"(?:plans?|planned|expects?|expected|hopes?|intends?|prepar(?:es?|ed|ing)|vow(?:s|ed)|promis(?:es|ed)|agreed) to)"
    r" (?:(?:be|also|soon|formally|finally|probably) )?([a-z]{3,})"
)
# Announced only, not what somebody wants or promises: "will vote", "is expected to be charged". The verb is caught.
SCHEDULED = re.compile(
    r"\b(?:will|should|(?:is|are|was|were) (?:due|set|expected|scheduled|about|likely|slated|poised) to)"
    r"(?: (?:also|soon|formally|finally|probably|now))?(?: be)? ([a-z]{3,})"
)
DUE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this (?:week|weekend)|later (?:today|this))\b"
)  # after the verb: the day is over a day later
REACH = 160  # code points after a verb within which its day is looked for
BASE_OF = {
    "left": "leave", "met": "meet", "won": "win", "lost": "lose", "held": "hold", "began": "begin", "sent": "send",
    "gave": "give", "took": "take", "fell": "fall", "rose": "rise", "became": "become", "spoke": "speak",
    "broke": "break", "chose": "choose", "withdrew": "withdraw", "struck": "strike", "paid": "pay", "ran": "run",
    "sold": "sell", "bought": "buy", "built": "build", "quit": "quit",
}  # fmt: skip
DONE = re.compile(rf"(?<!to be )(?<!be )(?<!not )(?<!never )\b([a-z]{{2,}}ed|cut|put|shut|{'|'.join(BASE_OF)})\b")
EMPTY = frozenset(
    ("take", "give", "make", "hold", "have", "put", "continue", "need", "want", "use", "consider", "allow", "allowed")
)  # done every day, so their being done tells nothing
TITLE_AHEAD = re.compile(r"\b(?:to|will) ([a-z]{3,})\b")
AUXILIARIES = ("to", "will")
SUBJECT_WORDS = 5  # before the auxiliary of a headline that announces


@dataclass(frozen=True, slots=True)
class Scheduled:
    """One thing that is announced."""

    verb: str  # its stem
    soon: bool  # whether it was to be within days


def coming(text: str) -> frozenset[str]:
    """The stems of the verbs that a text says are or may be going to be done."""
    return frozenset(stem(verb) for verb in AHEAD.findall(text) if verb not in EMPTY)


def scheduled(text: str) -> Iterator[Scheduled]:
    """What a text announces."""
    for found in SCHEDULED.finditer(text):
        if found.group(1) not in EMPTY:
            soon = "soon" in found.group() or DUE.search(text, found.end(), found.end() + REACH) is not None
            yield Scheduled(stem(found.group(1)), soon)


def done(text: str) -> frozenset[str]:
    """The stems of the verbs that it says were done, and nowhere that they are going to be."""
    return frozenset(stem(BASE_OF.get(word, word)) for word in DONE.findall(text)) - coming(text)


def forms(verb: str) -> set[str]:
    """The stems under which a verb of that stem may stand."""
    return {verb, *(stem(past) for past, base in BASE_OF.items() if stem(base) == verb)}


def titled_to_come(title: str) -> frozenset[str]:
    """The stems of the verbs that a headline says are going to be done, or that somebody wants to do."""
    return frozenset(stem(verb) for verb in TITLE_AHEAD.findall(title.lower()))


def announces(title: str) -> bool:
    """Whether a headline tells what is going to be done: "Council to vote", but not "Council seeks to vote"."""
    words = title.split()[: SUBJECT_WORDS + 2]
    for at, word in enumerate(words):
        if word.lower() in AUXILIARIES and 0 < at < len(words) - 1:
            return all(each[0].isupper() for each in words[:at])
    return False


def stem(verb: str) -> str:
    """A verb's stem."""
    return next(iter(stems(verb)), verb)
