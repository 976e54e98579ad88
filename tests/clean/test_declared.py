import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clean import clean
from briefing.clean.dates import UNDATED
from briefing.clean.declared import date_of
from briefing.model import Article, Declared, RawDocument
from briefing.rows import digest

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
TEXT = "The harbour of Port Selby opened again on Tuesday after nine days, the port authority said. " * 3


def row(declared: Declared, *, url: str | None = None, **fields: object) -> RawDocument:
    body = json.dumps({"text": TEXT, "url": url} | fields).encode()
    return RawDocument("feed.xml", url, "feed.xml", 1, "application/json", body, NOW, declared)


def page(declared: Declared, head: str = "", title: str = "Harbour opens again") -> RawDocument:
    paragraphs = "".join(f"<p>{TEXT}</p>" for _ in range(3))
    heading = f"<h1>{title}</h1>" if title else ""
    html = (
        f"<html><head><title>{title}</title>{head}</head><body><article>{heading}{paragraphs}</article></body></html>"
    )
    return RawDocument("feed.xml", "https://news.example/a", None, None, "text/html", html.encode(), NOW, declared)


def cleaned(document: RawDocument) -> Article:
    article, _ = clean(document)
    assert article is not None
    return article


@pytest.mark.parametrize(
    ("written", "iso", "precision", "offset"),
    [
        ("Mon, 11 May 2026 09:15:00 +0200", "2026-05-11T07:15:00", "second", 120),
        ("Mon, 11 May 2026 09:15:00 +0200 (CEST)", "2026-05-11T07:15:00", "second", 120),
        ("Mon, 11 May 2026 09:15:00 GMT", "2026-05-11T09:15:00", "second", 0),
        ("Mon, 11 May 2026 09:15:00 EST", "2026-05-11T14:15:00", "second", -300),
        ("Mon, 11 May 2026 09:15:00 CEST", "2026-05-11T07:15:00", "second", 120),
        ("Mon, 11 May 2026 09:15:00 -0000", "2026-05-11T09:15:00", "second", None),
        ("Mon, 11 May 2026 09:15:00 XYZ", "2026-05-11T09:15:00", "second", None),
        ("11 May 2026 09:15 +0530", "2026-05-11T03:45:00", "minute", 330),
        ("11 May 26 09:15:01 Z", "2026-05-11T09:15:01", "second", 0),
        ("Mon, 11 May 2026", "2026-05-11T00:00:00", "day", None),
        ("2026-05-11T09:15:00+02:00", "2026-05-11T07:15:00", "second", 120),
        ("2026-05-11T09:15:00Z", "2026-05-11T09:15:00", "second", 0),
        ("2026-05-11", "2026-05-11T00:00:00", "day", None),
    ],
)
def test_a_date_keeps_its_precision_and_its_zone(written: str, iso: str, precision: str, offset: int | None) -> None:
    found = date_of(written)
    assert found.published == datetime.fromisoformat(iso).replace(tzinfo=UTC)
    assert (found.precision, found.utc_offset) == (precision, offset)


@pytest.mark.parametrize(
    "written", ["", "yesterday", "11/05/2026", "Mon, 31 Feb 2026 10:00:00 +0000", "0", "2026-13-01"]
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert date_of(written) == UNDATED


@given(st.text(max_size=120))
def test_no_text_is_more_than_undated(written: str) -> None:
    found = date_of(written)
    assert found.published is None or found.published.utcoffset() == timedelta(0)


def test_a_feed_gives_its_entry_what_the_entry_lacks() -> None:
    declared = Declared("Harbour opens", "Mon, 11 May 2026 09:15:00 +0200", "Port Selby Gazette", ("Ada Quill",), "en")
    article = cleaned(row(declared, url="https://gazette.example/1"))
    assert article.title == "Harbour opens"
    assert article.sha256 == digest(article.title, article.text)
    assert article.published == datetime(2026, 5, 11, 7, 15, tzinfo=UTC)
    assert (article.published_precision, article.utc_offset, article.dated_by) == ("second", 120, "stated")
    assert (article.outlet, article.authors) == ("Port Selby Gazette", ("Ada Quill",))


def test_an_outlet_or_a_desk_is_no_author() -> None:
    declared = Declared(authors=("Port Selby Gazette", "By Ada Quill and Ben Roe", "desk@gazette.example"))
    assert cleaned(row(declared)).authors == ("Ada Quill", "Ben Roe")


def test_the_sender_goes_before_the_host_a_newsletter_links_to_and_after_the_host_of_a_feed() -> None:
    declared = Declared(outlet="Morning Letter")
    from_feed = cleaned(row(declared, url="https://www.dw.com/en/a"))
    assert from_feed.outlet is not None
    assert from_feed.outlet != "Morning Letter"
    body = json.dumps({"text": TEXT, "url": "https://www.dw.com/en/a"}).encode()
    mail = RawDocument("letter.eml", None, "letter.eml", 1, "application/json", body, NOW, declared)
    assert cleaned(mail).outlet == "Morning Letter"


def test_a_page_that_states_its_time_is_believed_before_its_feed() -> None:
    head = '<meta property="article:published_time" content="2026-05-11T08:00:00+02:00">'
    article = cleaned(page(Declared(published="Tue, 12 May 2026 10:00:00 +0000"), head))
    assert article.published == datetime(2026, 5, 11, 6, tzinfo=UTC)


def test_a_page_that_states_only_its_day_takes_the_hour_from_its_feed() -> None:
    head = '<meta property="article:published_time" content="2026-05-11">'
    article = cleaned(page(Declared(published="Mon, 11 May 2026 10:00:00 +0200"), head))
    assert (article.published, article.utc_offset) == (datetime(2026, 5, 11, 8, tzinfo=UTC), 120)


def test_a_page_without_a_date_takes_its_feeds() -> None:
    article = cleaned(page(Declared(published="Mon, 11 May 2026 10:00:00 +0200", outlet="Port Selby Gazette")))
    assert article.published == datetime(2026, 5, 11, 8, tzinfo=UTC)
    assert article.outlet == "Port Selby Gazette"


@pytest.mark.parametrize(
    "written", ["Mon, 11 May 2099 10:00:00 +0000", "Mon, 01 Jan 0001 00:00:00 +0000", "1899-12-30"]
)
def test_a_date_in_the_future_or_before_newspapers_dates_nothing(written: str) -> None:
    assert cleaned(row(Declared(published=written))).published is None


def test_a_declared_language_counts_where_none_was_found() -> None:
    short = row(Declared(language="de-AT"), text="Ja. 12 3.")
    assert cleaned(short).language == "de"
    assert cleaned(row(Declared(language="de"))).language == "en"
    assert cleaned(row(Declared(language="a language"), text="Ja. 12 3.")).language == "und"


def test_a_declared_title_holds_no_characters_that_act_on_a_screen() -> None:
    assert cleaned(row(Declared(title="Harbour\u202e\x00 opens\n"))).title == "Harbour opens"
