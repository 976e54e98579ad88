"""Subscribe: a new feed goes into `brief.toml` by an edit of its text, so that every comment in it stays.

Whatever the edit is, its result is parsed and must say what was meant, and nothing else than before besides: an edit
that would not is not made, and the operator is told what to write.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefing.config import FILE
from briefing.errors import ConfigError

FIRST_TABLE = re.compile(r"^[ \t]*\[", re.M)
LIST = re.compile(r"^[ \t]*feeds[ \t]*=[ \t]*\[", re.M)
MOST_BRACKETS = 200
"""How many closing brackets are tried as the list's end: addresses and comments in it may hold some."""


def subscribe(folder: Path, feeds: Sequence[str]) -> tuple[str, ...]:
    """Add feeds to the `brief.toml` of a folder, making it where there is none; returns those that were not in it.

    Raises ConfigError where the file cannot be read or written, or not be edited safely.
    """
    path = folder / FILE
    try:
        written = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        present = tomllib.loads(written).get("feeds", [])
        new = tuple(feed for feed in dict.fromkeys(feeds) if not isinstance(present, list) or feed not in present)
        if new:
            path.write_bytes(with_feeds(written, new).encode())
    except OSError as error:
        raise ConfigError(f"{path} cannot be changed ({error.strerror}): check its permissions") from None
    except (tomllib.TOMLDecodeError, UnicodeError, RecursionError):
        raise ConfigError(f"{path} is not TOML: mend it first") from None
    return new


def with_feeds(toml: str, feeds: Sequence[str]) -> str:
    """The text of a `brief.toml` with feeds added to its list; raises ConfigError where that cannot be done safely."""
    settings = tomllib.loads(toml)
    present = settings.get("feeds", [])
    if isinstance(present, list):
        wanted = settings | {"feeds": [*present, *feeds]}
        for candidate in _candidates(toml, feeds, bool(present)):
            if _parsed(candidate) == wanted:
                return candidate
    listed = ", ".join(map(_quoted, feeds))
    raise ConfigError(f"{FILE} is written in a way brief cannot extend: add {listed} to its feeds by hand")


def _candidates(toml: str, feeds: Sequence[str], comma: bool) -> Iterator[str]:
    """Texts that may be what is wanted, the best first."""
    newline = "\r\n" if "\r\n" in toml else "\n"
    entries = "".join(f"    {_quoted(feed)},{newline}" for feed in feeds)
    found = LIST.search(toml)
    if found is None:
        block = f"feeds = [{newline}{entries}]{newline}"
        table = FIRST_TABLE.search(toml)
        at = table.start() if table else len(toml)
        before = toml[:at] if not toml[:at] or toml[:at].endswith("\n") else toml[:at] + newline
        yield before + block + (newline if table else "") + toml[at:]
        yield block + toml  # at the very top nothing can be in the way
        return
    end = found.end()
    for _ in range(MOST_BRACKETS):
        end = toml.find("]", end)
        if end < 0:
            return
        inside = toml[found.end() : end].rstrip()
        for between in ("", ",") if comma else ("",):
            yield f"{toml[: found.end()]}{inside}{between}{newline}{entries}{toml[end:]}"
        end += 1


def _quoted(text: str) -> str:
    """A TOML string: JSON's, but that JSON leaves one control character as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _parsed(toml: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(toml)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
