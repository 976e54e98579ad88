"""Doer: the name that a sentence begins with, mostly whose doing it tells."""

import re
from typing import NamedTuple

# Capitalised words in a row, a title's stop and "of" among them: "Secretary of State Ana Velt".
NAME = re.compile(r"[^\W\d_a-z][\w’'.-]*(?: (?:of )?[^\W\d_a-z][\w’'.-]*)*")
BEGINS = 40  # code points within which the name begins: "On Monday", and what somebody is, may stand before it
TITLE_WORDS = """
    the a an on in at after as for when while with president former acting presumptive vice sen sens rep reps gov u.s us
    house senate secretary speaker leader majority minority attorney general state white dr mr ms mrs chairman defense
    defence prime minister king queen pope justice judge mayor governor senator democratic republican new north south
    east west monday tuesday wednesday thursday friday saturday sunday
"""
TITLES = frozenset(TITLE_WORDS.split())
PEOPLES = ("an", "ese", "ish")  # alone, or with a title: "South Korean officials" are not North Korea's; "Ana Duncan"
WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


class Doer(NamedTuple):
    """A name at a sentence's head."""

    whole: str  # with the titles before it
    last: str  # its last word, in small letters: a surname


def doer(text: str) -> Doer | None:
    """The first name of a sentence; None where none stands at its head."""
    for found in NAME.finditer(text):
        if found.start() > BEGINS:
            break
        if text[found.end() : found.end() + 1] == ",":
            continue  # "Harnby, Valdoria, Mayor Ana Velt opened"
        if found.start() == 0 and " " not in found.group():
            continue  # any word begins a sentence with a capital
        last = found.group().split()[-1].removesuffix("'s").removesuffix("’s").strip(".").lower()
        if last not in TITLES:
            titles = all(word.strip(".").lower() in TITLES for word in found.group().split()[:-1])
            return None if titles and last.endswith(PEOPLES) else Doer(found.group(), last)
    return None


def same_day(one: str, other: str) -> bool:
    """Whether two sentences may be of one day: they name a weekday in common, or one of them names none."""
    first, second = weekdays(one), weekdays(other)
    return not first or not second or bool(first & second)


def weekdays(text: str) -> frozenset[str]:
    """The days of the week that a text names, less their common end."""
    return frozenset(WEEKDAY.findall(text))
