"""A struck sentence does not stand in the paragraph that a citation beside it opens."""

import re
import shutil
from html import escape, unescape
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing import correct
from briefing.config import Config
from briefing.model import Place, Span
from briefing.site.building import build
from briefing.site.silencing import LEFT_OUT, WORDS, places, silenced
from briefing.store import open_library
from briefing.text.sentences import sentences
from tests.site.changes import copied, corrected, undone
from tests.site.test_building_again import content, fresh

ONE, TWO, THREE = "The tug left Harnby at six.", "It was late & cold.", "Nobody saw it come back."
TEXT = f"A headline.\n\n{ONE} {TWO} {THREE}\n\nAnother paragraph."


def at(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def body(before: str, words: str, after: str, place: Span) -> str:
    parts = (escape(each, quote=False) for each in (before, words, after))
    return (
        '<div class="place" id="place-1" popover="auto" role="note"><p class="words">{}<mark>{}</mark>{}</p></div>'
        '<li id="fn-1"><code>a1:{}-{}</code></li>'
    ).format(*parts, place.start, place.end)


def paragraph(page: str) -> str:
    found = WORDS.search(page)
    assert found
    return unescape(f"{found[2]}[{found[4]}]{found[6]}")


def shown(struck: str, text: str = TEXT) -> str:
    page = body(f"{ONE} ", TWO, f" {THREE}", at(TWO))
    return paragraph(silenced(page, {"a1": (at(struck, text),)}, {"a1": text}.__getitem__))


def test_a_mark_stands_in_place_of_a_struck_neighbour_on_either_side() -> None:
    assert shown(ONE) == f"{LEFT_OUT} [{TWO}] {THREE}"
    assert shown(THREE) == f"{ONE} [{TWO}] {LEFT_OUT}"


def test_the_words_cited_stay_and_so_do_other_paragraphs() -> None:
    assert shown(TWO) == shown("Another paragraph.") == f"{ONE} [{TWO}] {THREE}"


def test_where_the_article_was_changed_since_the_sentence_is_known_by_its_words() -> None:
    assert shown(THREE, f"Corrected. {TEXT}") == f"{ONE} [{TWO}] {LEFT_OUT}"


def test_a_sentence_that_is_shown_in_part_is_not_shown_either() -> None:
    long = "Nothing was heard of her " + "and the wind rose " * 60 + "until noon."
    text = f"{long} {TWO}"
    page = body("… " + long[-300:] + " ", TWO, "", at(TWO, text))
    left = silenced(page, {"a1": (at(long, text),)}, {"a1": text}.__getitem__)
    assert paragraph(left) == f"{LEFT_OUT} [{TWO}]"


@given(st.text(), st.text(), st.text(), st.integers(0, 40), st.integers(0, 40))
def test_no_text_makes_it_fail(before: str, words: str, text: str, start: int, length: int) -> None:
    page = body(before, words, "", Span(start, start + length))
    assert silenced(page, {"a1": (Span(0, length + 1),)}, lambda _: text).count("<mark>") >= 1
    assert silenced(text, {"a1": (Span(0, 1),)}, lambda _: before) is not None


def neighbour(config: Config) -> tuple[str, Place]:
    """A sentence beside a cited one, and where it stands."""
    page = (config.archive / "2026" / "2026-W20.html").read_text("utf-8")
    with open_library(config.library) as library:
        for place in places(page).values():
            article = library.get([place.article_id])[0]
            line = article.text[article.text.rfind("\n", 0, place.span.start) + 1 :].partition("\n")[0]
            for each in sentences(article.text, article.language):
                words = each.of(article.text)
                if (
                    words in line
                    and not (each.start < place.span.end and place.span.start < each.end)
                    and words not in re.sub(r"<[^>]+>", "", page.split("popover")[0])
                ):
                    return words, Place(article.id, each)
    raise AssertionError("no paragraph of the samples has two sentences")


def test_on_the_site_it_is_left_out_and_back_when_the_strike_is(config: Config, public: Path, tmp_path: Path) -> None:
    ours, site = copied(config, tmp_path), tmp_path / "site"
    shutil.copytree(public, site)
    words, place = neighbour(ours)
    page = site / "2026" / "2026-W20.html"
    assert words in unescape(page.read_text("utf-8"))
    corrected(ours, lambda desk: correct.strike(place.article_id, place.span, desk))
    build(ours, site)
    assert words not in "".join(map(unescape, re.findall(r'<p class="words".*?</p>', page.read_text("utf-8"))))
    assert LEFT_OUT in page.read_text("utf-8")
    assert content(site) == fresh(ours, tmp_path / "fresh")
    undone(ours)
    build(ours, site)
    assert content(site) == content(public)
