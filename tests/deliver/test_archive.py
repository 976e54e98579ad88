import os
import stat
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.deliver import location, write
from briefing.errors import DeliverError
from briefing.model import Window
from tests.factory import WEEK

FILES = {"md": b"ours: the ferry\n", "html": b"ours: <p>the ferry</p>\n", "pdf": b"%PDF ferry"}
NEW_FILES = {"md": b"ours: the bridge\n", "html": b"ours: <p>the bridge</p>\n", "pdf": b"%PDF bridge"}


def is_intact(data: bytes, extension: str) -> bool | None:
    """Stands for the real check: what begins with "ours" is intact, what contains it was edited."""
    if extension == "pdf" or b"ours" not in data:
        return None
    return data.startswith(b"ours")


def put(folder: Path, files: dict[str, bytes], *, force: bool = False) -> tuple[Path, ...]:
    return write(folder, WEEK, files, is_intact=is_intact, force=force)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


OLD = {f"2026/2026-W20.{kind}": data for kind, data in FILES.items()}
NEW = {f"2026/2026-W20.{kind}": data for kind, data in NEW_FILES.items()}


def test_each_format_is_a_file_named_by_the_window_in_its_years_folder(tmp_path: Path) -> None:
    paths = put(tmp_path / "briefs", FILES)
    assert [str(path.relative_to(tmp_path)) for path in paths] == [f"briefs/2026/2026-W20.{kind}" for kind in FILES]
    assert everything(tmp_path / "briefs") == OLD


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (("2020-W53", "week", date(2020, 12, 28), date(2021, 1, 3)), "2020/2020-W53.md"),
        (("2015-W01", "week", date(2014, 12, 29), date(2015, 1, 4)), "2015/2015-W01.md"),
        (("2021-01-01", "day", date(2021, 1, 1), date(2021, 1, 1)), "2021/2021-01-01.md"),
        (("2020-12-30--2021-01-02", "range", date(2020, 12, 30), date(2021, 1, 2)), "2020/2020-12-30--2021-01-02.md"),
    ],
)
def test_a_week_stands_in_the_year_it_is_counted_in(
    window: tuple[str, str, date, date], expected: str, tmp_path: Path
) -> None:
    identity, kind, first, last = window
    moment = datetime(2020, 1, 1, tzinfo=UTC)
    of = Window(identity, kind, moment, moment, first, last)  # type: ignore[arg-type] # a plain string in a table of cases
    assert location(tmp_path, of, "md") == tmp_path / expected


def test_a_file_that_brief_wrote_is_replaced(tmp_path: Path) -> None:
    put(tmp_path, FILES)
    put(tmp_path, NEW_FILES)
    assert everything(tmp_path) == NEW


def test_a_file_with_the_same_bytes_is_left_alone(tmp_path: Path) -> None:
    paths = put(tmp_path, FILES)
    for path in paths:
        os.utime(path, (1, 1))
    assert put(tmp_path, FILES) == paths
    assert [path.stat().st_mtime for path in paths] == [1, 1, 1]


@pytest.mark.parametrize(
    ("content", "reason"), [(b"edited, ours", "edited by hand"), (b"foreign", "not written by brief")]
)
def test_a_file_that_holds_somebodys_work_is_kept_and_nothing_else_written(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    (_, page, _) = put(tmp_path, FILES)
    page.write_bytes(content)
    with pytest.raises(DeliverError, match=reason) as caught:
        put(tmp_path, NEW_FILES)
    assert "--force" in str(caught.value)
    assert "--out" in str(caught.value)
    assert str(page) in str(caught.value)
    assert everything(tmp_path) == OLD | {"2026/2026-W20.html": content}


def test_force_replaces_what_was_edited(tmp_path: Path) -> None:
    put(tmp_path, FILES)[1].write_bytes(b"edited, ours")
    put(tmp_path, NEW_FILES, force=True)
    assert everything(tmp_path) == NEW


def test_an_edited_file_that_would_not_change_is_no_obstacle(tmp_path: Path) -> None:
    put(tmp_path, {"md": b"edited, ours"})
    assert put(tmp_path, {"md": b"edited, ours"})


def test_an_empty_file_is_nobodys_work(tmp_path: Path) -> None:
    put(tmp_path, FILES)[0].write_bytes(b"")
    put(tmp_path, NEW_FILES)
    assert everything(tmp_path) == NEW


@pytest.mark.parametrize("failing", ["fsync", "chmod"])
def test_a_disk_that_fails_while_writing_leaves_the_old_files_and_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    put(tmp_path, FILES)
    monkeypatch.setattr(os, failing, fails_at(2, getattr(os, failing)))
    with pytest.raises(DeliverError, match="No space left"):
        put(tmp_path, NEW_FILES)
    assert everything(tmp_path) == OLD


def test_an_interruption_between_two_files_leaves_each_whole_and_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, FILES)
    monkeypatch.setattr(os, "replace", fails_at(2, os.replace, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path, NEW_FILES)
    assert everything(tmp_path) == OLD | {"2026/2026-W20.md": NEW_FILES["md"]}


def test_what_a_killed_run_left_behind_is_swept_away_and_what_another_run_is_writing_is_not(tmp_path: Path) -> None:
    (page,) = put(tmp_path, {"md": b"ours"})
    dead, live = page.with_name(".2026-W20.md.x1.part"), page.with_name(".2026-W20.md.x2.part")
    for part in (dead, live):
        part.write_bytes(b"half a brie")
    os.utime(dead, (1, 1))
    put(tmp_path, NEW_FILES)
    assert not dead.exists()
    assert live.exists()


def test_a_folder_that_may_not_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "briefs").write_bytes(b"a file where the folder should be")
    with pytest.raises(DeliverError, match="--out") as caught:
        put(tmp_path / "briefs", FILES)
    assert "\n" not in str(caught.value)


def test_files_may_be_read_by_whom_the_users_mask_lets(tmp_path: Path) -> None:
    former = os.umask(0o027)
    try:
        (path,) = put(tmp_path, {"md": b"ours"})
    finally:
        os.umask(former)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def fails_at(call: int, real: Callable[..., object], error: BaseException | None = None) -> Callable[..., object]:
    """`real`, but the call of that number, from 1, raises."""
    calls = iter(range(1, 100))

    def stand_in(*arguments: object, **named: object) -> object:
        if next(calls) == call:
            raise error or OSError(28, "No space left on device")
        return real(*arguments, **named)

    return stand_in
