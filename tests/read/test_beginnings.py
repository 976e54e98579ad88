"""What a file is by how it begins: names say nothing, or the wrong thing."""

import gzip
import json
from pathlib import Path

import pytest

from tests.read.reading import found, row, sorted_out

PAGE = (
    "<!DOCTYPE html>\n<html><head><title>A bolt had sheared</title></head><body><p>The ferry lay still.</p></body>"
    "</html>"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Harnby Courier</title><item><title>A bolt had sheared'
    "</title><description>The ferry lay still for nine hours.</description></item></channel></rss>"
)
ROW = json.dumps({"title": "A bolt had sheared", "text": "The ferry lay still."})
MAIL = (
    "From: Harnby Courier <n@courier.example>\nSubject: A bolt had sheared\nMessage-ID: <1@c>\n\nThe ferry lay still."
)


@pytest.mark.parametrize(
    "name", ["story.php", "story.html?id=3", "story", "story.aspx", "story.txt", "a storm of 2.5 hours", "story.shtml"]
)
def test_a_page_is_a_page_whatever_its_name(tmp_path: Path, name: str) -> None:
    (document,), problems = found(tmp_path / name, PAGE)
    assert (document.media_type, problems) == ("text/html", [])


@pytest.mark.parametrize("name", ["feed.html", "feed.txt", "feed", "rss.feed", "rss.php"])
def test_a_feed_is_a_feed_whatever_its_name(tmp_path: Path, name: str) -> None:
    (document,), problems = found(tmp_path / name, FEED)
    assert (row(document)["title"], problems) == ("A bolt had sheared", [])


def test_a_page_may_begin_with_blanks_a_comment_or_a_mark(tmp_path: Path) -> None:
    for number, before in enumerate((b"\n\n", b"<!-- saved from url=(0021)https://c.example/1 -->\n", b"\xef\xbb\xbf")):
        (document,), _ = found(tmp_path / f"{number}.txt", before + PAGE.encode())
        assert document.media_type == "text/html"
    (document,), _ = found(tmp_path / "wide.txt", PAGE.encode("utf-16"))
    assert document.media_type == "text/html"


def test_json_and_mail_saved_as_text_are_what_they_are(tmp_path: Path) -> None:
    (document,), _ = found(tmp_path / "row.txt", ROW)
    assert document.media_type == "application/json"
    (document,), _ = found(tmp_path / "mail.txt", MAIL)
    assert row(document)["title"] == "A bolt had sheared"


@pytest.mark.parametrize(
    "text",
    [
        "[Lindow] The ferry lay still.",
        "From 2019 on the council said no.",
        "{The ferry} lay still.",
        "<p> is a tag.",
        "Subject: ferries. They lie still, and nobody says why.",
        "From: the editor\n\nThe ferry lay still.",
    ],
)
def test_what_only_looks_like_another_kind_stays_text(tmp_path: Path, text: str) -> None:
    (document,), _ = found(tmp_path / "story.txt", text)
    assert document.media_type == "text/plain"


def test_json_and_json_lines_are_told_apart_by_what_they_hold(tmp_path: Path) -> None:
    documents, problems = found(tmp_path / "lines.json", f"{ROW}\n{ROW}\n")
    assert (len(documents), problems) == (2, [])
    documents, problems = found(tmp_path / "list.jsonl", f"[{ROW}, {ROW}]")
    assert (len(documents), problems) == (2, [])
    documents, problems = found(tmp_path / "one.jsonl", json.dumps(json.loads(ROW), indent=2))
    assert (len(documents), problems) == (1, [])


def test_what_is_packed_is_unpacked_whatever_its_name(tmp_path: Path) -> None:
    (document,), problems = found(tmp_path / "story.html", gzip.compress(PAGE.encode()))
    assert (document.body, problems) == (PAGE.encode(), [])
    documents, problems = found(tmp_path / "rows.jsonl", gzip.compress(f"{ROW}\n".encode()))
    assert (len(documents), problems) == (1, [])


def test_a_bomb_by_another_name_is_still_refused(tmp_path: Path) -> None:
    documents, problems = found(tmp_path / "rows.json", gzip.compress(b" " * 40_000_000))
    assert (documents, problems) == ([], ["unpacks to more than 20 MB, so it was not read"])


def test_copies_and_other_files_are_not_read(tmp_path: Path) -> None:
    for name in ("story.html.bak", "story.html~", "story.html.part", "program.js", "picture.svg"):
        documents, problems = found(tmp_path / name, PAGE if "story" in name else "<svg></svg>")
        assert (documents, problems) == ([], ["not a kind of file brief reads"])


def test_documents_that_are_not_read_are_told_with_what_to_do(tmp_path: Path) -> None:
    _, problems = found(tmp_path / "a.pdf", b"%PDF-1.4")
    assert problems == ["a PDF, not a kind of file brief reads: save it as text or as a page"]
    _, problems = found(tmp_path / "a.xlsx", b"PK\3\4")
    assert problems == ["a spreadsheet, not a kind of file brief reads: save it as .csv"]


def test_a_mail_of_apples_is_read_without_what_the_program_keeps_of_it(tmp_path: Path) -> None:
    (document,), problems = found(tmp_path / "1.emlx", f"{len(MAIL)}\n{MAIL}<?xml version='1.0'?><plist></plist>")
    assert (row(document)["text"], problems) == ("The ferry lay still.", [])


def test_what_belongs_to_a_saved_page_is_passed_over(tmp_path: Path) -> None:
    for folder in ("Ferry_files", "Ferry-Dateien", "Mill_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "advert.html").write_text(PAGE)
        (tmp_path / folder / "style.css").write_text("p {}")
    (tmp_path / "Ferry.html").write_text(PAGE)
    documents, problems = sorted_out([tmp_path])
    assert [Path(each.source).relative_to(tmp_path).as_posix() for each in documents] == [
        "Ferry.html",
        "Mill_files/advert.html",
    ]
    assert problems == ["not a kind of file brief reads"]
