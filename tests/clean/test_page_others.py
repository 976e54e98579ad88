"""What on a page is not its article: notices, the next article, comments, forms; and articles a page hides."""

import json

import pytest

from briefing.clean import clean
from briefing.clean.urls import canonical
from tests.clean.documents import article, document, problems
from tests.clean.test_pages import BODY, page

TITLE = "Ferry to Skarn stays in port until Friday"
OTHER = (
    "The glassworks of Lindow has been sold to a company from Estmark, its owner said on Monday.",
    "Its ninety workers will keep their places for two years, according to the union, which has seen the contract.",
    "The price was not named. The furnaces were last renewed in 1998, and one of them has been cold since spring.",
)


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def plain(inside: str) -> str:
    return f"<html><head><title>{TITLE}</title></head><body><div>{inside}</div></body></html>"


@pytest.mark.parametrize(
    "title",
    [
        "Page not found",
        "404",
        "404 - File or directory not found",
        "Just a moment...",
        "Access denied",
        "Are you a robot?",
        "Attention Required! | Cloudflare",
        "Seite nicht gefunden",
        "Страница не найдена",
    ],
)
def test_a_notice_of_the_site_is_no_article_and_is_told(title: str) -> None:
    html = (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>Please go back and look again.</p></body>"
    )
    found, told = clean(document(html, "text/html"))
    assert found is None
    assert [problem.message for problem in told] == [f"a notice of the site ({title}), not an article"]


def test_an_article_about_such_a_notice_is_one() -> None:
    long = tuple(f"On day {number} nobody found the page that the library of Lindow had lost." for number in range(20))
    html = f"<html><head><title>Page not found</title></head><body><h1>Page not found</h1>{paragraphs(long)}</body>"
    assert article(html, "text/html").text


def test_a_wall_that_asks_for_consent_is_no_article() -> None:
    wall = (
        "We and our 842 partners store and read cookies on your device, to show you what you may like.",
        "By clicking on the button you give your consent, which you may take back in your privacy settings.",
    )
    html = f"<html><head><title>Harnby Courier</title></head><body><h1>Your choice</h1>{paragraphs(wall)}</body></html>"
    assert [each.message for each in problems(html, "text/html")] == ["a wall that asks for consent, not an article"]


def test_of_two_articles_on_a_page_the_one_under_its_headline_is_read() -> None:
    more = f"<article><h1>Glassworks sold to Estmark</h1>{paragraphs(OTHER)}</article>"
    html = page().replace("</main>", f"{more}</main>")
    assert article(html, "text/html").text == "\n\n".join(BODY)


def test_comments_under_their_heading_are_not_read_whatever_their_classes() -> None:
    said = "".join(
        f"<div class='entry'><b>Reader {n}</b><p>I have taken this boat for {n + 20} years, and nobody has told us "
        "anything about what becomes of our money, which is a shame.</p></div>"
        for n in range(30)
    )
    html = plain(f"<h1>{TITLE}</h1>{paragraphs(BODY)}<h2>Comments (30)</h2>{said}")
    assert article(html, "text/html").text == "\n\n".join(BODY)


def test_a_button_called_comments_above_an_article_takes_nothing_of_it() -> None:
    html = plain(f"<h1>{TITLE}</h1><h4>Comments</h4>{paragraphs(BODY)}")
    assert article(html, "text/html").text == "\n\n".join(BODY)


def test_a_box_that_asks_for_an_address_is_not_read() -> None:
    box = "<div class='x1'><p>The morning from Harnby</p><p>All you need to know of the coast, each day at six.</p>"
    box += "<form><input type='email'><button>Go</button></form></div>"
    html = page().replace(f"<p>{BODY[2]}</p>", f"{box}<p>{BODY[2]}</p>")
    assert article(html, "text/html").text == "\n\n".join(BODY)


def test_hidden_text_is_not_read() -> None:
    hidden = (
        "<div hidden><p>Words that no reader sees, and that stand there for machines which look for ferries.</p></div>"
    )
    assert article(page(inside=hidden), "text/html").text == "\n\n".join(BODY)


def test_an_article_that_a_page_shows_only_to_programs_is_read() -> None:
    stated = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n\n".join(BODY)}
    head = f"<head><title>{TITLE}</title><script type='application/ld+json'>{json.dumps(stated)}</script></head>"
    for shown in (
        "<div id='app'></div>",
        f"<article><h1>{TITLE}</h1><p>{BODY[0]}</p><p>To continue reading, pay.</p></article>",
    ):
        assert article(f"<html>{head}<body>{shown}</body></html>", "text/html").text == "\n\n".join(BODY)


