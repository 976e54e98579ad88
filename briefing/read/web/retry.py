"""Retry: whether to ask again, and when: decided from values alone."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

PASSING = frozenset({429, 502, 503, 504})
"""Statuses that may be over soon. A 500 is a fault of the server's, and is the same a second later."""

FIRST_WAIT = 1.0
"""Seconds before the second try, twice as many before the third, and so on."""

LONGEST_WAIT = 30.0
"""Seconds; a server that wants more is left for the next run."""


def wait(attempt: int, tries: int, retry_after: str = "", now: datetime | None = None) -> float | None:
    """Seconds to wait behind try number `attempt` (from 1) of `tries`; None: give up.

    `retry_after` is what the server asked for, in seconds or as a date (RFC 9110, section 10.2.3); `now` is needed for
    a date.
    """
    if attempt >= tries:
        return None
    asked = _asked(retry_after, now)
    if asked is not None and asked > LONGEST_WAIT:
        return None
    own = min(FIRST_WAIT * 2.0 ** (attempt - 1), LONGEST_WAIT)
    return own if asked is None else max(own, asked)


def _asked(retry_after: str, now: datetime | None) -> float | None:
    written = retry_after.strip()
    if written.isascii() and written.isdigit() and len(written) < len("1000000000"):
        return float(written)
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if now is None:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max((moment - now).total_seconds(), 0.0)
