import io
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.reading import found, row, sorted_out

TEXT = "The bridge at Kessel is open, the town said."


def packed(members: dict[str, bytes]) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return body.getvalue()


def test_each_file_in_an_archive_is_read_as_its_kind_is(tmp_path: Path) -> None:
    members = {
        "b/page.html": b"<p>" + TEXT.encode() + b"</p>",
        "a.txt": TEXT.encode(),
        "rows.jsonl": b'{"text": "one"}\n{"text": "two"}\n',
        "letter.eml": b"From: a@b.example\nSubject: x\n\n" + TEXT.encode(),
        "__MACOSX/._a.txt": b"x",
        ".hidden.txt": b"x",
        "picture.png": b"x",
    }
    documents, problems = found(tmp_path / "news.zip", packed(members))
    assert [document.source.removeprefix(f"{tmp_path.as_posix()}/") for document in documents] == [
        "news.zip/a.txt", "news.zip/b/page.html", "news.zip/letter.eml", "news.zip/rows.jsonl", "news.zip/rows.jsonl",
    ]  # fmt: skip
    assert [document.part for document in documents] == [None, None, None, 1, 2]
    assert documents[0].path == documents[0].source
    assert problems == ["not a kind of file brief reads"]


@pytest.mark.parametrize(
    "name", ["../../escape.txt", "/etc/escape.txt", "..\\..\\escape.txt", "C:\\escape.txt", "a/../../escape.txt"]
)
def test_a_name_in_an_archive_leads_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "inner").mkdir()
    documents, _ = found(tmp_path / "inner" / "news.zip", packed({name: TEXT.encode()}))
    assert [document.body for document in documents] == [TEXT.encode()]
    assert ".." not in documents[0].source.removeprefix(tmp_path.as_posix())
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["inner", "news.zip"]


def test_a_bomb_is_dropped_and_the_rest_is_read(tmp_path: Path) -> None:
    start = time.process_time()
    documents, problems = found(tmp_path / "news.zip", packed({"a.txt": b"\0" * 60_000_000, "b.txt": TEXT.encode()}))
    assert len(documents) == 1
    assert problems == ["unpacks to far more than a text does, so it was not read"]
    assert time.process_time() - start < 5


def test_an_archive_in_an_archive_is_refused_whatever_it_is_called(tmp_path: Path) -> None:
    inner = packed({"a.txt": TEXT.encode()})
    documents, problems = found(
        tmp_path / "news.zip", packed({"inner.zip": inner, "inner.txt": inner, "x.zip.gz": inner})
    )
    assert documents == []
    assert problems == [
        "the file holds binary data, not text",
        "an archive in an archive is not unpacked",
        "an archive in an archive is not unpacked",
    ]


def test_an_encrypted_member_is_told(tmp_path: Path) -> None:
    body = bytearray(packed({"a.txt": TEXT.encode()}))
    body[6] |= 1  # the flag in the member's own header
    body[body.index(b"PK\x01\x02") + 8] |= 1  # and in the directory
    assert found(tmp_path / "news.zip", bytes(body)) == ([], ["encrypted, so it was not read"])


def test_a_damaged_archive_is_told(tmp_path: Path) -> None:
    body = packed({"a.txt": TEXT.encode() * 100})
    assert found(tmp_path / "a.zip", body[:-30]) == ([], ["the archive is damaged"])
    assert found(tmp_path / "b.zip", b"no zip") == ([], ["the archive is damaged"])
    spoilt = bytearray(body)
    spoilt[45] ^= 0xFF
    assert found(tmp_path / "c.zip", bytes(spoilt))[1] == ["damaged, or packed in a way brief does not know"]
    assert found(tmp_path / "d.zip.gz", body)[1] == ["a compressed zip is not unpacked: unpack it once"]


def test_trouble_inside_a_member_names_the_member(tmp_path: Path) -> None:
    (tmp_path / "news.zip").write_bytes(packed({"a.csv": b"title\nx\n", "b.json": b"[1]"}))
    documents, problems = sorted_out([tmp_path / "news.zip"])
    assert documents == []
    assert problems == [
        "its first line names no column text",
        "1 of its 1 items are no articles: one is an object with a text",
    ]


def test_a_member_may_be_compressed_once_more(tmp_path: Path) -> None:
    import gzip

    documents, _ = found(tmp_path / "news.zip", packed({"a.json.gz": gzip.compress(b'{"text": "one"}')}))
    assert row(documents[0]) == {"text": "one"}


def test_a_member_without_a_name_is_passed_over(tmp_path: Path) -> None:
    spoilt = bytearray(packed({"n": TEXT.encode()}))
    spoilt[spoilt.rindex(b"n")] = 0  # in the directory at its end; zipfile cuts names at a NUL
    assert found(tmp_path / "a.zip", bytes(spoilt))[0] == []


@given(st.data())
def test_no_spoilt_archive_is_an_error(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    body = bytearray(packed({"a.txt": TEXT.encode(), "b.json": b"{}"}))
    for _ in range(data.draw(st.integers(1, 4))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    found(tmp_path_factory.mktemp("zip") / "a.zip", bytes(body))


def test_what_belongs_to_a_saved_page_is_passed_over_in_an_archive_too(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("x/Ferry.html", "x/Ferry_files/advert.html", "x/Ferry_files/deep/a.css", "Ferry_files/own.txt"):
            archive.writestr(name, "<html><p>The ferry lay still.</p></html>")
    documents, problems = sorted_out([tmp_path / "a.zip"])
    assert [each.source.rpartition(".zip/")[2] for each in documents] == ["Ferry_files/own.txt", "x/Ferry.html"]
    assert problems == []
