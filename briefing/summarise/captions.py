"""Captions: what stands under a picture, and has come into an article's text. English only."""

import re

from briefing.text.guarded import guarded
from briefing.text.word_lists import word_list

AGENCIES = r"(?:Reuters|AP|AFP|Getty(?: Images)?|EPA|Shutterstock|Alamy|Bloomberg|Photos?)"
CAPTION_HEAD = re.compile(
    r"^(?:FILE|File|In this|This|A) ?(?:[-–—:]|photo|image|picture|file|\w+ \w+,? \d{4},? (?:file )?photo)"
    # of a film: "The Courier's Olga Brandt discusses the accord."
    r"|^[A-Z][\w ]{1,25}['’]s [A-Z][\w.-]+ [A-Z][\w.-]+ (?:discusses|reports|explains|joins|breaks down|looks at|"
    r"has (?:more|the (?:story|latest|details)))\b"
)
CREDIT = guarded(
    rf"\((?:[^()]{{0,60}}[/ ])?{AGENCIES}(?:[ /][^()]{{0,60}})?\)\W{{0,3}}$"
    r"|\b(?:Getty Images|AP Photo|AP Images|Shutterstock\b|iStock\b|File Photo|FILE PHOTO|Photo(?:graph)?s? by"
    r"|Photo credit|Image credit|(?:Photos?|Image|Picture|Video|Graphic|Credit|Source):|Illustration by)",
    "Reuters AP AFP Getty EPA Shutterstock Alamy Bloomberg Photo Photos iStock File FILE Photograph Photographs Image "
    "Picture Video Graphic Credit Source Illustration",
)
SEEN = guarded(
    r"\b(?:is|are) (?:seen|pictured|shown|photographed)\b(?! (?:as|by|to|that|how)\b)"
    r"|\b(?:[Pp]ictured|[Ss]een) (?:here|above|below|left|right|"
    r"in (?:this|a|an)(?: \w+)? (?:photo|picture|image|file))",
    "Pictured pictured Seen seen shown photographed",
)
SIDE = guarded(
    r"[(,] ?(?:(?<=\()(?:left|right|center|centre|[LRClrc]|top|bottom|second (?:left|right)|from left)\)"
    r"|(?<=, )(?:left|right|center|centre), )",
    "left right center centre top bottom L R C l r c",
)
DATED_DAY = guarded(
    r"day, (?:(?<=\b(?:Mon|Fri|Sun)day, )|(?<=\bTuesday, )|(?<=\bWednesday, )|(?<=\bThursday, )|(?<=\bSaturday, ))"
    r"[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
)
FULL_DATE = guarded(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct|"
    r"Nov|Dec)\.) \d{1,2}, \d{4}",
    "January February March April May June July August September October November December Jan Feb Aug Sept "
    "Oct Nov Dec",
)
DATED_SCENE = re.compile(rf", (?:{FULL_DATE.pattern.pattern})\.$")  # a caption without a verb ends so; prose says "on"
# A caption's last words without the year: "Harnby on Monday.", "May 4 in Harnby, Valdoria."
LATE_DATE = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?: (?:morning|afternoon|evening|night))?(?:,? in [A-Z][\w .,]{2,30})?\.$"
)
LONGEST_LATE_DATE = 60  # code points
SCENE = re.compile(
    r" (?:speaks?|arrives?|attends?|listens?|talks?|looks?|walks?|waves?|gestures?|holds?|stands?|sits?|poses?|leaves?|"
    r"meets?|gathers?|reacts?|watch(?:es)?|wears?|delivers?|departs?|march(?:es)?|protests?|signs?|takes?|answers?|"
    r"addresses|testif(?:y|ies)|participates?|shakes?|greets?|appears?|reaches|waits?|chants?|celebrates?|kneels?|prays?|"
    r"hugs?|eats?|throws?|carr(?:y|ies)|rides?|raises?|lines? up|smiles?|(?:is|are) (?:seen|shown|carried|escorted))\b"
)
NOUN_BEFORE = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "in",
        "and",
        "to",
        "for",
        "with",
        "on",
        "at",
        "not",
        "will",
        "would",
        "could",
        "peace",
        "trade",
    )
)  # after these it is a noun, or no present tense
PARTICIPLE = re.compile(r"\b\w+ed (?:by|in|at|on|with|as|to|from|for|against)\b|\b(?:an?|the) \w+ed\b")
LOWER_WORD = re.compile(r"[a-z](?<![\w.'’-].)[a-z'’]*")
VERBS = word_list("en", "finite verbs")


def is_caption(sentence: str, outside: str) -> bool:
    """Whether it says what a picture shows; `outside` is what stands outside quotation marks.

    The present tense beside a full date is a caption's ("Anna Orr speaks in Harnby, Monday, May 4, 2020."), as is a
    full date without a verb that is known; beside a day at its end, a scene's verb if it is the only one ("Anna Orr
    waits for a ferry in Harnby on Monday.").
    """
    return (
        CAPTION_HEAD.match(sentence) is not None
        or CREDIT.search(sentence) is not None
        or SEEN.search(sentence) is not None
        or SIDE.search(sentence) is not None
        or DATED_DAY.search(sentence) is not None
        or DATED_SCENE.search(sentence) is not None
        or (FULL_DATE.search(sentence) is not None and (SCENE.search(outside) is not None or _is_verbless(outside)))
        or (LATE_DATE.search(sentence, max(0, len(sentence) - LONGEST_LATE_DATE)) is not None and _is_scene(outside))
    )


def _is_scene(outside: str) -> bool:
    """Whether a scene's verb in the present is the only finite one."""
    found = SCENE.search(outside)
    if found is None:
        return False
    before = outside[: found.start()]
    if before.rpartition(" ")[2].lower() in NOUN_BEFORE:
        return False
    return _is_verbless(f"{before} {outside[found.end() :]}")


def _is_verbless(text: str) -> bool:
    """Whether it has no finite verb that is known by its form."""
    return not any(word in VERBS or word.endswith("ed") for word in LOWER_WORD.findall(PARTICIPLE.sub(" ", text)))
