"""Web pages: text, headline, people, outlet, time; and pages that mean harm."""

import json
import logging
import time
from datetime import UTC, datetime

import pytest

from briefing.clean import clean
from briefing.model import Article
from tests.clean.documents import article, document

BODY = (
    "The ferry between Harnby and Skarn Island will not sail before Friday, the harbour office said on Tuesday.",
    "Mayor Ruth Tollard asked the operator to lay on buses, and it answered that it had none to spare for the island.",
    "“We have waited nine days,” said Maud Ennis, who runs the island's only shop. “We can wait three more.”",
    "The operator, Corvane Lines, said that the ship's steering gear had been taken to Port Selby for repair.",
)
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Harnby Courier"},
        {
            "@type": "NewsArticle",
            "headline": "Ferry to Skarn stays in port until Friday",
            "datePublished": "2026-05-12T20:15:00+02:00",
            "author": [{"@type": "Person", "name": "Ada Quill"}, {"@type": "Organization", "name": "Harnby Courier"}],
            "publisher": {"@type": "Organization", "name": "Harnby Courier"},
        },
    ],
}


def page(head: str = "", top: str = "<h1>Ferry to Skarn stays in port until Friday</h1>", *, inside: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>Ferry to Skarn stays in port | Harnby Courier</title>"
        f"{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<main><article>{top}{text}{inside}</article></main></body></html>"
    )


def linked(**changes: object) -> str:
    graph = [LINKED["@graph"][0], {**dict(LINKED["@graph"][1]), **changes}]  # type: ignore[call-overload] # our shape
    return f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'


def found(html: str) -> Article:
    return article(html, "text/html")


def test_the_text_is_the_articles_own_paragraphs() -> None:
    assert found(page()).text == "\n\n".join(BODY)


def test_what_json_ld_says_is_learnt() -> None:
    told = found(page(f'<script type="application/ld+json">{json.dumps(LINKED)}</script>'))
    assert (told.title, told.authors, told.outlet) == (
        "Ferry to Skarn stays in port until Friday",
        ("Ada Quill",),
        "Harnby Courier",
    )
    assert told.published == datetime(2026, 5, 12, 18, 15, tzinfo=UTC)
    assert (told.published_precision, told.utc_offset) == ("second", 120)


def test_what_meta_elements_say_is_learnt() -> None:
    told = found(
        page(
            '<meta property="og:site_name" content="Harnby Courier">'
            '<meta name="author" content="By Ada Quill and Ben Roe">'
            '<meta property="article:published_time" content="2026-05-12T18:15:00Z">'
            '<link rel="canonical" href="https://courier.example/2026/05/12/ferry?utm_source=a">'
        )
    )
    assert (told.outlet, told.authors, told.utc_offset) == ("Harnby Courier", ("Ada Quill", "Ben Roe"), 0)
    assert told.published == datetime(2026, 5, 12, 18, 15, tzinfo=UTC)
    assert told.url == "https://courier.example/2026/05/12/ferry"


def test_a_byline_in_the_page_names_the_author() -> None:
    assert found(page(inside='<span class="byline">By Ada Quill, Shipping Correspondent</span>')).authors == (
        "Ada Quill",
    )


def test_the_hour_is_taken_from_where_the_page_states_it() -> None:
    head = linked(datePublished="2026-05-12") + '<meta name="pubdate" content="2026-05-12T20:15:00+02:00">'
    assert (found(page(head)).published, found(page(head)).utc_offset) == (
        datetime(2026, 5, 12, 18, 15, tzinfo=UTC),
        120,
    )


def test_the_day_in_the_address_decides_between_dates() -> None:
    head = linked(datePublished="2025-01-02T10:00:00Z") + (
        '<meta name="date" content="2026-05-12T18:15:00Z">'
        '<link rel="canonical" href="https://c.example/2026/05/12/ferry">'
    )
    assert found(page(head)).published == datetime(2026, 5, 12, 18, 15, tzinfo=UTC)


@pytest.mark.parametrize("stated", ["2031-05-12T10:00:00Z", "0001-01-01T00:00:00Z", "yesterday", None, 5])
def test_a_page_without_a_date_to_believe_is_undated_and_never_of_today(stated: object) -> None:
    assert found(page(linked(datePublished=stated))).published is None


def test_the_date_of_a_picture_is_not_the_articles() -> None:
    caption = "<figure><img src='a.jpg'><figcaption>The ferry, 3 May 2024. Photo: Ada Quill/AP</figcaption></figure>"
    told = found(page(linked(datePublished=None), inside=caption))
    assert told.published is None
    assert "Photo" not in told.text


