from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.clean import clean
from briefing.model import Problem
from briefing.read.feed import Feed, outlet_of, parse_feed
from tests.read.reading import NOW, found, row

PARAGRAPH = "The ferry to Lindow runs again after a week in the dock, its owners said. "

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE rss PUBLIC "-//Sample//DTD RSS 0.91//EN" "http://dtd.example/rss-0.91.dtd">
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harnby Courier - World news</title><link>https://courier.example/</link><language>en-gb</language>
<item><title>Ferry runs &amp;amp; runs</title><link>https://courier.example/ferry</link><guid>17</guid>
<pubDate>Mon, 11 May 2026 09:15:00 +0200</pubDate><dc:creator>Ada Quill</dc:creator>
<description>{PARAGRAPH}</description>
<content:encoded><![CDATA[<p onclick="steal()">{PARAGRAPH * 12}</p><script>steal()</script>
<figure><img src="x"><figcaption>The ferry. Photo: C. Marsh</figcaption></figure>
<p>Fares stay as they are.</p>]]></content:encoded>
</item>
<item><title>Swans return</title><link>/swans</link>
<description>The swans are back on the Tarn&#8230;</description></item>
<item><title>Only a title</title><link>https://courier.example/title</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<title type="html">Kessel &lt;b&gt;Morgen&lt;/b&gt;post</title>
<entry><title>Br&#252;cke offen</title><id>tag:kessel.example,2026:1</id><updated>2026-05-11T10:00:00Z</updated>
<link rel="alternate" href="https://kessel.example/bruecke"/>
<author><name>Jo Berg</name><email>jo@kessel.example</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die Br&#252;cke ist offen.</p>
<p>Das sagte die Stadt.</p></div></content>
</entry></feed>"""


def parsed(text: str, url: str = "") -> Feed:
    feed = parse_feed(text.encode(), "news.xml", NOW, url=url)
    assert isinstance(feed, Feed)
    return feed


def test_the_entries_of_rss_come_with_what_the_feed_says_of_them(tmp_path: Path) -> None:
    documents, problems = found(tmp_path / "news.rss", RSS)
    first, second = documents
    assert row(first)["text"] == (PARAGRAPH * 12).strip() + "\n\nFares stay as they are."
    assert (row(first)["title"], row(first)["url"], row(first)["id"]) == (
        "Ferry runs & runs",
        "https://courier.example/ferry",
        "17",
    )
    assert first.declared is not None
    assert first.declared.published == "Mon, 11 May 2026 09:15:00 +0200"
    assert (first.declared.outlet, first.declared.authors) == ("Harnby Courier", ("Ada Quill",))
    assert (first.part, second.part) == (1, 2)
    assert problems == ["1 of its 3 entries have no text, only a title"]


def test_an_entry_of_atom_keeps_its_letters_and_its_language() -> None:
    entry = parsed(ATOM).entries[0]
    assert entry.document is not None
    assert row(entry.document)["text"] == "Die Brücke ist offen.\n\nDas sagte die Stadt."
    assert (entry.declared.title, entry.declared.outlet) == ("Brücke offen", "Kessel Morgenpost")
    assert (entry.declared.published, entry.declared.language) == ("2026-05-11T10:00:00Z", "de")
    assert entry.declared.authors == ("Jo Berg",)


def test_a_relative_address_is_taken_from_where_the_feed_was_fetched() -> None:
    assert parsed(RSS, url="https://mirror.example/rss").entries[1].url == "https://mirror.example/swans"


def test_in_a_file_it_is_taken_from_the_address_of_its_site() -> None:
    assert parsed(RSS).entries[1].url == "https://courier.example/swans"


@pytest.mark.parametrize("home", ["javascript:1", "http://[1", "courier", ""])
def test_of_a_feed_whose_site_nobody_knows_it_leads_nowhere(home: str) -> None:
    assert parsed(RSS.replace("<link>https://courier.example/</link>", f"<link>{home}</link>")).entries[1].url is None


def test_teasers_are_told_from_whole_articles() -> None:
    assert [entry.teaser for entry in parsed(RSS).entries] == [False, True, True]


def test_an_empty_date_is_none_and_the_next_one_counts() -> None:
    atom = ATOM.replace("<updated>2026-05-11T10:00:00Z</updated>", "<published></published>")
    assert parsed(atom).entries[0].declared.published == ""
    atom = ATOM.replace("<updated>", "<published> </published><updated>")
    assert parsed(atom).entries[0].declared.published == "2026-05-11T10:00:00Z"


def test_what_blog_programs_put_below_an_entry_is_left_out() -> None:
    below = '<p>The post <a href="x">Ferry</a> appeared first on Courier.</p><p>Read more</p><p>Comments</p>'
    entry = parsed(RSS.replace("<p>Fares stay as they are.</p>", below)).entries[0]
    assert entry.document is not None
    assert row(entry.document)["text"] == (PARAGRAPH * 12).strip()


def test_a_link_to_the_rest_is_no_part_of_the_text() -> None:
    short = parsed(
        RSS.replace("Tarn&#8230;", 'Tarn&#8230; &lt;a href="x"&gt;Continue reading Swans&lt;/a&gt;')
    ).entries[1]
    assert short.document is not None
    assert short.teaser
    assert row(short.document)["text"] == "The swans are back on the Tarn…"


def test_text_that_says_it_is_plain_is_kept_as_it_is() -> None:
    text = ATOM.replace('type="xhtml"', 'type="text"').replace(
        '<div xmlns="http://www.w3.org/1999/xhtml"><p>', "1 &lt; 2 "
    )
    text = text.replace("</p>\n<p>Das sagte die Stadt.</p></div>", "")
    entry = parsed(text).entries[0]
    assert entry.document is not None
    assert row(entry.document)["text"] == "1 < 2 Die Brücke ist offen."


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("The Valdorian", "The Valdorian"),
        ("The Valdorian - World", "The Valdorian"),
        ("World | The Valdorian", "The Valdorian"),
        ("Top stories » Lindow Radio", "Lindow Radio"),
        ("Lindow Radio RSS Feed", "Lindow Radio"),
        ("Latest news", ""),
        ("", ""),
        ("Port-Selby Gazette", "Port-Selby Gazette"),
    ],
)
def test_the_outlet_of_a_feed_is_its_title_without_its_section(title: str, outlet: str) -> None:
    assert outlet_of(title) == outlet


def test_a_feed_that_declares_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + RSS.split("\n", 2)[2]
    documents, problems = found(tmp_path / "news.xml", bomb)
    assert documents == []
    assert "declares entities" in problems[0]


def test_entries_without_end_are_refused(tmp_path: Path) -> None:
    documents, problems = found(tmp_path / "news.rss", "<rss><channel>" + "<item></item>" * 5_001)
    assert (documents, problems) == ([], ["a feed of more than 5,000 entries, so it was not read"])


def test_a_feed_cut_short_gives_what_it_has() -> None:
    assert len(parsed(RSS[: RSS.index("Only a title")]).entries) >= 2


def test_a_string_that_names_a_file_is_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(RSS)
    assert isinstance(parse_feed(str(secret).encode(), "news.xml", NOW), Problem)
    assert isinstance(parse_feed(f"file://{secret}".encode(), "news.xml", NOW), Problem)


@settings(deadline=None)
@given(st.text(alphabet="<>/!&;[]\"'= \nabcdrsitemlnkfeyuhpg:#x0", max_size=300))
def test_no_text_is_an_error(text: str) -> None:
    parse_feed(f"<rss version='2.0'><channel><item>{text}".encode(), "news.xml", NOW)


@pytest.mark.parametrize("element", ["author", "dc:creator", "managingEditor", "itunes:author", "dc:publisher"])
def test_an_authors_name_of_any_length_is_read_in_time_and_left_out(element: str) -> None:
    names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/DTDs/PodCast-1.0.dtd"'
    item = f"<title>Rain</title><{element}>{'1' * 200_000}</{element}><description>{PARAGRAPH}</description>"
    started = process_time()
    feed = parsed(f'<rss version="2.0" {names}><channel><title>R</title><item>{item}</item></channel></rss>')
    assert process_time() - started < 2  # it took two minutes
    assert [entry.declared.authors for entry in feed.entries] == [()]


def rss_of(item: str) -> str:
    names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:yandex="http://news.yandex.ru"'
    return (
        f'<rss version="2.0" {names}><channel><title>Harnby Courier</title><item><title>A bolt had sheared</title>'
        f"{item}</item></channel></rss>"
    )


@pytest.mark.parametrize(
    "description",
    [
        "<![CDATA[&lt;p&gt;The ferry lay still.&lt;/p&gt;&lt;p&gt;It has no crew.&lt;/p&gt;]]>",
        "&amp;lt;p&amp;gt;The ferry lay still.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;It has no crew.&amp;lt;/p&amp;gt;",
        "&lt;p&gt;The ferry lay still.&lt;/p&gt;&lt;p&gt;It has no crew.&lt;/p&gt;",
    ],
)
def test_html_that_was_escaped_once_more_than_it_should_is_read_as_html(tmp_path: Path, description: str) -> None:
    (document,), _ = found(tmp_path / "a.rss", rss_of(f"<description>{description}</description>"))
    assert row(document)["text"] == "The ferry lay still.\n\nIt has no crew."


@pytest.mark.parametrize(
    "author",
    ["i@courier.online (Ilse Tarrow)", '"Ilse Tarrow" &lt;i@courier.media&gt;', "Ilse Tarrow (i@courier.news)"],
)
def test_an_author_is_told_from_an_address_of_any_kind(tmp_path: Path, author: str) -> None:
    item = f"<description>The ferry lay still.</description><author>{author}</author>"
    (document,), _ = found(tmp_path / "a.rss", rss_of(item))
    assert document.declared is not None
    assert document.declared.authors == ("Ilse Tarrow",)


def test_the_whole_article_beside_a_teaser_is_read_where_feeds_for_yandex_have_it(tmp_path: Path) -> None:
    whole = "The ferry lay still for nine hours.\n\nIt has no crew."
    item = f"<description>The ferry lay still.</description><yandex:full-text>{whole}</yandex:full-text>"
    (document,), _ = found(tmp_path / "a.rss", rss_of(item))
    assert row(document)["text"] == whole


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("Tue, 12 May 2026 23:20:00 JST", "2026-05-12T14:20:00+00:00"),
        ("Tue, 12 May 2026 10:20 AM EDT", "2026-05-12T14:20:00+00:00"),
        ("Di, 12 Mai 2026 16:20:00 +0200", "2026-05-12T14:20:00+00:00"),
        ("mar., 12 mai 2026 16:20:00 +0200", "2026-05-12T14:20:00+00:00"),
        ("Вт, 12 мая 2026 17:20:00 +0300", "2026-05-12T14:20:00+00:00"),
        ("12 de mayo de 2026 14:20 GMT", "2026-05-12T14:20:00+00:00"),
        ("20260512T142000Z", "2026-05-12T14:20:00+00:00"),
        ("12.05.2026 15:20", "2026-05-12T15:20:00+00:00"),
        ("1778595600", "2026-05-12T14:20:00+00:00"),
    ],
)
def test_dates_as_feeds_write_them_are_the_right_day_and_hour(tmp_path: Path, written: str, published: str) -> None:
    item = f"<description>The ferry lay still.</description><pubDate>{written}</pubDate>"
    (document,), _ = found(tmp_path / "a.rss", rss_of(item))
    article, problems = clean(document)
    assert article is not None
    assert article.published is not None
    assert (article.published.isoformat(), problems) == (published, ())


def test_a_date_of_a_feed_that_is_none_or_cannot_be_is_told(tmp_path: Path) -> None:
    for written, told in (
        ("yesterday at noon", 'its date, "yesterday at noon", is no date'),
        (
            "Tue, 12 May 2037 10:00:00 GMT",
            'its date, "Tue, 12 May 2037 10:00:00 GMT", cannot be right, so it counts as',
        ),
    ):
        item = f"<description>The ferry lay still.</description><pubDate>{written}</pubDate>"
        (document,), _ = found(tmp_path / "a.rss", rss_of(item))
        article, problems = clean(document)
        assert article is not None
        assert article.published is None
        assert [problem.message.removesuffix(" undated") for problem in problems] == [told]
