"""The shipped samples: every finding of their editor about heads, dates, outlets and text holds."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from briefing.clean import clean
from briefing.model import Article, RawDocument
from briefing.read import read

ROOT = Path(__file__).parents[2]
GOLD: dict[str, Any] = json.loads((ROOT / "tests" / "fixtures" / "seeds-gold.json").read_text(encoding="utf-8"))
NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def samples() -> dict[str, Article]:
    found = {}
    for document in read([ROOT / "seeds"], fetched_at=NOW):
        assert isinstance(document, RawDocument)
        name = Path(document.source).name + (f"#{document.part}" if document.part else "")
        article, _ = clean(document)
        assert article is not None
        found[name] = article
    return found


@pytest.mark.parametrize("name", GOLD["articles"])
def test_an_editors_findings_about_a_sample_hold(samples: dict[str, Article], name: str) -> None:
    article, gold = samples[name], GOLD["articles"][name]
    assert (article.title, article.outlet, list(article.authors)) == (gold["title"], gold["outlet"], gold["authors"])
    assert article.url == gold.get("url", article.url)
    assert article.origin == gold.get("origin", article.origin)
    assert article.partial_date == gold.get("partial_date", article.partial_date)
    stated = datetime.fromisoformat(gold["published"]) if gold["published"] else None
    assert article.published == (stated.replace(tzinfo=stated.tzinfo or UTC) if stated else None)


@pytest.mark.parametrize("name", GOLD["text"])
def test_a_samples_text_is_its_own_from_the_first_word_to_the_last(samples: dict[str, Article], name: str) -> None:
    beginning, end = GOLD["text"][name]
    assert samples[name].text.startswith(beginning)
    assert samples[name].text.endswith(end)
    assert [words for words in GOLD["never_in_the_text"] if words in samples[name].text] == []
