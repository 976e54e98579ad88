"""The words and snippets that PostgreSQL is given are those that SQLite finds by itself."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.store.fts5 import FTS5
from briefing.store.query import Query, Term
from briefing.store.snippet import snippet
from briefing.store.tokens import LONGEST, words
from briefing.store.tsvector import PLACE_MAX, PLACES_MAX, TSVECTOR, vector

LETTERS = "abcß\u00e4\u00c9\u00f1\u0160\u0308\u0301жЖйΣςЁ中文ي٣7²ªﬁ"
OTHERS = " .,:;-–'\"!?/&_\n\t„“()€\u00ad\u200b"
TEXTS = st.text(LETTERS + OTHERS, max_size=60)
SHORT = st.text("abc .:,\n", max_size=120)


@cache
def tables() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5 (a, b, tokenize = 'unicode61 remove_diacritics 2')")
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance')")
    return connection


@pytest.fixture(scope="module", autouse=True)
def closed() -> Iterator[None]:
    with closing(tables()):
        yield
    tables.cache_clear()


def by_sqlite(text: str) -> list[str]:
    tables().execute("DELETE FROM t")
    tables().execute("INSERT INTO t (b) VALUES (?)", (text,))
    return [term for (term,) in tables().execute("SELECT term FROM v ORDER BY offset")]


@given(TEXTS)
@example("Ha\u0308rnby’s Straßen: Ågren, O’Neill, 3.5 m² – Ελλάς, школы ЁЖ")
def test_words_are_cut_and_folded_as_sqlite_does(text: str) -> None:
    assert words(text) == by_sqlite(text)


def test_a_word_longer_than_postgresql_takes_is_cut() -> None:
    assert words("a" * 5000) == ["a" * LONGEST]


def snippet_by_sqlite(text: str, query: Query) -> str | None:
    tables().execute("DELETE FROM t")
    tables().execute("INSERT INTO t (a, b) VALUES (?, ?)", ("zz", text))
    index = FTS5.told.shown.replace("told_words", "t")
    asked = f"SELECT {index} FROM t WHERE t MATCH ?"  # noqa: S608 our own text
    found = tables().execute(asked, (FTS5.match(query),)).fetchone()
    return None if found is None else str(found[0])


TERMS = st.lists(st.builds(Term, st.text("ab ", min_size=1).filter(str.strip), st.booleans()), min_size=1, max_size=3)


@given(st.lists(st.sampled_from(["a", "b", "ab", "c", "ca", "a.", "c.", "c:", "c.b", ":a", "\n"]), max_size=80), TERMS)
@example(["c"] * 40 + ["a."] + ["c"] * 40, [Term("a")])
@example(["c"] * 20 + ["c."] + ["c"] * 9 + ["a"] * 30, [Term("a a"), Term("a")])
def test_a_snippet_is_the_one_that_sqlite_would_show(parts: list[str], terms: list[Term]) -> None:
    text = " ".join(parts)
    query = Query(tuple(terms))
    expected = snippet_by_sqlite(text, query)
    if expected is not None:
        assert snippet(text, query) == expected


@given(st.text(max_size=300), st.text(max_size=20))
def test_no_text_is_too_odd_for_a_snippet(text: str, asked: str) -> None:
    assert isinstance(snippet(text, Query((Term(asked), Term(asked, begins=True)))), str)


def test_a_vector_holds_what_postgresql_takes() -> None:
    many = " ".join(["again"] * 1000)
    assert vector("", many).count(",") == PLACES_MAX - 1
    long = " ".join(f"w{number}" for number in range(PLACE_MAX + 100))
    assert f"'w{PLACE_MAX + 50}':{PLACE_MAX}D" in vector("Title", long)
    assert len(vector("", " ".join(f"word{number}" for number in range(500_000)))) < 2_000_000


def test_a_phrase_stands_in_the_headline_or_in_the_text_and_not_across() -> None:
    assert vector("Ferry aground", "In Harnby") == "'ferry':1A 'aground':2A 'in':4D 'harnby':5D"


def test_terms_become_a_query_without_any_operator_of_the_users() -> None:
    query = Query((Term("port selby"), Term("o'neil", begins=True)), (Term("a & b | !c"),))
    assert TSVECTOR.match(query) == "(('port' <-> 'selby') & ('o' <-> 'neil':*)) & !(('a' <-> 'b' <-> 'c'))"
