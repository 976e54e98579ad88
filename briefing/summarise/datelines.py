"""Datelines: the place, day and agency before a report's first words, which are no part of its sentence."""

import re

LONGEST_DATELINE = 90  # code points: "PORT SELBY, Valdoria, Jan. 4 (Reuters) - " with room to spare
DASH = r"(?:--|[-–—_])"  # wires type "_"
BEFORE_A_SENTENCE = r"(?=[\"“‘]?[A-Z0-9])"
PLACE = r"(?:[A-Z][\w .,'’/&-]{1,60})?"
KNOWN_AGENCY = r"\((?:Reuters|AP|AFP|CNN(?: Business)?|UPI|TASS|Xinhua|dpa|DPA|EFE|ANSA)\)"
ANY_AGENCY = r"\([A-Z][A-Za-z/. ]{1,20}\)"
BY_AGENCY = re.compile(
    rf"{PLACE}(?:{KNOWN_AGENCY}\s{{0,3}}(?:{DASH}+\s{{0,3}})?|{ANY_AGENCY}\s{{0,3}}{DASH}+\s{{0,3}}){BEFORE_A_SENTENCE}"
)
CAPITALS = r"[A-Z][A-Z.'’-]{1,20}"
BY_CAPITALS = re.compile(
    rf"(?=[A-Z.'’-]{{3}}){CAPITALS}(?: {CAPITALS}){{0,3}}"  # PORT SELBY
    rf"(?:, [\w.'’ ]{{1,25}}){{0,3}}"  # , Valdoria, Jan. 4
    rf"(?:\s{DASH}+\s{{1,3}}|\s?—\s?){BEFORE_A_SENTENCE}"
)
# "Washington — ": a place alone, or a label, before a dash that no second one answers.
BY_PLACE = re.compile(r"[A-Z][a-z]{2,15}(?: [A-Z][a-z]{1,15})?(?:, [A-Z][a-z.]{1,15})? [—–] (?=[A-Z])")
SECOND_DASH = (" — ", " – ")
BULLET = re.compile(r"[•·▪►*–—-]{1,2}\s{1,3}")


def dateline_length(sentence: str) -> int:
    """How many code points of a sentence are its dateline or list mark; 0 where it has none."""
    head = sentence[:LONGEST_DATELINE]
    for pattern in (BULLET, BY_AGENCY, BY_CAPITALS) if "(" in head else (BULLET, BY_CAPITALS):
        found = pattern.match(head)
        if found and found.end() < len(sentence):
            return found.end()
    found = BY_PLACE.match(head)
    if found and not any(dash in sentence[found.end() :] for dash in SECOND_DASH):
        return found.end()
    return 0
