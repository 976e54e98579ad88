"""Dateline: the place, day and agency an agency's text begins with (AP Stylebook, "datelines")."""

import re
from dataclasses import replace
from typing import NamedTuple

from briefing.clean.dates import DAY_FIRST, MONTH_FIRST, UNDATED, Dating, from_copy
from briefing.clean.draft import Draft
from briefing.clean.outlets import agency

STEP = "dateline"

HEAD = 4
"""Paragraphs at the top where it may stand: below a dek, a summary."""

LONGEST = 120
"""Characters; the longest seen have two cities, two countries, a date and an agency."""

CAPITALS = r"(?:[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.'’]++(?:[ -][A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.'’]*+){0,3})"
CITY = r"(?:[A-ZÀ-Þ][\w.'’-]{1,30}(?: [A-ZÀ-Þ][\w.'’-]{0,30}){0,2})"
REGION = (
    r"(?:, ?(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-ZÀ-Þ][\w.'’]{0,30}(?:[ -][A-ZÀ-Þ][\w.'’]{0,30}){0,2})"
)
WHEN = rf"(?:[,.]? (?:{MONTH_FIRST.pattern}|{DAY_FIRST.pattern})[,.]?)"
WHO = r"(?: ?(?:\((?P<credit>[\w .&'’/-]{2,40})\)|/(?P<slashed>[\w-]{2,20})/))"
DASH = r"(?: ?(?:--+|[-–—―])+ ?)"


def _once(pattern: str, *suffixes: str) -> str:
    """A pattern with its named groups renamed or, without a suffix, made anonymous, as a name may stand only once."""
    suffix = suffixes[0] if suffixes else ""
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<\1{suffix}>" if suffix else "(", pattern)


WHEN_PLAIN = f"(?P<when>{_once(WHEN)})"
PLACED = re.compile(rf"\A(?P<city>{CAPITALS}{REGION}{{0,2}}){WHEN_PLAIN}?\.?{WHO}?\.?{DASH}")  # HARNBY, Estmark (XYZ) —
STATED = re.compile(rf"(?P<city>{CITY}{REGION}{{0,2}}){WHEN_PLAIN}?\.?{WHO}\.?{DASH}? ?")  # Harnby. Nov 5 (Reuters)
CREDITED = re.compile(rf"{WHO}\.?{DASH}? ?")  # (Reuters) -
BEGINNING = re.compile(r"^[A-ZÀ-Þ\"'“‘«0-9$€£(\[]")

AGENCY_NAME = re.compile(r"[A-ZÀ-Þ][\w.&'’/-]{1,30}(?: [A-ZÀ-Þ][\w.&'’/-]{0,30}){0,3}")
LONGEST_INITIALS = 5
"""Letters an agency's initials have; longer capitals are a place."""

WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")

NO_PLACES = re.compile(
    r"(?:EDITOR|UPDATE|BREAKING|WATCH|VIDEO|ANALYSIS|OPINION|EXCLUSIVE|CORRECTION|FACT|CLAIM|NOTE|LIVE|NEW\b(?! [A-Z])|"
    r"QUESTION|ANSWER|WHAT|WHO|WHY|HOW|WHEN|WHERE|THE\b|AND\b|NOT\b|FOR\b|COVID|TITLE|READ|PHOTO|FILE|EDITORIAL|"
    r"COMMENT|REVIEW|EXPLAINER|FEATURE|PROFILE|INTERVIEW|ADVISORY|WARNING|STORY|MORE|YES|NO\b|OK\b|TV\b)"
)
"""Words in capitals that labels begin with and names of places do not."""

FEWEST_CAPITALS = 3  # letters: shorter capitals are initials ("EU - ...") or an article


class Dateline(NamedTuple):
    """A dateline's own length, and what it tells."""

    length: int  # characters before the text begins
    agency: str | None
    date: Dating
    partial: str | None  # "--11-05"


def without_dateline(draft: Draft) -> Draft:
    """Learns origin, date and, for want of another, the outlet; cuts the dateline off its paragraph."""
    for index, paragraph in enumerate(draft.paragraphs[:HEAD]):
        found = dateline(paragraph)
        if found:
            draft = draft.cut(STEP, index, paragraph[found.length :])
            return replace(
                draft,
                origin=draft.origin or found.agency,
                outlet=draft.outlet or found.agency,
                date=draft.date if draft.date != UNDATED else found.date,
                partial_date=draft.partial_date or found.partial,
            )
    return draft


def dateline(paragraph: str) -> Dateline | None:
    """The dateline at the beginning of a paragraph."""
    head = paragraph[: LONGEST + 1]
    if not head or not (head[0].isupper() or head[0] in "(/"):
        return None
    for pattern in (PLACED, STATED, CREDITED):
        found = pattern.match(head)
        if (
            found
            and found.end() < len(paragraph)
            and found.end() <= LONGEST
            and _is_dateline(pattern, found, paragraph)
        ):
            return _read(found)
    return None


def _is_dateline(pattern: re.Pattern[str], found: re.Match[str], paragraph: str) -> bool:
    """Whether what looks like one is one: the text behind it begins a sentence, its words are no label."""
    if not BEGINNING.match(paragraph[found.end() : found.end() + 1]) or NO_PLACES.match(found.group()):
        return False
    groups = found.groupdict()
    credit, city = groups["credit"] or groups["slashed"], groups.get("city") or ""
    in_capitals = sum(map(str.isupper, city.split(",")[0])) >= FEWEST_CAPITALS
    if pattern is PLACED:
        parted = credit or groups["when"] or found.group()[-1] in " —–―"
        return bool(parted) and in_capitals
    return bool(credit) and (_known(credit) is not None or (in_capitals and groups["slashed"] is not None))


def _read(found: re.Match[str]) -> Dateline:
    groups = found.groupdict()
    credit = groups["credit"] or groups["slashed"]
    date, partial = from_copy(groups.get("when") or "")
    return Dateline(found.end(), _credited(credit) if credit else None, date, partial)


def _credited(credit: str) -> str | None:
    """The agency a credit names: as a reader calls it where it is known, else as printed; a weekday is none."""
    known = _known(credit)
    shouted = credit.isupper() and len(credit) > LONGEST_INITIALS
    return known or (credit if AGENCY_NAME.fullmatch(credit) and not shouted and not WEEKDAY.match(credit) else None)


def _known(credit: str) -> str | None:
    """The agency, or the one whose desk it is: "Reuters Business" is of Reuters."""
    name, _, desk = credit.partition(" ")
    return agency(credit) or (agency(name) if desk.istitle() else None)
