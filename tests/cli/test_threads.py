"""Other packages' threads do not turn a processor while there is nothing for them to do."""

import os
import subprocess
import sys

BLAS, OPENMP = "OPENBLAS_NUM_THREADS", "OMP_WAIT_POLICY"
STARTED = """
import os, sys
from briefing.cli import main
sys.argv = ["brief", "--version"]
try:
    main()
except SystemExit:
    print(os.environ["OPENBLAS_NUM_THREADS"], os.environ["OMP_WAIT_POLICY"])
"""


def started(**said: str) -> list[str]:
    """What both are told by a `brief` of its own, in a shell that says this of them."""
    environment = {name: value for name, value in os.environ.items() if name not in (BLAS, OPENMP)} | said
    done = subprocess.run([sys.executable, "-c", STARTED], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1].split()


def test_what_multiplies_works_in_one_thread_and_others_wait_asleep() -> None:
    assert started() == ["1", "PASSIVE"]


def test_what_a_user_says_of_them_stays() -> None:
    assert started(OPENBLAS_NUM_THREADS="4", OMP_WAIT_POLICY="ACTIVE") == ["4", "ACTIVE"]
