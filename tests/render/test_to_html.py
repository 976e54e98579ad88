"""The page: self-contained, in sections, every citation opening its place."""

import re
from dataclasses import replace
from pathlib import Path

from briefing.render import render
from tests.render.sample import empty, rich


def page() -> str:
    return render(rich(), "html").decode("utf-8")


def test_the_page_asks_nothing_of_any_other_place() -> None:
    text = page()
    assert "default-src 'none'" in text
    assert not re.search(r"<script|<link|<img|@import|url\(|<iframe", text)
    assert not re.search(r' src="', text)


def test_every_citation_opens_its_place_and_every_place_leads_to_its_note() -> None:
    text = page()
    opened = set(re.findall(r'popovertarget="(place-\d+)"', text))
    assert opened == set(re.findall(r'<div class="place" id="(place-\d+)" popover', text))
    assert set(re.findall(r'href="#(fn-\d+)"', text)) == set(re.findall(r'id="(fn-\d+)"', text))


def test_a_place_shows_the_words_in_their_paragraph() -> None:
    assert "<p class=\"words\">HARNBY — <mark>A ferry with 214 people on board" in page()  # fmt: skip


def test_every_id_is_there_once_and_every_inner_link_has_its_target() -> None:
    text = page()
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^":]+)"', text)) <= set(ids)
    assert set(re.findall(r'aria-labelledby="([^"]+)"', text)) <= set(ids)


def test_the_contents_list_the_sections_with_their_days() -> None:
    nav = page().split("<nav", 1)[1].split("</nav>")[0]
    listed = re.findall(r'<a href="#(?:section-\d+|e[0-9a-f]+)">([^<]*)</a>', nav)
    assert listed == [rich().sections[0].event.headline, "Bridge at Kessel to reopen to lorries", "Also", "Coverage",
                      "Notes"]  # fmt: skip
    assert re.findall(r'role="img"', nav) == ['role="img"'] * 2
    assert "2\u00a0articles on 13 May" in nav


def test_quotations_are_figures_with_their_speaker_as_caption() -> None:
    figures = re.findall(r"<figure>(.*?)</figure>", page(), re.DOTALL)
    assert len(figures) == 3
    assert all("<figcaption><strong>" in figure for figure in figures)
    assert ["spoken" in figure for figure in figures] == [True, False, True]


def test_the_title_and_the_dates_stand_once_in_the_head_of_the_page() -> None:
    text = page()
    assert text.count("<h1") == 1
    assert text.count("11 to 17 May 2026") == 2  # the title element, the masthead


def test_links_lead_to_the_very_words() -> None:
    assert "https://news.example/3#:~:text=The%20number%20of%20people%20hurt," in page()


def test_words_in_another_language_say_which() -> None:
    brief = rich()
    foreign = tuple(replace(each, language="de") if each.outlet == "Estmark Today" else each for each in brief.articles)
    text = render(replace(brief, articles=foreign), "html").decode("utf-8")
    assert '<li lang="de">Tolls will be' in text
    assert '<blockquote class="spoken" lang="de"><p>“A bridge' in text
    assert '<p class="words" lang="de">' in text


def test_words_in_an_unknown_language_say_nothing() -> None:
    unknown = tuple(replace(each, language="und") for each in rich().articles)
    assert render(replace(rich(), articles=unknown), "html") == render(rich(), "html")


def test_an_empty_window_is_a_page_too() -> None:
    text = render(empty(), "html").decode("utf-8")
    assert "No articles in this window." in text
    assert "<nav" not in text


def test_a_page_of_a_users_own_markdown_is_set_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "brief.md.j2").write_text("Only this: {{ title }}.\n\n> A line.\n\n- One[^1]\n\n[^1]: Here.\n", "utf-8")
    text = render(replace(rich(), title="<b>"), "html", templates=tmp_path).decode("utf-8")
    assert "<p>Only this: &lt;b&gt;.</p>" in text
    assert "<blockquote>" in text
