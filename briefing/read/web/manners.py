"""Manners: how brief behaves on the web. What it says, how long it waits, how much it takes, where it will not go."""

from dataclasses import dataclass

from briefing import __version__

AGENT = "brief"
"""What robots.txt may call it."""


@dataclass(frozen=True, slots=True)
class Manners:
    """Settings of fetching; `[fetch]` in brief.toml."""

    timeout: float = 20.0  # seconds for connecting, and for each silence of a server
    whole: float = 60.0  # seconds for all of one answer: a server may also be slow byte by byte
    delay: float = 1.0  # seconds between two requests to one host
    most_bytes: int = 20_000_000  # of one answer, unpacked: the limit that files have
    tries: int = 3  # how often a request is made that fails for a passing reason
    side_by_side: int = 16  # hosts asked at the same time
    pages_a_feed: int = 50  # pages read in one run for a feed that has only teasers
    private_addresses: bool = False  # whether the machine's own network may be read
    robots: bool = True  # whether robots.txt is followed

    @property
    def user_agent(self) -> str:
        """Who asks (RFC 9110, section 10.1.5)."""
        return f"{AGENT}/{__version__} (news briefing; reads feeds)"