def test_a_heading_that_is_the_sites_name_is_no_title() -> None:
    head = '<meta property="og:site_name" content="Harnby Courier"><meta property="og:title" content="Ferry in port">'
    assert found(page(head, "<h1>Harnby Courier</h1><h2>Ferry in port</h2>")).title == "Ferry in port"


def test_pointers_standfirsts_and_boxes_are_left_out() -> None:
    boxes = (
        "<p><a href='/b'>See what the harbour looked like from above on Tuesday</a></p>"
        "<div class='newsletter-box'><p>The Tide, every morning at seven. Enter your e-mail address.</p></div>"
        "<div class='share-tools'><p>Copy the link to this article</p></div>"
    )
    top = "<h1>Ferry to Skarn stays in port until Friday</h1><p class='standfirst'>Islanders wait</p>"
    assert found(page(top=top, inside=boxes)).text == "\n\n".join(BODY)


def test_paragraphs_parted_from_the_article_by_an_advert_are_put_back() -> None:
    chunks = "".join(
        f"<div class='chunk'><div class='body'><p>{first}</p><p>{second}</p></div></div><div class='ad-slot'></div>"
        for first, second in (BODY[:2], BODY[2:])
    )
    html = f"<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1>{chunks}</article></body></html>"
    assert found(html).text == "\n\n".join(BODY)


def test_what_the_library_logs_is_not_seen(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        clean(document("<html><body><p></p></body></html>", "text/html"))
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * 100_000 + "<p>The ferry is late.</p>",
        "<html><body>" + "<b>" * 50_000 + "The ferry is late.",
        '<script type="application/ld+json">' + "[" * 100_000 + "</script><p>The ferry is late.</p>",
        "<html><head>" + '<meta name="author" content="Ada Quill">' * 20_000 + "</head><body><p>The ferry.</p>",
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ferry"><!ENTITY c "&b;&b;">]><html><body><p>&c;</p>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>Late &x;.</p></body></html>',
        "<h1>Ferry</h1>" * 5_000,
        "\x00" * 1_000 + "<p>The ferry is late.</p>",
        "<" * 100_000,
        "",
    ],
)
def test_a_page_that_means_harm_is_nothing_or_plain_text_within_seconds(html: str) -> None:
    start = time.process_time()
    told, problems = clean(document(html, "text/html"))
    assert time.process_time() - start < 5
    assert told is not None or [problem.message for problem in problems] == ["no text found"]


def test_json_ld_with_a_comma_too_many_is_read() -> None:
    told = found(
        page(linked().replace("}}]}", '}, "keywords": ["ferry", ],\n }]}').replace("Ada Quill", "Ada, ] Quill"))
    )
    assert str(told.published) == "2026-05-12 18:15:00+00:00"


def test_an_author_who_is_only_pointed_to_is_found_where_she_stands() -> None:
    graph = [
        {"@type": "Article", "headline": "Ferry", "author": {"@id": "#ada"}},
        {"@type": "Person", "@id": "#ada", "name": "Ada Quill"},
    ]
    assert found(page(f'<script type="application/ld+json">{json.dumps(graph)}</script>')).authors == ("Ada Quill",)


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("Ada Quill and Ben T. Roe\n  Harnby Evening Lamp", ("Ada Quill", "Ben T. Roe")),
        ("By\n<a>Ada Quill</a>\n and\n<a>Ben Roe</a>\n<span>May 12, 2026</span>", ("Ada Quill", "Ben Roe")),
        ("Von Ada Quill", ("Ada Quill",)),
        ("Par Ada Quill et Ben Roe", ("Ada Quill", "Ben Roe")),
        ("Текст: Ада Квилл", ("Ада Квилл",)),
        ("Harnby Courier Staff", ()),
        ("By ADA QUILL, MAUD ANN ENNIS and BEN ROE\nWire of Estmark", ("Ada Quill", "Maud Ann Ennis", "Ben Roe")),
        ("By Ada Quill, Harnby Courier", ("Ada Quill",)),
        ("By Ada Quill, Transport Editor, and Ben Roe", ("Ada Quill",)),
    ],
)
def test_a_byline_is_read_down_to_its_names(byline: str, people: tuple[str, ...]) -> None:
    assert found(page(top=f'<h1>Ferry</h1><div class="byline">{byline}</div>')).authors == people


def test_names_that_are_links_behind_by_are_the_authors() -> None:
    line = '<p class="meta">By <a href="/a">Ada Quill</a>, <a href="/b">Ben Roe</a> on Tuesday, May 12th</p>'
    assert found(page(top=f"<h1>Ferry</h1>{line}")).authors == ("Ada Quill", "Ben Roe")
    assert found(page(inside=f'<div class="related-stories">{line}</div>')).authors == ()


