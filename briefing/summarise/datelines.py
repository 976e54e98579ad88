"""Datelines: the place, day and agency before a report's first words, which are no part of its sentence."""

import re

LONGEST_DATELINE = 90  # code points: "PORT SELBY, Valdoria, Jan. 4 (Reuters) - " with room to spare
DASH = r"(?:--|[-–—])"
AGENCY = r"\((?:Reuters|AP|AFP|CNN|UPI|TASS|Xinhua|dpa|DPA|EFE|ANSA|BBC|NPR|CBS[\w ]{0,12}|[A-Z][A-Z/. ]{1,20})\)"
BY_AGENCY = re.compile(rf"(?:[A-Z][\w .,'’/&-]{{1,60}})?{AGENCY}\s{{0,3}}(?:{DASH}+\s{{0,3}})?")
BY_CAPITALS = re.compile(
    rf"[A-Z][A-Z.'’-]{{2,20}}(?:[ ,][A-Z][A-Z.'’-]{{1,20}}){{0,3}}"  # PORT SELBY
    rf"(?:,? [\w.,/ ]{{1,40}})?"  # , Valdoria, Jan. 4
    rf"(?:\s{DASH}\s|\s?—\s?)"
)
BULLET = re.compile(r"[•·▪►*–—-]{1,2}\s{1,3}")


def dateline_length(sentence: str) -> int:
    """How many code points of a sentence are its dateline or list mark; 0 where it has none."""
    head = sentence[:LONGEST_DATELINE]
    for pattern in (BULLET, BY_AGENCY, BY_CAPITALS):
        found = pattern.match(head)
        if found and found.end() < len(sentence):
            return found.end()
    return 0
