"""What an article says of itself is kept as far as somebody could have meant it to be read."""

import json
from datetime import UTC, datetime

import pytest

from briefing.clean import clean
from briefing.clean.bounds import ELLIPSIS, LONGEST_NAME, LONGEST_TEXT, LONGEST_TITLE, MOST_AUTHORS, bounded
from briefing.clean.page import MOST_TAGS
from briefing.model import Article, RawDocument
from briefing.rows import digest
from tests.factory import article

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
LONG = "Harnby fuel " * 100_000


def cleaned(**fields: object) -> tuple[Article, list[str]]:
    row = {"title": "Rain", "text": "It rained in Harnby on Monday.", **fields}
    body = json.dumps(row).encode()
    found, problems = clean(RawDocument("a.jsonl", None, "a.jsonl", 1, "application/json", body, NOW))
    assert found
    return found, [each.message for each in problems]


def test_an_article_as_they_are_is_left_alone() -> None:
    one = article()
    assert bounded(one, "a.txt") == (one, ())


def test_a_headline_of_a_megabyte_is_cut_at_a_word_and_told() -> None:
    found, problems = cleaned(title=LONG)
    assert len(found.title) <= LONGEST_TITLE + len(ELLIPSIS)
    assert found.title.endswith(("Harnby…", "fuel…"))
    assert problems == ["its headline has 1,199,999 characters, so only its beginning was kept"]
    assert found.sha256 == digest(found.title, found.text)


def test_a_text_without_end_is_cut_at_a_paragraph_and_told() -> None:
    found, problems = cleaned(text="\n\n".join(["It rained in Harnby on Monday."] * 50_000))
    assert LONGEST_TEXT // 2 < len(found.text) <= LONGEST_TEXT
    assert found.text.endswith("Monday.")
    assert len(problems) == 1


def test_a_text_of_one_word_is_cut_where_it_must_be() -> None:
    assert len(cleaned(text="a" * (LONGEST_TEXT + 1))[0].text) == LONGEST_TEXT


@pytest.mark.parametrize("field", ["outlet", "origin", "source"])
def test_a_name_nobody_bears_is_left_out_and_told(field: str) -> None:
    found, problems = cleaned(**{field: LONG})
    assert all(len(name or "") <= LONGEST_NAME for name in (found.outlet, found.origin))
    assert len(problems) == 1


def test_authors_are_as_many_as_a_byline_holds() -> None:
    found, problems = cleaned(authors=[LONG, *(f"Ana {'B' * place}elt" for place in range(1, 80))])
    assert len(found.authors) == MOST_AUTHORS
    assert problems == ["30 of its 80 authors were left out: too many, or names too long"]


@pytest.mark.parametrize(("field", "value"), [("outlet", "Harnby C\u043eurier"), ("authors", ["Mir\u0430 Solen"])])
def test_a_name_that_looks_like_anothers_is_told_and_kept_as_it_is(field: str, value: object) -> None:
    found, problems = cleaned(**{field: value})
    assert getattr(found, field) in (value, (*value,) if isinstance(value, list) else None)
    assert len(problems) == 1
    assert problems[0].endswith("is written with letters of Latin and Cyrillic: not who it looks like")


def test_a_page_of_tags_without_end_is_told_and_not_parsed() -> None:
    body = b"<p>It rained.</p>" * (MOST_TAGS // 2 + 1)
    found, problems = clean(RawDocument("a.html", None, "a.html", None, "text/html", body, NOW))
    assert found is None
    assert [each.message for each in problems] == ["a page of more than 300,000 tags, so it was not read"]
