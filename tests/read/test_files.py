"""Reading single files: what becomes a document, and what a problem."""

import gzip
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.errors import ReadError
from briefing.model import Problem, RawDocument
from briefing.read import opening, read

NOW = datetime(2026, 5, 24, 7, 0, tzinfo=UTC)


def documents(*paths: Path) -> list[RawDocument]:
    return [found for found in read(paths, fetched_at=NOW) if isinstance(found, RawDocument)]


def messages(*paths: Path) -> list[str]:
    return [found.message for found in read(paths, fetched_at=NOW) if isinstance(found, Problem)]


def write(path: Path, body: bytes = b"The ferry is late.") -> Path:
    path.write_bytes(body)
    return path


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("a.txt", "text/plain"), ("a.MD", "text/markdown"), ("a.html", "text/html"), ("a.htm", "text/html")],
)
def test_the_end_of_the_name_tells_the_media_type(tmp_path: Path, name: str, media_type: str) -> None:
    assert [document.media_type for document in documents(write(tmp_path / name))] == [media_type]


def test_a_document_holds_the_bytes_as_they_were_and_the_time_it_was_read(tmp_path: Path) -> None:
    body = b"\xff\xfeA\x00 \x00"
    found = documents(write(tmp_path / "a.txt", body))[0]
    assert (found.body, found.fetched_at, found.part, found.url) == (body, NOW, None, None)


def test_the_source_is_the_path_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    write(tmp_path / "in" / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert [found.source for found in documents(Path("in"))] == ["in/a.txt"]


def test_a_compressed_file_is_read_like_a_plain_one(tmp_path: Path) -> None:
    found = documents(write(tmp_path / "a.txt.gz", gzip.compress(b"The ferry is late.")))
    assert [(document.media_type, document.body) for document in found] == [("text/plain", b"The ferry is late.")]


def test_a_path_that_does_not_exist_is_broken_use_and_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="does not exist"):
        read([tmp_path / "no.txt"], fetched_at=NOW)


def test_a_name_no_file_can_have_does_not_exist() -> None:
    with pytest.raises(ReadError, match="does not exist"):
        read([Path("a" * 5_000)], fetched_at=NOW)


def test_an_empty_file_is_a_problem(tmp_path: Path) -> None:
    assert messages(write(tmp_path / "a.txt", b" \n")) == ["the file is empty"]


@pytest.mark.parametrize("body", [b"%PDF-1.7 rest", b"\x89PNG\r\n", bytes(range(256)) * 8, b"PK\x03\x04zip"])
def test_binary_data_is_a_problem(tmp_path: Path, body: bytes) -> None:
    assert messages(write(tmp_path / "a.txt", body)) == ["the file holds binary data, not text"]


def test_text_in_utf_16_is_no_binary_data(tmp_path: Path) -> None:
    assert documents(write(tmp_path / "a.txt", "The ferry is late.".encode("utf-16-le")))


def test_an_unknown_kind_is_a_problem(tmp_path: Path) -> None:
    assert messages(write(tmp_path / "a.xyz")) == ["not a kind of file brief reads"]


def test_a_file_larger_than_the_cap_is_a_problem(tmp_path: Path) -> None:
    body = b"a " * (opening.MAX_DOCUMENT_BYTES // 2 + 1)
    assert messages(write(tmp_path / "a.txt", body)) == ["larger than 20 MB, so it was not read"]


def test_a_gzip_bomb_is_a_problem_and_not_unpacked_whole(tmp_path: Path) -> None:
    bomb = gzip.compress(b" " * (opening.MAX_DOCUMENT_BYTES * 3))
    assert messages(write(tmp_path / "a.txt.gz", bomb)) == ["larger than 20 MB, so it was not read"]


@pytest.mark.parametrize("body", [b"no gzip at all", gzip.compress(bytes(range(65, 91)) * 9)[:40]])
def test_broken_gzip_is_a_problem(tmp_path: Path, body: bytes) -> None:
    assert len(messages(write(tmp_path / "a.txt.gz", body))) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_one_may_not_read_is_a_problem(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    path.chmod(0)
    assert messages(path) == ["the file could not be opened: permission denied"]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert messages(tmp_path / "a.txt") == ["the file could not be opened: not a regular file"]
