"""Threads: those that other packages start wait asleep, or are not started at all.

OpenBLAS and OpenMP start as many threads as there are processors, and each turns its processor idly for a while after
its last work: of a small week as much as a twentieth of all that is spent. What OpenBLAS multiplies here is small; what
OpenMP does, of large weeks, is not, and to be woken costs its threads nothing that shows.
"""

import os

# Read by OpenBLAS and by OpenMP's runtime when they are loaded (their user's guides); what a user set stays.
QUIET = {"OPENBLAS_NUM_THREADS": "1", "OMP_WAIT_POLICY": "PASSIVE"}


def wait_asleep() -> None:
    """Say so to both, in this process and those it starts, before either is loaded."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
