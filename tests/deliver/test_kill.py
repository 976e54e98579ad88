import email
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from briefing.deliver.ledger import Ledger
from briefing.store import open_library
from tests.deliver.kill_rounds import RECIPIENTS, item
from tests.deliver.server import Box, running

ROOT = Path(__file__).parents[2]
ROUNDS = 50
AIMED = 5  # rounds killed between the server's 250 and the ledger
SEED = 8
SECONDS_MAX = 600  # only against a hang: it takes 6 on an idle machine, a minute on one with ten times as much to do


def test_killed_anywhere_and_run_again_everybody_has_it_once_or_twice_under_one_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library.sqlite"
    open_library(library).close()
    box = Box()
    with running(box, tmp_path) as (port, _):
        subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.deliver.kill_rounds",
                str(port),
                str(library),
                *map(str, (ROUNDS, SEED, AIMED)),
            ],
            cwd=ROOT,
            check=True,
            timeout=SECONDS_MAX,
        )
    got = Counter((to, email.message_from_bytes(data)["Message-ID"]) for to, data in box.letters)
    expected = {
        (to, item(f"round {number}", to).message_id): number for number in range(ROUNDS + AIMED) for to in RECIPIENTS
    }
    whole = {(to, item("whole", to).message_id) for to in RECIPIENTS}
    assert got.keys() == expected.keys() | whole  # nobody is forgotten, and there is no second name
    assert set(got.values()) <= {1, 2}
    repeats = Counter(expected[name] for name, times in got.items() if times == 2)
    assert set(repeats.values()) <= {1}  # a kill repeats at most the one letter it hit between 250 and ledger
    assert {number for number in repeats if number >= ROUNDS} == set(range(ROUNDS, ROUNDS + AIMED))
    with Ledger(library) as ledger:
        assert {each.state for each in ledger.entries()} == {"sent"}
    with capsys.disabled():
        print(  # noqa: T201 the figure is what the test is for
            f"\n{ROUNDS} kills at random points, {ROUNDS * len(RECIPIENTS)} letters due: none missing, "
            f"{len(repeats) - AIMED} repeated; {AIMED} aimed kills: {AIMED} repeated; all under the same Message-ID"
        )
