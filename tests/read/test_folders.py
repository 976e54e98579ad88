"""Reading folders: order, what is passed over, what is not followed."""

import os
from datetime import UTC, datetime
from pathlib import Path

from briefing.model import Problem, RawDocument
from briefing.read import read

NOW = datetime(2026, 5, 24, 7, 0, tzinfo=UTC)


def tree(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"The ferry is late.")


def sources(folder: Path) -> list[str]:
    found = (document for document in read([folder], fetched_at=NOW) if isinstance(document, RawDocument))
    return [Path(document.source).relative_to(folder).as_posix() for document in found]


def problems(folder: Path) -> list[tuple[str, str]]:
    found = (problem for problem in read([folder], fetched_at=NOW) if isinstance(problem, Problem))
    return [(Path(problem.subject).name, problem.message) for problem in found]


def test_files_come_sorted_by_name_folder_by_folder(tmp_path: Path) -> None:
    tree(tmp_path, "c.txt", "b/z.txt", "b/a/y.txt", "a.txt")
    assert sources(tmp_path) == ["a.txt", "b/a/y.txt", "b/z.txt", "c.txt"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    tree(tmp_path, ".a.txt", ".git/b.txt", "c.txt")
    assert sources(tmp_path) == ["c.txt"]
    assert problems(tmp_path) == []


def test_a_loop_of_links_is_not_walked(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert sources(tmp_path) == ["a.txt"]
    assert problems(tmp_path) == [("loop", "a link to a folder is not followed, name the folder itself to read it")]


def test_a_link_to_nothing_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert problems(tmp_path) == [("a.txt", "the file could not be opened: no such file or directory")]


def test_a_pipe_in_a_folder_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert problems(tmp_path) == [("a.txt", "not a regular file, so it was not opened")]


def test_a_name_that_is_no_utf_8_can_be_printed(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff.txt"
    with open(name, "wb") as file:  # noqa: PTH123 (a Path cannot name it by bytes)
        file.write(b"The ferry is late.")
    assert [source.encode("utf-8") for source in sources(tmp_path)] == ["\ufffd.txt".encode()]


def test_a_folder_without_files_gives_nothing(tmp_path: Path) -> None:
    assert list(read([tmp_path], fetched_at=NOW)) == []
