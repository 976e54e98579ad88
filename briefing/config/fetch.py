"""Fetch settings: the lists `feeds` and `pages` and the table `[fetch]` of `brief.toml`."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from briefing.config.mail import table
from briefing.config.values import Reader, count, flag, read, shown, text
from briefing.errors import ConfigError
from briefing.read.web.manners import Manners

LONGEST_WAIT = 600  # seconds; more is no timeout, and hardly a delay
MEGABYTE = 1_000_000


def web_addresses(value: object, key: str) -> tuple[str, ...]:
    """A list of http and https addresses, each once; it may be empty."""
    if not isinstance(value, list):
        raise ConfigError(f'{key} must be a list such as ["https://courier.example/rss"], not {shown(value)}')
    return tuple(dict.fromkeys(web_address(each, f"each of {key}") for each in value))


def web_address(value: object, key: str) -> str:
    """One http or https address."""
    address = text(value, key).strip()
    try:
        parts = urlsplit(address)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        fits = False
    if not fits or not address.isprintable() or " " in address:
        raise ConfigError(f"{key} must be an address that begins with https:// or http://, not {shown(value)}")
    return address


def seconds(value: object, key: str) -> float:
    """A length of time above nought."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 < value <= LONGEST_WAIT:
        raise ConfigError(f"{key} must be a number of seconds above 0 and up to {LONGEST_WAIT}, not {shown(value)}")
    return float(value)


def pause(value: object, key: str) -> float:
    """A length of time that may be nought."""
    return 0.0 if value == 0 and not isinstance(value, bool) else seconds(value, key)


def megabytes(value: object, key: str) -> int:
    """Whole megabytes, as bytes."""
    return count(value, key) * MEGABYTE


FETCH: Mapping[str, Reader] = {
    "timeout": seconds,
    "whole": seconds,
    "delay": pause,
    "most_megabytes": megabytes,
    "tries": count,
    "side_by_side": count,
    "pages_a_feed": count,
    "private_addresses": flag,
    "robots": flag,
}


def parse_fetch(value: object) -> Manners:
    """The table `[fetch]`. Raises ConfigError."""
    values = read(table(value, "fetch"), FETCH, "fetch.")
    if "most_megabytes" in values:
        values["most_bytes"] = values.pop("most_megabytes")
    return replace(Manners(), **values)
