import subprocess
import sys
from pathlib import Path

import pytest

from briefing.deliver.lock import BusyError, only_run
from briefing.errors import DeliverError

HOLD = """
import sys
from pathlib import Path
from briefing.deliver.lock import only_run
with only_run(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_run_is_refused_and_a_killed_one_blocks_nobody(tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(library)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(BusyError, match="another run is at work"), only_run(library):
            pass
        other.kill()
        other.wait()
    with only_run(library):
        pass
    (tmp_path / "other.sqlite").symlink_to(library)
    with only_run(library), pytest.raises(BusyError), only_run(tmp_path / "other.sqlite"):
        pass
    with only_run(library):  # and a lock that was let go of is free
        pass


def test_a_folder_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(DeliverError, match="cannot be made"), only_run(tmp_path / "none" / "library.sqlite"):
        pass
