"""Dates: when an article says it was published, as news copy and web pages write it."""

import re
from collections import deque
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from briefing.clean.month_names import in_english
from briefing.model import Precision
from briefing.rows import parse_time

FIRST_YEAR = 1900
"""Earlier dates are empty fields (year 1, 1899-12-30, 1601) in the databases they come from."""

DAY_SLACK = timedelta(hours=14)
"""A day begins so much earlier at the date line (UTC+14): a day without a zone may be tomorrow in UTC."""

CLOCK_SLACK = timedelta(minutes=10)
"""Clocks of publishers go wrong by minutes."""

MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\.|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"

MONTH_FIRST = re.compile(rf"\b{MONTH} {DAY}\b(?:,? {YEAR}\b)?", re.I)  # January 27, 2015
DAY_FIRST = re.compile(rf"\b{DAY} {MONTH}(?![a-z])(?:,? {YEAR}\b)?", re.I)  # 27 January 2015
YEAR_FIRST = re.compile(
    r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
)
DIGIT = re.compile(r"\d")
MAY_IS_A_VERB = re.compile(r"\bmay \d")  # "they may 3 times" is no date: the month has a capital

CLOCK = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?(?: ?(?P<half>[ap])\.?m\.?)?"
    r"(?: ?\(?(?P<zone>GMT|UTC|BST|IST|CEST|CET|EEST|EET|MSK|EDT|EST|ET|CDT|CST|CT|MDT|MST|MT|PDT|PST|PT|Z|"
    r"[+-]\d\d:?\d\d)\b)?",
    re.I,
)

STAMP = re.compile(r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?")
"""A time of ISO 8601 with its hour, as machines print it into copy."""

ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "edt": -240, "est": -300, "cdt": -300, "cst": -360, "mdt": -360, "mst": -420, "pdt": -420, "pst": -480,
    "ut": 0, "wet": 0, "west": 60, "trt": 180, "eat": 180, "sast": 120, "cat": 120, "wat": 60, "pkt": 300, "hkt": 480,
    "sgt": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "akst": -540, "akdt": -480,
    "hst": -600, "brt": -180,
}  # fmt: skip
"""Minutes east of UTC. "IST" depends on the country: it counts as no zone."""

AMERICAN = {"et": -300, "ct": -360, "mt": -420, "pt": -480}
"""Zones that depend on the season: their winter."""

MINUTE_LENGTH = len("2020-05-18T10:30")

NUMBERS = re.compile(r"(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b")
"""A day by numbers, the year last: 12.05.2026, 5/12/2026."""

MONTHS_A_YEAR = 12
SECONDS = (10**9, 4 * 10**9)
"""Seconds since 1970 that a date field may have: of 2001 to 2096. A thousand times as many are milliseconds."""

LONGEST_FIELD = 80
"""Characters of a date field that are read."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""What machines print for no time at all."""


class Dating(NamedTuple):
    """A time of publication: UTC, how much of it was stated, and minutes east of UTC where stated."""

    published: datetime | None
    precision: Precision
    utc_offset: int | None


UNDATED = Dating(None, "none", None)


def from_iso(value: object) -> Dating:
    """An ISO 8601 date or time, as JSON rows, JSON-LD and meta tags have it.

    A time without a zone that is midnight to the second is a day: a database gave it hours it never had.
    """
    text = str(value).strip() if value is not None else ""
    time, precision, offset = parse_time(_with_colon(text))
    if time is None:
        return UNDATED
    if offset is None and (time.hour, time.minute, time.second) == (0, 0, 0):
        precision = "day"
    elif precision == "second" and len(text) <= MINUTE_LENGTH:
        precision = "minute"
    return Dating(time, precision, offset)


def from_field(value: object) -> Dating:
    """A date as a table or a row has it: ISO 8601, seconds or milliseconds since 1970, in words, or by numbers.

    "12.05.2026" is the 12th of May, as wherever days are written with stops; with strokes or dashes a day is read only
    where one of the two numbers can be no month.
    """
    found = from_iso(value)
    if found != UNDATED or isinstance(value, bool):
        return found
    text = in_english(str(value).strip()[:LONGEST_FIELD]) if isinstance(value, str | int | float) else ""
    if text.replace(".", "", 1).isdecimal():
        return _since_1970(float(text))
    numbers = NUMBERS.match(text)
    return _by_numbers(numbers, text) if numbers else from_copy(text)[0]


def _since_1970(seconds: float) -> Dating:
    if seconds >= SECONDS[0] * 1000:
        seconds /= 1000
    if not SECONDS[0] <= seconds < SECONDS[1]:
        return UNDATED
    return Dating(datetime.fromtimestamp(int(seconds), UTC), "second", 0)


