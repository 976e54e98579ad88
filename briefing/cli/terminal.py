"""Terminal: what is printed where a person looks stays text, whoever wrote it.

Headlines, names, paths and error messages hold what strangers wrote, and a terminal obeys what it is sent: to rewrite
lines above, to show one address and open another (OSC 8), to set its title, to answer as if the user had typed
(ECMA-48; CVE-2003-0063). Programs are given their data as it is: what is no terminal is left alone.
"""

import re
import sys
from collections.abc import Iterable
from typing import Any, TextIO

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"  # ECMA-48, 8.3.117: the only codes that are let through, as all they do is shine
MOVING = re.compile(
    r"(?!\x1b\[[01]m)[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but tab and line feed
    "\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"  # what ends lines, or turns them round
)
STAND_IN = "\ufffd"


class Inert:
    """A terminal's stream, which writes text as text; in all else the stream itself."""

    def __init__(self, stream: TextIO) -> None:
        self.unguarded = stream

    def write(self, text: str) -> int:
        """Write the text, each character that would act on the terminal replaced."""
        return self.unguarded.write(MOVING.sub(STAND_IN, text))

    @property
    def buffer(self) -> "InertBytes":
        """The stream for those who write UTF-8 themselves."""
        return InertBytes(self)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.unguarded, name)


class InertBytes:
    """The same for bytes."""

    def __init__(self, stream: Inert) -> None:
        self.stream = stream

    def write(self, data: bytes) -> int:
        """Write the text that these bytes are in UTF-8."""
        self.stream.write(data.decode("utf-8", "replace"))
        return len(data)

    def writelines(self, lines: Iterable[bytes]) -> None:
        """Write one after the other."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Send what is waiting."""
        self.stream.flush()


def guard() -> None:
    """From now on, what is printed to a terminal is inert, and no character stops anything from being printed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # started without one
            continue
        if hasattr(stream, "reconfigure"):
            # In JSON the escape of half a surrogate pair reads as what it was.
            stream.reconfigure(errors="backslashreplace")
        if stream.isatty():
            setattr(sys, name, Inert(stream))


def acting(stream: TextIO | Inert) -> TextIO:
    """The stream for codes of our own."""
    return stream.unguarded if isinstance(stream, Inert) else stream
