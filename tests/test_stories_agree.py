"""Day N of a story in a briefing, what `brief show` says, the library, and the site's stories are of one find."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from briefing.cli.show import data
from briefing.config import Config, parse
from briefing.make import Order, make
from briefing.show import Happening, show
from briefing.site.building import build
from briefing.site.gathering import gather
from briefing.site.holdings import Holdings
from briefing.store.remembered import Remembered
from briefing.window import week

MONDAY = datetime(2026, 5, 4, 9, tzinfo=UTC)
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
WEEKS = ("2026-W19", "2026-W20", "2026-W21")
OUTLETS = ("Harnby Courier", "The Valdorian", "Lindow Evening Post")
DAY_LINE = re.compile(r"\bday (\d+)\b")

# Day, headline, text. A ship for three weeks, a dam that goes on over a Sunday and again a week later, a strike of one
# week, and what is told once.
NEWS: tuple[tuple[int, str, str], ...] = (
    (0, "Freighter Marten Rose runs aground off Lindow",
     "The freighter Marten Rose ran aground on the Otter Sand off Lindow on Monday. Its master, Ivo Karr, "
     "radioed that no one was hurt, the Lindow coastguard said. The Marten Rose carries 4,000 tonnes of "
     "grain from Kessel."),
    (3, "Teachers of Kessel walk out over pay",
     "Teachers of Kessel walked out on Thursday over pay. Their union, led by Hedda Marant, wants nine per "
     "cent; the ministry of schools offers four. Pupils stayed at home in forty schools."),
    (4, "Night bakery of Tarn Green sells its last loaf",
     "The night bakery of Tarn Green sold its last loaf on Friday after ninety years. Its owner, Ada "
     "Brenn, said that nobody wants to rise at one in the morning any more."),
    (6, "Crack found in Hollen dam, valley told to pack",
     "A crack was found in the Hollen dam above Norrin on Sunday. Engineers of the water board lowered the "
     "reservoir, and the valley below was told to pack, said Goran Sandholt."),
    (7, "Hollen dam holds as the reservoir sinks",
     "The Hollen dam above Norrin held on Monday as engineers of the water board lowered the reservoir. "
     "The crack has not grown, Goran Sandholt said; the valley below stays packed."),
    (9, "Tugs pull at the Marten Rose off Lindow",
     "Three tugs pulled at the freighter Marten Rose on the Otter Sand off Lindow on Wednesday and broke "
     "two lines. Master Ivo Karr stays aboard; the grain from Kessel is being unloaded."),
    (11, "Court of Port Selby stops the stadium loan",
     "The court of Port Selby stopped the city's loan for a stadium on Friday. Judge Clara Talvoss found "
     "that the council had not been told what the guarantee would cost."),
    (16, "Marten Rose floats free of the Otter Sand",
     "The freighter Marten Rose floated free of the Otter Sand off Lindow on Wednesday's tide. Ivo Karr, "
     "its master, said the hull is sound; an inquiry opens in Lindow next month."),
    (18, "Hollen dam to be rebuilt, water board decides",
     "The water board will rebuild the Hollen dam above Norrin, it decided on Friday. The crack found by "
     "its engineers cannot be mended, Goran Sandholt told the packed valley."),
    (19, "Choir of Brackwater sings for its hall",
     "The choir of Brackwater sang in the rain on Saturday for the hall it was promised. Its conductor, "
     "Edvin Fairlie, has waited for a roof since he was a boy, he said."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """Three weeks."""

    config: Config
    briefs: dict[str, dict[str, Any]]  # by window
    pages: dict[str, str]  # Markdown, by window
    holdings: Holdings
    public: Path


def rows() -> Iterator[dict[str, str]]:
    """Every report, as two outlets have it."""
    for number, (day, title, text) in enumerate(NEWS):
        for copy in range(2):
            time = MONDAY + timedelta(days=day, hours=copy)
            said = text if not copy else f"{text.split('. ')[0]}. This newspaper was there. {text.split('. ', 1)[1]}"
            yield {"id": f"n{number}-{copy}", "title": title, "text": said, "published": time.isoformat(),
                   "outlet": OUTLETS[(number + copy) % len(OUTLETS)], "url": f"https://n.example/{number}-{copy}",
                   "language": "en"}  # fmt: skip


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("three")
    (folder / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows()), encoding="utf-8")
    config = parse({"sources": [str(folder / "news.jsonl")], "formats": ["md", "html", "json"]}, folder)
    for name in WEEKS:
        make(Order(config, week(name, NOW.date(), "UTC"), only_sources=False, force=False, dry_run=False), NOW)
    build(config, folder / "public")
    year = config.archive / "2026"
    return Made(
        config,
        {name: json.loads((year / f"{name}.json").read_text("utf-8")) for name in WEEKS},
        {name: (year / f"{name}.md").read_text("utf-8") for name in WEEKS},
        gather(config),
        folder / "public",
    )


def going_on(three: Made) -> list[tuple[str, dict[str, Any]]]:
    """The sections and lines that go on with a story, with the window each stands in."""
    return [
        (name, told) for name in WEEKS for told in (*three.briefs[name]["sections"], *three.briefs[name]["also"])
        if told["story"]
    ]  # fmt: skip


def test_what_goes_on_is_told_to_and_nothing_else(three: Made) -> None:
    assert {(name, told["event"]["headline"], told["story"]["day"]) for name, told in going_on(three)} == {
        ("2026-W20", "Hollen dam holds as the reservoir sinks", 2),
        ("2026-W20", "Tugs pull at the Marten Rose off Lindow", 10),
        ("2026-W21", "Hollen dam to be rebuilt, water board decides", 13),
        ("2026-W21", "Marten Rose floats free of the Otter Sand", 17),
    }


def test_every_day_that_a_briefing_counts_is_of_a_story_that_the_site_lists(three: Made) -> None:
    listing = (three.public / "stories" / "index.html").read_text("utf-8")
    for name, told in going_on(three):
        story = told["story"]
        events = three.holdings.stories[story["id"]]
        assert told["event"]["id"] in {event.id for event in events}, name
        page = three.public / "stories" / f"{story['id']}.html"
        assert page.name in listing
        assert f"events/{told['event']['id']}.html" in page.read_text("utf-8")
        assert story["first"] == three.holdings.span(events[0])[0].isoformat()  # type: ignore[index]  # dated, all of them


def test_what_a_briefing_prints_of_days_is_what_it_found(three: Made) -> None:
    for name in WEEKS:
        printed = sorted(int(day) for line in three.pages[name].splitlines() if line.startswith("_")
                         for day in DAY_LINE.findall(line))  # fmt: skip
        assert printed == sorted(told["story"]["day"] for window, told in going_on(three)
                                 if window == name and told in three.briefs[name]["sections"])  # fmt: skip


def test_show_and_the_library_name_the_same_story(three: Made) -> None:
    with Remembered(three.config.library) as remembered:
        kept = {event.id: event.story_id for event in remembered.events()}
    for _, told in going_on(three):
        event = told["event"]["id"]
        found = show(event, three.config)
        assert isinstance(found, Happening)
        assert data(found)["story"] == kept[event] == told["story"]["id"] == told["event"]["story_id"]


def test_a_briefing_made_again_after_later_ones_counts_the_same_days(three: Made) -> None:
    for name in WEEKS:
        order = Order(three.config, week(name, NOW.date(), "UTC"), only_sources=False, force=True, dry_run=True)
        assert make(order, NOW).files["md"].decode("utf-8") == three.pages[name]
