"""What all tests share: no clock decides over a property test, and CI tries the same examples again."""

import os

from hypothesis import HealthCheck, settings

from tests.cluster import cluster, place

__all__ = ["cluster", "place"]  # fixtures

settings.register_profile(
    "steady",
    deadline=None,  # a busy machine fails none
    derandomize="CI" in os.environ,  # a change is judged by what it changed; new examples are looked for at home
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")
