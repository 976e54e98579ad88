"""A week of 160 articles is a page of less than a megabyte, and a PDF in less than a second."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import process_time

import pytest

from briefing.model import Article, Brief, Section
from briefing.render import render
from tests.render.sample import article, event, key, rich, said, section

MEGABYTE = 1_000_000
MONDAY = datetime(2026, 5, 11, tzinfo=UTC)
SENTENCE = (
    "In hall {} of the harbour of Port Selby {} crates of oranges were counted on Monday, the customs office said."
)
SPOKEN = "We count them all again tomorrow, and the day after"
TELLING, SMALL, MEMBERS = 10, 12, 8  # sections, lines, articles of a section: as many as a briefing has at most
ARTICLES = 160


def text(number: int) -> str:
    """An article of about 600 words in paragraphs of three sentences."""
    told = [SENTENCE.format(number, count) for count in range(30)]
    paragraphs = [" ".join(told[at : at + 3]) for at in range(0, len(told), 3)]
    return "\n\n".join([*paragraphs, f"“{SPOKEN},” said customs officer Ada Brenn."])


@pytest.fixture(scope="module")
def week() -> Brief:
    everything = [
        article(number, f"Oranges counted in hall {number}", text(number), f"Outlet {number % 56}",
                MONDAY + timedelta(hours=number))
        for number in range(1, ARTICLES + 1)
    ]  # fmt: skip
    told = [_told(everything[at * MEMBERS : (at + 1) * MEMBERS]) for at in range(TELLING)]
    rest = everything[TELLING * MEMBERS :]
    lines = [section(event([each], each.title), [each]) for each in rest[:SMALL]]
    coverage = replace(rich().coverage, articles=ARTICLES, outlets=56, events=110)
    return replace(
        rich(), cover=tuple(each.extracts[0] for each in told[:3]), sections=tuple(told), also=tuple(lines),
        articles=tuple(everything), coverage=coverage,
    )  # fmt: skip


def _told(members: list[Article]) -> Section:
    """A section with all that one may hold."""
    sentences = [key(each, each.text.split(" In hall")[0], rank) for rank, each in enumerate(members[:5])]
    quotes = [said(each, SPOKEN, "Ada Brenn", "customs officer") for each in members[:3]]
    return section(event(members, members[0].title), members, sentences, quotes)


def test_the_page_is_less_than_a_megabyte(week: Brief) -> None:
    assert len(render(week, "html")) <= MEGABYTE


def test_the_pdf_takes_less_than_a_second(week: Brief) -> None:
    render(rich(), "pdf")  # what is loaded once
    begun = process_time()
    render(week, "pdf")
    assert process_time() - begun <= 1.0
