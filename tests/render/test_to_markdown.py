"""The Markdown: front matter, sections, footnotes that lead to their places."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
import yaml

from briefing.model import Brief
from briefing.render import render
from briefing.render.escape import folded, unmarkdown
from briefing.text.paragraphs import paragraphs
from tests.render.sample import empty, rich

CITED = re.compile(r"^(?!>|\[\^)(?:- |\d+\. )?(.*)\[\^(\d+)\]", re.MULTILINE)
SAID = re.compile(r"^> (.*)\n>\n> — .*\[\^(\d+)\]$", re.MULTILINE)
NOTE = re.compile(r"^\[\^(\d+)\]: .*, paragraph (\d+) \(`([0-9a-f]{12}):(\d+)-(\d+)`\)\.", re.MULTILINE)


def cited(page: str) -> Iterator[tuple[str, str]]:
    """Every sentence and quotation shown, with the number of its note."""
    yield from ((unmarkdown(text), number) for text, number in CITED.findall(page))
    yield from ((unmarkdown(text).strip("“”"), number) for text, number in SAID.findall(page))


def test_every_line_shown_stands_word_for_word_where_its_note_says() -> None:
    page, texts = render(rich(), "md").decode(), {article.id: article.text for article in rich().articles}
    notes = {number: rest for number, *rest in NOTE.findall(page)}
    shown = list(cited(page))
    assert len(shown) == 13
    for words, number in shown:
        paragraph, article_id, start, end = notes[number]
        assert folded(texts[article_id][int(start) : int(end)]).strip("“”") == words
        at = paragraphs(texts[article_id])[int(paragraph) - 1]
        assert at.start <= int(start) < at.end


def test_notes_are_numbered_in_the_order_of_first_mention_and_each_is_mentioned() -> None:
    page = render(rich(), "md").decode()
    mentioned = list(dict.fromkeys(re.findall(r"\[\^(\d+)\](?!:)", page)))
    assert mentioned == [str(number) for number in range(1, len(mentioned) + 1)]
    assert [number for number, *_ in NOTE.findall(page)] == mentioned


def test_the_front_matter_is_yaml_with_the_counts() -> None:
    front = yaml.safe_load(render(rich(), "md").decode().split("---\n")[1])
    assert front["id"] == "2026-W20"
    assert front["window"] == "2026-05-11/2026-05-18"
    assert (front["articles"], front["outlets"], front["events"], front["undated"]) == (6, 5, 4, 1)


def test_an_empty_window_says_so() -> None:
    assert "No articles in this window." in render(empty(), "md").decode()


@pytest.mark.parametrize(
    ("brief", "words"),
    [
        (replace(rich(), cover=(), sections=()), "stands under “Also”, a line each."),
        (replace(rich(), cover=(), sections=(), also=()), "Nothing significant in this window."),
    ],
)
def test_a_window_without_a_strong_event_says_so(brief: Brief, words: str) -> None:
    page = render(brief, "md").decode()
    assert words in page
    assert "##  " not in page


def test_no_line_ends_in_white_space_and_no_two_lines_are_empty() -> None:
    page = render(rich(), "md").decode()
    assert not re.search(r"[ \t]\n", page)
    assert "\n\n\n" not in page
    assert page.endswith("\n")
    assert not page.endswith("\n\n")


def test_the_same_briefing_gives_the_same_bytes() -> None:
    assert render(rich(), "md") == render(rich(), "md")
