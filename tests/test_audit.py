"""`.ci/audit`: a known fault stops CI unless it is argued, and where nothing is known that is not taken for "clean"."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

AUDIT = Path(__file__).parents[1] / ".ci" / "audit"
KNOWN = {"name": "alpha", "version": "1.0", "vulns": []}
FAULTY = {"name": "beta", "version": "2.0", "vulns": [{"id": "CVE-2099-1"}]}
SKIPPED = {"name": "gamma", "skip_reason": "the index knows nothing of it"}

pytestmark = pytest.mark.skipif(not AUDIT.exists(), reason="not in a clone of the repository")


def audited(folder: Path, told: str, script: Path = AUDIT) -> tuple[int, str]:
    """What the script says where pip-audit prints this: a stand-in for it, as it asks services on the web."""
    (folder / "pip_audit.py").write_text(f"print({told!r})")
    environment = os.environ | {"PYTHONPATH": str(folder)}
    done = subprocess.run([sys.executable, str(script)], env=environment, capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.returncode, done.stdout


def test_a_fault_that_nobody_argued_stops_ci(tmp_path: Path) -> None:
    status, said = audited(tmp_path, json.dumps({"dependencies": [KNOWN, FAULTY, SKIPPED]}))
    assert status == 1
    assert said == "beta 2.0: CVE-2099-1: NOT ARGUED\n2 of 3 packages audited, 1 faults known\n"


def test_a_fault_that_is_argued_is_told_and_stops_nothing(tmp_path: Path) -> None:
    argued = tmp_path / "audit"
    argued.write_text(AUDIT.read_text("utf-8").replace("] = {}", '] = {"CVE-2099-1": "not called by us"}'))
    status, said = audited(tmp_path, json.dumps({"dependencies": [FAULTY]}), argued)
    assert status == 0
    assert said.startswith("beta 2.0: CVE-2099-1: not called by us\n")


def test_what_is_clean_is_counted(tmp_path: Path) -> None:
    assert audited(tmp_path, json.dumps({"dependencies": [KNOWN]})) == (0, "1 of 1 packages audited, 0 faults known\n")


@pytest.mark.parametrize("told", [json.dumps({"dependencies": [SKIPPED, SKIPPED]}), "", "ERROR: no network"])
def test_where_nothing_is_known_nothing_is_called_clean(tmp_path: Path, told: str) -> None:
    assert audited(tmp_path, told) == (0, "no data on known faults can be had here: nothing was audited\n")
