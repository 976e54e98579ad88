"""Reading JSON Lines: a document a line, however long the file."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.model import Problem, RawDocument
from briefing.read import json_lines, opening, read

NOW = datetime(2026, 5, 24, 7, 0, tzinfo=UTC)


def found(path: Path, body: bytes) -> list[RawDocument | Problem]:
    path.write_bytes(body)
    return list(read([path], fetched_at=NOW))


def parts(path: Path, body: bytes) -> list[tuple[int | None, bytes]]:
    return [(one.part, one.body) for one in found(path, body) if isinstance(one, RawDocument)]


def test_each_line_is_a_document_with_its_number(tmp_path: Path) -> None:
    assert parts(tmp_path / "a.jsonl", b'{"text":"A"}\n\n{"text":"B"}') == [
        (1, b'{"text":"A"}\n'),
        (3, b'{"text":"B"}'),
    ]


def test_compressed_lines_are_read_alike(tmp_path: Path) -> None:
    assert len(parts(tmp_path / "a.jsonl.gz", gzip.compress(b'{"text":"A"}\n' * 3))) == 3


def test_lines_before_the_damage_of_a_compressed_file_are_kept(tmp_path: Path) -> None:
    body = gzip.compress(b"".join(b'{"text":"%d"}\n' % number for number in range(40_000)))
    last = found(tmp_path / "a.jsonl.gz", body[: len(body) // 2])
    assert len(last) > 100
    assert isinstance(last[-1], Problem)
    assert last[-1].message == "the compressed file is damaged or cut short"


def test_a_bomb_of_lines_is_stopped(tmp_path: Path) -> None:
    line = b" " * 1_000_000 + b"\n"
    bomb = gzip.compress(line * (json_lines.FREE_BYTES // len(line) + 2))
    last = found(tmp_path / "a.jsonl.gz", bomb)[-1]
    assert isinstance(last, Problem)
    assert "unpacks to far more" in last.message


@pytest.mark.parametrize("line", [b"\n", b"{}\n"])
def test_lines_without_end_that_hold_no_article_are_stopped(tmp_path: Path, line: bytes) -> None:
    last = found(tmp_path / "a.jsonl", line * (json_lines.MOST_SHORT_LINES * 3))[-1]
    assert isinstance(last, Problem)
    assert last.message == "holds over 10000 lines without an article, so the rest was not read"


def test_a_line_larger_than_the_cap_is_left_out_and_the_next_one_read(tmp_path: Path) -> None:
    long = b"a" * (opening.MAX_DOCUMENT_BYTES + 5)
    first, second = found(tmp_path / "a.jsonl", long + b'\n{"text":"B"}\n')
    assert isinstance(first, Problem)
    assert (first.subject.endswith("a.jsonl line 1"), first.message) == (True, "larger than 20 MB, so it was not read")
    assert isinstance(second, RawDocument)
    assert second.part == 2


def test_an_empty_file_is_a_problem(tmp_path: Path) -> None:
    assert [one.message for one in found(tmp_path / "a.jsonl", b"\n\n") if isinstance(one, Problem)] == [
        "the file is empty"
    ]


def test_binary_data_is_a_problem(tmp_path: Path) -> None:
    assert [one.message for one in found(tmp_path / "a.jsonl", b"%PDF-1.4\n%x") if isinstance(one, Problem)] == [
        "the file holds binary data, not text"
    ]


def test_a_file_that_grows_while_it_is_read_ends_where_it_ended_before(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'{"text": "one"}\n' * 3)
    documents = 0
    for each in read([path], fetched_at=NOW):
        with path.open("ab") as file:  # a writer that is faster than any reader
            file.write(b'{"text": "more"}\n' * 2)
            file.flush()
        documents += isinstance(each, RawDocument)
        last = each
    assert documents <= 4
    assert isinstance(last, Problem)
    assert last.message == "grew while it was read, so what came later is left for the next time"
