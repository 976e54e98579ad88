"""Days: whether a text says on which day something happened, as news does. English only."""

import re

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = re.compile(rf"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:on|On) (?:{MONTHS}) \d")


def names_a_day(text: str) -> bool:
    """Whether a text names a day: a weekday, or a date behind "on"."""
    return DAY.search(text) is not None