def test_what_is_shown_goes_before_what_is_stated() -> None:
    stated = {"@type": "NewsArticle", "headline": TITLE, "articleBody": " ".join(BODY)}
    html = page(f"<script type='application/ld+json'>{json.dumps(stated)}</script>")
    assert article(html, "text/html").text == "\n\n".join(BODY)


@pytest.mark.parametrize(
    "above",
    [
        "<!-- saved from url=(0037)https://courier.example/news/ferry -->",
        "<!--\n Page saved with SingleFile \n url: https://courier.example/news/ferry \n saved date: 2026\n-->",
        "<!-- Mirrored from courier.example/news/ferry by HTTrack Website Copier/3.x, Tue, 12 May 2026 -->",
    ],
)
def test_a_page_is_known_by_where_it_was_saved_from(above: str) -> None:
    html = page().replace("<html>", f"{above}<html>")
    assert article(html, "text/html").url == "https://courier.example/news/ferry"


def test_a_year_in_a_text_or_under_it_is_no_day() -> None:
    html = page(inside="<p>The line was founded in 1998.</p>").replace("</main>", "</main><footer>© 2026</footer>")
    assert article(html, "text/html").published is None


@pytest.mark.parametrize(
    ("line", "day", "minutes"),
    [
        ("Published: 12 May 2026 14:20 GMT", "2026-05-12T14:20:00+00:00", 0),
        ("12.05.2026, 15:20 Uhr", "2026-05-12T15:20:00+00:00", None),
        ("Wed, 05/13/2026 - 10:11", "2026-05-13T10:11:00+00:00", None),
        ("Dienstag, 12. Mai 2026", "2026-05-12T00:00:00+00:00", None),
    ],
)
def test_a_line_below_the_headline_says_when(line: str, day: str | None, minutes: int | None) -> None:
    found = article(
        page(top=f"<h1>{TITLE}</h1><div><span>{line}</span> <span>Updated: 14 May 2026</span></div>"), "text/html"
    )
    assert (found.published.isoformat() if found.published else None, found.utc_offset) == (day, minutes)
    assert line not in found.text


def test_capitals_are_those_of_the_layout_where_the_page_writes_its_headline_without() -> None:
    assert (
        article(
            page(top=f"<h1>{TITLE.upper()}</h1>").replace("stays in port |", "stays in port until Friday |"),
            "text/html",
        ).title
        == TITLE
    )


def test_entities_in_json_ld_are_the_marks_they_stand_for() -> None:
    stated = {
        "@type": "NewsArticle",
        "headline": "Skarn&#8217;s ferry stays in port",
        "publisher": {"name": "Reed &amp; Quill"},
    }
    script = f"<script type='application/ld+json'>{json.dumps(stated)}</script>"
    html = f"<html><head>{script}</head><body>{paragraphs(BODY)}</body>"
    found = article(html, "text/html")
    assert (found.title, found.outlet) == ("Skarn’s ferry stays in port", "Reed & Quill")


def test_the_outlet_behind_a_headline_is_taken_where_nothing_else_names_it() -> None:
    assert article(page(), "text/html").outlet == "Harnby Courier"
    assert article(page().replace("| Harnby Courier", "| World news"), "text/html").outlet is None


def test_publisher_and_author_in_rdfa_and_microdata_are_read() -> None:
    for name in ("itemprop", "property"):
        marked = f"<span {name}='author'><span {name}='name'>Ilse Tarrow</span></span>"
        marked += f"<span {name}='publisher'><meta {name}='name' content='Port Selby Echo'></span>"
        found = article(page(top=f"<h1>{TITLE}</h1>{marked}"), "text/html")
        assert (found.outlet, found.authors) == ("Port Selby Echo", ("Ilse Tarrow",))


def test_what_leads_to_an_article_is_not_its_address() -> None:
    own = "https://courier.example/news/ferry?page=2"
    for way in (
        f"https://web.archive.org/web/20260512101010/{own}",
        "https://www.google.com/url?rct=j&sa=t&url=https://courier.example/news/ferry%3Fpage%3D2&ct=ga",
        f"https://web.archive.org/web/20260512101010id_/{own}#top",
    ):
        assert canonical(way) == own


def test_a_pull_quote_goes_where_its_words_stand_in_the_text_and_stays_where_they_do_not() -> None:
    for words in ("“We can wait three more.”", "“Nobody has asked the island, not in nine days.”"):
        quote = f"<blockquote class='pull-quote'><p>{words}</p></blockquote>"
        text = article(page().replace(f"<p>{BODY[3]}</p>", f"{quote}<p>{BODY[3]}</p>"), "text/html").text
        assert text.count(words) == 1
