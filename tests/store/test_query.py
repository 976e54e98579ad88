import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.store.fts5 import FTS5
from briefing.store.query import parse


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("port selby", '"port" AND "selby"'),
        ('"port selby" ferry', '"port selby" AND "ferry"'),
        ("harb*", '"harb"*'),
        ('"port sel"*', '"port sel"*'),
        ("port -ferry", '("port") NOT ("ferry")'),
        ('port -"fuel oil" -tug', '("port") NOT ("fuel oil" OR "tug")'),
        ('"never closed', '"never closed"'),
        ("co-operate", '"co-operate"'),
        ("NEAR(a b) AND title:c", '"NEAR(a" AND "b)" AND "AND" AND "title:c"'),
        ("-ferry", ""),
        ("*** — “", ""),
        ("", ""),
    ],
)
def test_what_is_typed_becomes_words_phrases_beginnings_and_exceptions(typed: str, match: str) -> None:
    assert FTS5.match(parse(typed)) == match


@given(st.text(max_size=60) | st.text(alphabet='ab "-*^:(){}+\\\x00\ud800,.ORNT', max_size=30))
def test_nothing_that_is_typed_is_wrong(typed: str) -> None:
    match = FTS5.match(parse(typed))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (a, tokenize = 'unicode61 remove_diacritics 2')")
        if match:
            connection.execute("SELECT count(*) FROM t WHERE t MATCH ?", (match,)).fetchone()
