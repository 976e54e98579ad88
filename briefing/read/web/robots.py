"""Robots: which addresses of a site its robots.txt asks to leave alone (RFC 9309).

Python's own parser takes the first rule that fits and knows no wildcards; the RFC wants the longest, and has them.
"""

import math
from dataclasses import dataclass
from urllib.parse import quote, unquote

MAX_BYTES = 500_000
"""What the RFC (section 2.5) asks of a reader at least."""

MAX_RULES = 5_000
LONGEST_DELAY = 30.0
"""Seconds; a site that asks for more would hold up the briefing."""

ANYONE = "*"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a robots.txt says to one agent."""

    rules: tuple[tuple[str, bool], ...] = ()  # (pattern of paths, whether it allows)
    delay: float = 0.0  # seconds between requests that it asks for

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be read: the longest pattern that fits decides, allowing in a tie."""
        if path == "/robots.txt":
            return True
        wanted = _normal(path)
        fitting = [(len(pattern), allowed) for pattern, allowed in self.rules if _fits(pattern, wanted)]
        return max(fitting, default=(0, True))[1]


NOTHING = Rules((("/", False),))
"""Leave everything alone: what a site with a server error gets (RFC 9309, section 2.3.1.4)."""


def parse(text: str, agent: str) -> Rules:
    """The rules for an agent: those of all groups that name it, else those for anyone."""
    own, anyone = _Group(), _Group()
    named: list[str] = []
    in_rules = False
    for line in text.lstrip("\ufeff").splitlines():
        name, _, value = line.partition("#")[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if name == "user-agent":
            named = [value.lower()] if in_rules else [*named, value.lower()]
            in_rules = False
        elif name in ("allow", "disallow", "crawl-delay"):
            in_rules = True
            if any(each.split("/")[0].strip() == agent.lower() for each in named):
                own.add(name, value)
            if ANYONE in named:
                anyone.add(name, value)
    return (own if own.found else anyone).rules()


class _Group:
    """The lines for one agent so far."""

    def __init__(self) -> None:
        self.found = False
        self.lines: list[tuple[str, bool]] = []
        self.delay = 0.0

    def add(self, name: str, value: str) -> None:
        self.found = True
        if name == "crawl-delay":
            self.delay = _seconds(value)
        elif value and len(self.lines) < MAX_RULES:
            self.lines.append((_normal(value), name == "allow"))

    def rules(self) -> Rules:
        return Rules(tuple(self.lines), self.delay)


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return min(max(seconds, 0.0), LONGEST_DELAY) if math.isfinite(seconds) else 0.0


def _normal(path: str) -> str:
    """A path with one spelling for each character: "%7E" and "~" are one (RFC 9309, section 2.2.2)."""
    return quote(unquote(path, errors="surrogateescape"), safe="/*$?&=:@!+,;~'()#[]%", errors="surrogateescape")


def _fits(pattern: str, path: str) -> bool:
    """Whether a path begins as the pattern says, "*" being anything and "$" the end. Linear: no backtracking."""
    anchored = pattern.endswith("$")
    first, *rest = (pattern[:-1] if anchored else pattern).split("*")
    if not path.startswith(first):
        return False
    if anchored and not rest:
        return path == first
    at = len(first)
    for piece in rest[:-1] if anchored else rest:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not anchored or (path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= at)
