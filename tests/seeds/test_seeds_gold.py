"""The shipped samples and what an editor finds in them agree, and the samples keep to their fictional world."""

import html
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
GOLD: dict[str, Any] = json.loads((ROOT / "tests" / "fixtures" / "seeds-gold.json").read_text(encoding="utf-8"))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DATED_WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)}),? (\d{{1,2}}) (May|June|July|September) 2026")
MONTHS = {"May": 5, "June": 6, "July": 7, "September": 9}
FEWEST_WORDS = 40  # an article of fewer is not prose


def squeezed(text: str) -> str:
    """Line ends and wrapping do not count when words are looked for."""
    return " ".join(text.split())


def seen(raw: str, suffix: str) -> str:
    """What a reader of the file sees: a page without its tags and scripts, in which words may be looked for."""
    if suffix == ".html":
        raw = re.sub(r"<(script|style)[^>]*>[^<]*</(script|style)>", " ", raw)
        raw = html.unescape(re.sub(r"<[^>]{0,400}>", " ", raw))
    return squeezed(raw)


def read_seeds() -> Iterator[tuple[str, str]]:
    for file in sorted(SEEDS.iterdir()):
        raw = file.read_text(encoding="utf-8")
        if file.suffix != ".jsonl":
            yield file.name, seen(raw, file.suffix)
            continue
        for number, line in enumerate(raw.splitlines(), start=1):
            row = json.loads(line)
            yield f"{file.name}#{number}", squeezed("\n".join(str(value) for value in row.values()))


RAW = dict(read_seeds())


def test_every_sample_has_its_gold_and_no_gold_is_left_over() -> None:
    assert sorted(GOLD["articles"]) == sorted(RAW)
    assert sorted(GOLD["quotes"]) == sorted(RAW)
    assert sorted(GOLD["text"]) == sorted(RAW)


@pytest.mark.parametrize("name", sorted(RAW))
def test_title_outlet_and_authors_stand_in_the_sample(name: str) -> None:
    article = GOLD["articles"][name]
    raw = RAW[name].casefold()
    assert article["title"].casefold() in raw
    # The Markdown samples name their outlet by their address alone.
    assert article["outlet"].casefold() in raw or article["outlet"].casefold().replace(" ", "") in raw
    assert all(author.casefold() in raw for author in article["authors"])


@pytest.mark.parametrize("name", sorted(RAW))
def test_every_quotation_stands_between_marks_in_the_sample(name: str) -> None:
    for text, _speaker in GOLD["quotes"][name]:
        at = RAW[name].find(text)
        assert at > 0, text
        assert RAW[name][at - 1] in '“"', text


@pytest.mark.parametrize("name", sorted(RAW))
def test_a_speakers_name_stands_in_the_sample(name: str) -> None:
    for _text, speaker in GOLD["quotes"][name]:
        surname = speaker.split()[-1] if speaker else ""
        assert surname in RAW[name]


@pytest.mark.parametrize("name", sorted(RAW))
def test_an_articles_own_text_begins_and_ends_where_the_gold_says(name: str) -> None:
    first, last = GOLD["text"][name]
    begin, end = RAW[name].find(first), RAW[name].rfind(last)
    assert 0 <= begin < end
    assert len(RAW[name][begin:end].split()) > FEWEST_WORDS


def test_what_must_never_be_in_a_text_is_in_a_sample() -> None:
    assert [words for words in GOLD["never_in_the_text"] if not any(words in raw for raw in RAW.values())] == []


def test_what_is_no_statement_stands_in_its_sample() -> None:
    for name, texts in GOLD["not_a_statement"].items():
        assert all(text in RAW[name] for text in texts)


def test_every_form_of_a_persons_name_stands_in_a_sample() -> None:
    forms = [form for person in GOLD["same_person"] for form in person]
    assert [form for form in forms if not any(form in raw for raw in RAW.values())] == []


def test_differing_figures_stand_in_their_samples() -> None:
    for figure in GOLD["figures_that_differ"]:
        assert [words for name, words in figure["figures"] if words not in RAW[name]] == []


def test_every_article_is_in_exactly_one_event() -> None:
    assert sorted(name for event in GOLD["events"] for name in event) == sorted(RAW)


def test_copies_stories_and_arguable_pairs_name_samples() -> None:
    named = [GOLD["copies"]["origin"], *GOLD["copies"]["of"], *GOLD["opinion_or_leisure"]]
    named += [name for group in (*GOLD["stories"], *GOLD["arguable"]["pairs"]) for name in group]
    assert set(named) <= set(RAW)


def test_the_samples_cover_two_weeks_by_seven_outlets() -> None:
    dated = [datetime.fromisoformat(a["published"]) for a in GOLD["articles"].values() if a["published"]]
    assert {moment.isocalendar()[:2] for moment in dated} == {(2026, 20), (2026, 21)}
    assert len({article["outlet"] for article in GOLD["articles"].values()} - {"MNA"}) == 7


@pytest.mark.parametrize("name", sorted(RAW))
def test_a_weekday_beside_a_date_is_that_dates_weekday(name: str) -> None:
    for weekday, day, month in DATED_WEEKDAY.findall(RAW[name]):
        assert WEEKDAYS[date(2026, MONTHS[month], int(day)).weekday()] == weekday


def test_addresses_are_on_the_reserved_example_domain() -> None:
    for file in SEEDS.iterdir():
        hosts = re.findall(r"https?://([\w.-]+)", file.read_text(encoding="utf-8"))
        assert [host for host in hosts if not host.endswith(".example") and host != "schema.org"] == []
