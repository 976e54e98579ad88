"""JSON files, JSON Feed, CSV."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.read.json_file import json_documents, json_feed
from tests.read.reading import NOW, found, row

ARTICLE = {"title": "Bridge opens", "text": "The bridge at Kessel is open.", "published": "2026-05-11"}

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Lindow Radio | News",
    "language": "en",
    "authors": [{"name": "Newsroom"}],
    "items": [
        {"id": "1", "url": "https://lindow.example/1", "title": "Swifts",
         "content_html": "<p>They are <b>back</b>.</p>",
         "date_published": "2026-05-11T08:00:00+02:00", "authors": [{"name": "Ben Roe"}]},
        {"id": 2, "content_text": "Buses run late.", "author": {"name": "Ada Quill"}},
        {"id": 3, "title": "No words"},
        "no item",
    ],
}  # fmt: skip


def test_one_object_is_one_article(tmp_path: Path) -> None:
    documents, problems = found(tmp_path / "a.json", json.dumps(ARTICLE))
    assert [row(document) for document in documents] == [ARTICLE]
    assert (documents[0].part, documents[0].media_type, problems) == (None, "application/json", [])


@pytest.mark.parametrize(
    "value", [[ARTICLE, ARTICLE], {"articles": [ARTICLE, ARTICLE]}, {"status": "ok", "results": [ARTICLE, ARTICLE]}]
)
def test_a_list_is_several_bare_or_under_a_usual_name(tmp_path: Path, value: object) -> None:
    documents, _ = found(tmp_path / "a.json", json.dumps(value))
    assert [document.part for document in documents] == [1, 2]


def test_what_is_no_article_is_told(tmp_path: Path) -> None:
    assert found(tmp_path / "a.json", '{"text": ')[1] == ["not JSON, perhaps cut short"]
    assert found(tmp_path / "b.json", "[1, {}]")[1] == [
        "1 of its 2 items are no articles: one is an object with a text"
    ]
    assert found(tmp_path / "c.json", "3")[1] == ["no article: one is an object with a text"]
    assert found(tmp_path / "d.json", "[]")[1] == ["the list is empty"]
    assert found(tmp_path / "e.json", "[" * 100_000)[1] == ["not JSON, perhaps cut short"]


def test_a_json_feed_is_its_items(tmp_path: Path) -> None:
    documents, _ = found(tmp_path / "feed.json", json.dumps(FEED))
    first, second = documents
    assert row(first) == {"id": "1", "title": "Swifts", "text": "They are back.", "url": "https://lindow.example/1"}
    assert first.declared is not None
    assert second.declared is not None
    assert (first.declared.outlet, first.declared.authors) == ("Lindow Radio", ("Ben Roe",))
    assert first.declared.published == "2026-05-11T08:00:00+02:00"
    assert (second.declared.authors, second.declared.language) == (("Ada Quill",), "en")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["items", "text", "url", "authors", "author", "id", "title"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@given(JSON)
def test_no_value_is_an_error(value: object) -> None:
    list(json_documents(value, "a.json", NOW))
    json_feed({"items": [value], "title": value}, "a.json", NOW)


def test_the_rows_of_a_table_are_articles(tmp_path: Path) -> None:
    table = 'Headline,Body,Date,Author,Publication,Link\n"A, ""b""","One\ntwo",2026-05-11,Ada Quill; Ben Roe,Courier,https://a.example/1\n\n,Three,,,,\n'
    documents, problems = found(tmp_path / "a.csv", "\ufeff" + table)
    assert problems == []
    assert row(documents[0]) == {
        "title": 'A, "b"', "text": "One\ntwo", "published": "2026-05-11", "authors": ["Ada Quill", "Ben Roe"],
        "outlet": "Courier", "url": "https://a.example/1",
    }  # fmt: skip
    assert row(documents[1]) == {"text": "Three", "authors": []}
    assert [document.part for document in documents] == [1, 3]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252"])
def test_a_table_may_come_from_any_spreadsheet(tmp_path: Path, separator: str, codec: str) -> None:
    documents, _ = found(tmp_path / "a.csv", f"title{separator}text\r\nx{separator}Über die Brücke\r\n".encode(codec))
    assert row(documents[0])["text"] == "Über die Brücke"


def test_a_table_may_have_long_texts_and_short_rows(tmp_path: Path) -> None:
    long = "word " * 60_000
    documents, _ = found(tmp_path / "a.csv", f"text,title\n{long},x\nshort\n")
    assert [len(row(document)["text"]) for document in documents] == [len(long.strip()), 5]


def test_rows_without_end_are_read_up_to_a_point(tmp_path: Path) -> None:
    documents, problems = found(tmp_path / "a.csv", "text\n" + "x\n" * 100_001)
    assert (len(documents), problems) == (100_000, ["holds more than 100,000 rows, so only the first were read"])
    assert found(tmp_path / "a.json", f"[{'1,' * 100_000}1]") == (
        [],
        [
            "holds more than 100,000 items, so only the first were read",
            "100000 of its 100001 items are no articles: one is an object with a text",
        ],
    )


def test_what_unpacks_to_far_more_than_articles_do_is_refused(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\n" * 30_000_000)
    for name in ("a.csv.gz", "a.json.gz", "a.xml.gz", "a.mbox.gz", "a.eml.gz"):
        assert found(tmp_path / name, bomb)[1] == ["unpacks to more than 20 MB, so it was not read"]


def test_a_table_without_texts_is_told(tmp_path: Path) -> None:
    assert found(tmp_path / "a.csv", "name,age\nA,3\n")[1] == ["its first line names no column text"]


@given(st.binary(max_size=200))
def test_no_bytes_are_an_error(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    folder = tmp_path_factory.mktemp("rows")
    found(folder / "a.csv", b"text,title\n" + body)
    found(folder / "a.json", body)