def test_who_wrote_a_comment_or_another_article_wrote_not_this_one() -> None:
    comment = '<div class="comments"><p><span itemprop="creator">Maud Ennis</span></p></div>'
    other = '<div class="list-of-stories"><div class="author-name">Cy Marsh</div></div>'
    assert found(page(inside=comment + other)).authors == ()


def test_below_the_byline_of_a_desk_nobody_else_is_the_author() -> None:
    top = '<h1>Ferry</h1><span class="byline">Harnby Courier Sport</span><span class="author">Cy Marsh</span>'
    assert found(page(top=top)).authors == ()


def test_blogs_call_people_by_their_first_names() -> None:
    assert found(page(linked(author={"@type": "Person", "name": "Regan"}))).authors == ("Regan",)
    assert found(page(linked(author={"@type": ["Person"], "name": "Regan"}))).authors == ("Regan",)
    assert found(page(linked(author={"@type": "Person", "name": "Admin"}))).authors == ()
    assert found(page(linked(author={"@type": "Person", "name": "Courier"}))).authors == ()


def test_who_wrote_it_may_stand_in_a_card_for_twitter() -> None:
    card = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Quill">'
    assert found(page(card)).authors == ("Ada Quill",)


@pytest.mark.parametrize(
    ("words", "when", "offset"),
    [
        ("Published 10:11 PM ET May 12, 2026 | Updated 11:30 PM ET May 12, 2026", "2026-05-13T02:11", -240),
        ("January 12, 2026 at 9:05 a.m. PT", "2026-01-12T17:05", -480),
        ("12 May 2026 10:15 GMT", "2026-05-12T10:15", 0),
    ],
)
def test_hour_and_zone_are_read_where_only_words_state_them(words: str, when: str, offset: int) -> None:
    told = found(page(top=f'<h1>Ferry</h1><div class="publish-date">{words}</div>'))
    assert told.published is not None
    assert told.published.isoformat().startswith(when)
    assert told.utc_offset == offset


def test_the_times_beside_the_headline_go_before_those_of_other_articles() -> None:
    top = '<header><h1>Ferry</h1><time datetime="2026-05-12T10:00Z">today</time>'
    top += '<p>Updated <time datetime="2026-05-14T12:00Z">later</time></p></header>'
    others = "".join(f'<time datetime="2026-05-0{n}T10:00Z">then</time>' for n in range(1, 6))
    assert str(found(page(top=top, inside=others)).published) == "2026-05-12 10:00:00+00:00"


def test_a_headline_may_be_marked_on_a_lesser_heading() -> None:
    top = '<header><h2 itemprop="headline">Ferry</h2></header><time datetime="2026-05-12 10:00:07 GMT">May 12</time>'
    others = "".join(f'<div><h1>More</h1><time datetime="2026-05-0{n}T10:00Z">then</time></div>' for n in range(1, 6))
    told = found(f"<html><body><article><div>{top}</div><p>{'</p><p>'.join(BODY)}</p></article>{others}</body></html>")
    assert str(told.published) == "2026-05-12 10:00:07+00:00"


def test_an_address_may_name_its_month() -> None:
    head = '<link rel="canonical" href="https://courier.example/news/2026/may/12/ferry">'
    assert str(found(page(head)).published) == "2026-05-12 00:00:00+00:00"


def test_a_page_of_tomorrow_is_undated_and_says_so() -> None:
    told, problems = clean(document(page(linked(datePublished="2027-01-01T10:00:00Z")), "text/html"))
    assert told is not None
    assert told.published is None
    assert "cannot be right" in problems[0].message


def test_a_page_laid_out_in_tables_has_its_paragraphs() -> None:
    menu = '<td width=120><a href="/">Home</a><br><a href="/sport">Sport</a></td>'
    text = "<br><br>".join(BODY).replace("Ruth Tollard", "<b>Ruth Tollard</b>").replace("on Tuesday", "<br>on Tuesday")
    html = (
        f"<html><head><title>Ferry</title></head><body><center><table><tr>{menu}<td><table><tr><td><font size=2>"
        f"</font>{text}</td></tr></table></td></tr></table></center></body></html>"
    )
    assert found(html).text == "\n\n".join(BODY)


def test_a_table_of_figures_stays_a_table() -> None:
    figures = "<table><tr><td>Day</td><td>Ships</td></tr><tr><td>Monday</td><td>14</td></tr></table>"
    assert "| Monday | 14 |" in found(page(inside=figures)).text
