"""What all tests share: no clock decides over a property test, and CI tries the same examples again."""

import os
import signal
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

from tests.cluster import cluster, place

__all__ = ["cluster", "place"]  # fixtures

# A shell has what it starts behind `&` ignore SIGINT, and so would every command that a test starts and interrupts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile(
    "steady",
    deadline=None,  # a busy machine fails none
    derandomize="CI" in os.environ,  # a change is judged by what it changed; new examples are looked for at home
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


@pytest.fixture
def figure(capfd: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Prints what a promise of docs/reliability.md came to in this run, whatever else pytest shows."""

    def told(line: str) -> None:
        with capfd.disabled():
            print(f"\n{line}")  # noqa: T201 the figure is part of what such a test is for

    return told