def _by_numbers(numbers: re.Match[str], text: str) -> Dating:
    one, two = int(numbers["one"]), int(numbers["two"])
    if one != two and numbers["mark"] != "." and max(one, two) <= MONTHS_A_YEAR:
        return UNDATED  # the 5th of June or the 6th of May
    day, month = (one, two) if numbers["mark"] == "." or one > MONTHS_A_YEAR else (two, one)
    try:
        return _at_clock(date(int(numbers["year"]), month, day), CLOCK.search(text, numbers.end()))
    except ValueError:
        return UNDATED


def _with_colon(text: str) -> str:
    """Forms ISO 8601 allows or pages use that `fromisoformat` does not take: " UTC", "+0000" after a space."""
    for zone in ("UTC", "GMT"):
        if text.endswith(zone):
            text = f"{text.removesuffix(zone).rstrip()}+00:00"
    return re.sub(r"(?<=\d) (?=[+-]\d\d:?\d\d$)", "", text)


def find_date(text: str) -> tuple[re.Match[str], date | None, str] | None:
    """The first date in a line of copy: where, the day (None: no year given), and "--MM-DD"."""
    if not DIGIT.search(text):
        return None
    found = [match for pattern in (MONTH_FIRST, DAY_FIRST, YEAR_FIRST) if (match := pattern.search(text))]
    found = [match for match in found if not MAY_IS_A_VERB.match(match.group())]
    if not found:
        return None
    # With a year before without, where two begin together ("5 May 12, 2020" is nobody's way of writing).
    first = min(found, key=lambda match: (match.start(), -match.end()))
    month = first["month"]
    number = int(month) if month.isdigit() else MONTHS[month[:3].lower()]
    try:
        day = date(int(first["year"] or 2000), number, int(first["day"]))  # 2000 has a 29 February
    except ValueError:
        return None
    return first, day if first["year"] else None, f"--{day.month:02}-{day.day:02}"


def from_copy(text: str) -> tuple[Dating, str | None]:
    """What a date line says: a dating where the year is given, else a partial date ("--11-05"), else neither."""
    stamp = STAMP.search(text)
    if stamp and (exact := from_iso(stamp.group())) != UNDATED:
        return exact, None
    found = find_date(text)
    if not found:
        return UNDATED, None
    match, day, partial = found
    if day is None:
        return UNDATED, partial
    return _at_clock(day, _clock_beside(text, match)), None


def _clock_beside(text: str, day: re.Match[str]) -> re.Match[str] | None:
    """The hour that stands closest to a day: behind it, or before it ("10:15 GMT, 5 May")."""
    behind = CLOCK.search(text, day.end())
    before = next(iter(deque(CLOCK.finditer(text, 0, day.start()), maxlen=1)), None)
    if behind is None or before is None:
        return behind or before
    return before if day.start() - before.end() < behind.start() - day.end() else behind


def _at_clock(day: date, clock: re.Match[str] | None) -> Dating:
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    if clock is None or (clock["half"] and not 1 <= int(clock["hour"]) <= 12):  # a dial's hours
        return Dating(midnight, "day", None)
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    offset = _minutes(clock["zone"], day)
    if clock["zone"] and offset is None:
        return Dating(midnight, "day", None)
    stated = datetime(
        day.year, day.month, day.day, hour, int(clock["minute"]), tzinfo=timezone(timedelta(minutes=offset or 0))
    )
    return Dating(stated.astimezone(UTC), "minute", offset)


def _minutes(zone: str | None, day: date) -> int | None:
    if not zone:
        return None
    if zone.lower() in AMERICAN:
        return AMERICAN[zone.lower()] + (60 if _is_american_summer(day) else 0)
    if zone[0] in "+-":
        sign = -1 if zone[0] == "-" else 1
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        return sign * minutes if minutes < 24 * 60 else None
    return ZONES.get(zone.lower())


def _is_american_summer(day: date) -> bool:
    """Whether daylight saving time is on in the United States: from March's second Sunday to November's first."""
    start = date(day.year, 3, 14) - timedelta(days=(date(day.year, 3, 14).weekday() + 1) % 7)
    end = date(day.year, 11, 7) - timedelta(days=(date(day.year, 11, 7).weekday() + 1) % 7)
    return start <= day < end


def believed(dating: Dating, fetched_at: datetime) -> bool:
    """Whether an article read at `fetched_at` can be of that date: not before 1900, not in the future, not 0."""
    if dating.published is None:
        return True
    if dating.published == EPOCH:
        return False
    slack = CLOCK_SLACK if dating.utc_offset is not None else DAY_SLACK
    return dating.published.year >= FIRST_YEAR and dating.published <= fetched_at + slack
