"""What an editor does is kept, followed by every later briefing, listed, and can be taken back."""

import re
import time
from datetime import UTC, datetime

import pytest

from briefing.config import Config
from briefing.desk import deeds
from briefing.make import make
from briefing.model import Brief, Event
from briefing.store.identities import Identities
from briefing.store.remembered import Remembered
from briefing.window import week
from tests.desk.conftest import Opened
from tests.site.newsroom import NOW, order

END = datetime(2026, 5, 17, tzinfo=UTC)  # of the week that is made again
SHIP = "Container ship aground on Gull Bank closes Harnby harbour"


FORMATS = {
    "briefing.html": b"<!DOCTYPE html>",
    "briefing.md": b"---",
    "briefing.pdf": b"%PDF",
    "briefing.json": b"{",
    "mail.html": b"<!",
    "mail.txt": b"",
}


def events(config: Config) -> dict[str, Event]:
    with Remembered(config.library) as remembered:
        return {event.headline: event for event in remembered.events()}


def corrections(config: Config) -> list[str]:
    with Remembered(config.library) as remembered:
        return [kept.correction.kind for kept in remembered.kept()]


def made_again(config: Config) -> Brief:
    return make(order(config, week("2026-W20", NOW.date(), config.timezone)), NOW).brief


def sentences(brief: Brief) -> list[str]:
    texts = {article.id: article.text for article in brief.articles}
    places = [each.citation.place for section in brief.sections for each in section.extracts]
    places += [each.citation.place for each in brief.cover]
    return [place.span.of(texts[place.article_id]) for place in places]


def printed(brief: Brief) -> list[str]:
    texts = {article.id: article.text for article in brief.articles}
    return [each.quote.span.of(texts[each.quote.article_id]) for section in brief.sections for each in section.quotes]


def first_place(brief: Brief) -> dict[str, object]:
    place = brief.sections[0].extracts[0].citation.place
    return {"article": place.article_id, "start": place.span.start, "end": place.span.end}


def test_two_events_are_put_together_and_parted_again(desk: Opened) -> None:
    known = events(desk.config)
    one, other = (
        known[SHIP],
        next(each for each in known.values() if each.id != known[SHIP].id and each.last and each.last < END),
    )
    before = {event.id: event.article_ids for event in known.values()}
    assert desk.send("/desk/merge", event=one.id, other=other.id) == 200
    together = next(event for event in events(desk.config).values() if set(one.article_ids) <= set(event.article_ids))
    assert set(other.article_ids) <= set(together.article_ids)
    assert other.headline in desk.client.get(f"/events/{together.id}.html").text
    brief = made_again(desk.config)
    window = {article.id for article in brief.articles}
    both = window.intersection(one.article_ids, together.article_ids) | window.intersection(other.article_ids)
    told = [set(each.event.article_ids) for each in (*brief.sections, *brief.also)]
    assert any(ids >= both for ids in told)
    assert desk.send("/desk/undo", number=1) == 200
    after = {event.id: event.article_ids for event in events(desk.config).values()}
    assert {event_id: after.get(event_id) for event_id in before} == before


def test_articles_are_taken_out_moved_and_dropped(desk: Opened) -> None:
    ship = events(desk.config)[SHIP]
    leaving = ship.article_ids[:2]
    assert desk.send("/desk/split", event=ship.id, article=list(leaving)) == 200
    parted = next(event for event in events(desk.config).values() if leaving[0] in event.article_ids)
    assert parted.article_ids == leaving
    left = next(event for event in events(desk.config).values() if ship.article_ids[-1] in event.article_ids)
    assert desk.send("/desk/move", article=leaving[1], other=left.id) == 200
    assert leaving[1] in next(e for e in events(desk.config).values() if e.id == left.id).article_ids
    assert desk.send("/desk/drop-articles", event=left.id, article=leaving[0]) == 200
    assert leaving[0] not in {article.id for article in made_again(desk.config).articles}
    assert corrections(desk.config) == ["split", "move", "drop"]


def test_a_dropped_event_is_told_no_more_until_that_is_taken_back(desk: Opened) -> None:
    ship = events(desk.config)[SHIP]
    assert desk.send("/desk/drop", event=ship.id) == 200
    assert desk.client.get(f"/events/{ship.id}.html").status_code == 404
    assert ship.id not in {section.event.id for section in made_again(desk.config).sections}
    assert desk.send("/desk/undo", number=1) == 200
    assert desk.client.get(f"/events/{ship.id}.html").status_code == 200
    assert ship.id in {section.event.id for section in made_again(desk.config).sections}


def test_a_headline_of_the_users_own_stays(desk: Opened) -> None:
    ship = events(desk.config)[SHIP]
    assert desk.send("/desk/retitle", event=ship.id, title="  The ship <b>on</b>\nthe bank ") == 200
    brief = made_again(desk.config)
    assert "The ship <b>on</b> the bank" in {section.event.headline for section in brief.sections}
    page = desk.client.get(f"/events/{ship.id}.html").text
    assert "The ship &lt;b&gt;on&lt;/b&gt; the bank" in page
    assert "The ship &lt;b&gt;on&lt;/b&gt; the bank" in desk.client.get("/events/2026-05.html").text
    desk.send("/desk/undo", number=1)
    assert SHIP in {section.event.headline for section in made_again(desk.config).sections}


def test_a_struck_sentence_is_printed_no_more_and_comes_back_when_that_is_taken_back(desk: Opened) -> None:
    before = made_again(desk.config)
    place, words = first_place(before), sentences(before)[0]
    assert desk.send("/desk/strike", **place) == 200
    for _ in range(2):
        assert words not in sentences(made_again(desk.config))
    assert "Struck" in desk.client.get("/desk/index.html").text
    assert desk.send("/desk/undo", number=1) == 200
    assert made_again(desk.config).sections == before.sections


def test_a_pinned_sentence_stands_first_in_every_briefing(desk: Opened) -> None:
    before = made_again(desk.config)
    section = before.sections[0]
    last = next(each for each in reversed(before.articles) if each.id in section.event.article_ids)
    words = last.text[last.text.rindex("\n") + 1 :]
    start = last.text.index(words)
    assert desk.send("/desk/pin", article=last.id, start=start, end=start + len(words)) == 200
    again = next(each for each in made_again(desk.config).sections if each.event.id == section.event.id)
    assert again.extracts[0].extract.span.of(last.text) == words
    desk.send("/desk/undo", number=1)
    assert made_again(desk.config).sections == before.sections


def test_a_pinned_quotation_is_printed_and_a_struck_one_is_not(desk: Opened) -> None:
    before = made_again(desk.config)
    quoted = [each for section in before.sections for each in section.quotes]
    struck = quoted[0].quote
    place = {"article": struck.article_id, "start": struck.span.start, "end": struck.span.end}
    words = printed(before)[0]
    assert desk.send("/desk/strike", **place) == 200
    after = made_again(desk.config)
    assert words not in printed(after)
    assert not any(words in sentence for sentence in sentences(after))
    assert desk.send("/desk/pin", **place) == 200  # what is said later holds
    assert words in printed(made_again(desk.config))


def test_a_named_speaker_goes_into_briefings_and_the_ledger(desk: Opened) -> None:
    quoted = made_again(desk.config).sections[0].quotes[0].quote
    place = {"article": quoted.article_id, "start": quoted.span.start, "end": quoted.span.end}
    assert desk.send("/desk/speaker", **place, name="Wilma Harrow") == 200
    assert desk.client.get("/people/wilma-harrow.html").status_code == 200
    assert desk.send("/desk/pin", **place) == 200
    speakers = {each.quote.speaker for section in made_again(desk.config).sections for each in section.quotes}
    assert "Wilma Harrow" in speakers
    desk.send("/desk/undo", number=1)
    assert desk.client.get("/people/wilma-harrow.html").status_code == 404


@pytest.mark.parametrize(
    ("path", "fields", "told"),
    [
        ("/desk/merge", {"event": "e000", "other": "e001"}, "there is no event"),
        ("/desk/merge", {"event": "e"}, "choose the other event"),
        ("/desk/split", {"event": "e"}, "tick the articles"),
        ("/desk/strike", {"article": "nope", "start": "0", "end": "5"}, "there is no article"),
        ("/desk/strike", {"article": "FIRST", "start": "5", "end": "999999"}, "has no words at"),
        ("/desk/strike", {"article": "30d7df55476b", "start": "-1", "end": "x"}, "names no words"),
        ("/desk/retitle", {"event": "e", "title": " "}, "could be any of|a headline has words|is no"),
        ("/desk/undo", {"number": "77"}, "there is no correction 77"),
        ("/desk/order/send", {"briefing": "2026/2026-W20.html"}, "wants the box ticked"),
        ("/desk/order/make", {"kind": "week", "first": "yesterday"}, "give a day"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_a_line(desk: Opened, path: str, fields: dict[str, str], told: str) -> None:
    known = {"FIRST": events(desk.config)[SHIP].article_ids[0]}
    fields = {name: known.get(value, value) for name, value in fields.items()}
    answer = desk.client.post(path, data={"token": desk.token(), **fields})
    assert answer.status_code == 400
    assert re.search(told, answer.text)
    assert corrections(desk.config) == []


def wait(desk: Opened, job: str) -> None:
    for _ in range(600):
        if desk.client.get(f"{job}?as=json").json()["state"] != "running":
            return
        time.sleep(0.1)
    pytest.fail("the work does not end")


def test_making_again_follows_what_was_corrected_while_pages_are_read(desk: Opened) -> None:
    brief = made_again(desk.config)
    words = sentences(brief)[0]
    desk.send("/desk/strike", **first_place(brief))
    assert words[:60] in desk.client.get("/2026/2026-W20.md").text
    answer = desk.client.post("/desk/order/make", data={"token": desk.token(), "briefing": "2026/2026-W20.html"})
    job = answer.url.path
    assert desk.client.get("/events/index.html").status_code == 200
    second = desk.client.post("/desk/order/make", data={"token": desk.token(), "briefing": "2026/2026-W20.html"})
    assert "one piece of work goes on" in second.text
    wait(desk, job)
    assert "Made of" in desk.client.get(job).text
    assert words[:60] not in desk.client.get("/2026/2026-W20.md").text
    assert words[:60] not in desk.client.get("/2026/2026-W20.html").text.split('class="account"')[0]


def test_a_preview_shows_all_formats_and_changes_nothing(desk: Opened) -> None:
    before = (desk.config.archive / "2026" / "2026-W20.md").read_bytes()
    answer = desk.client.post("/desk/order/preview", data={"token": desk.token(), "briefing": "2026/2026-W20.html"})
    job = answer.url.path
    wait(desk, job)
    for name, begins in FORMATS.items():
        file = desk.client.get(f"{job}/{name}")
        assert file.status_code == 200, name
        assert file.content.startswith(begins)
        assert "unsafe-inline" not in file.headers["content-security-policy"]
    assert desk.client.get(f"{job}/..%2f..%2fbrief.toml").status_code == 404
    assert (desk.config.archive / "2026" / "2026-W20.md").read_bytes() == before
    assert datetime.now(UTC) > NOW


def test_there_are_words_for_everything_that_can_be_done() -> None:
    assert deeds.DONE.keys() == {*deeds.DEEDS, *deeds.OF_PEOPLE}


def test_two_names_are_made_one_persons_listed_and_parted_again(desk: Opened) -> None:
    assert desk.send("/desk/same", name="Niels Tarrow", other="Freya Sandholt") == 200
    page = desk.client.get("/people/niels-tarrow.html").text
    assert "Also printed as Freya Sandholt" in page
    assert desk.client.get("/people/freya-sandholt.html").status_code == 404
    listed = desk.client.get("/desk/index.html").text
    assert "Made one person" in listed
    assert "/desk/undo-names" in listed
    assert desk.send("/desk/undo-names", number=1, back="/desk/index.html") == 200
    assert desk.client.get("/people/freya-sandholt.html").status_code == 200
    assert "Made one person" not in desk.client.get("/desk/index.html").text


def test_names_taken_for_one_persons_are_kept_apart_in_briefings_too(desk: Opened) -> None:
    assert "Also printed as Aleksander Brontz" in desk.client.get("/people/alexander-brontz.html").text
    assert desk.send("/desk/apart", name="Alexander Brontz", spelling="Aleksander Brontz") == 200
    assert "Also printed" not in desk.client.get("/people/alexander-brontz.html").text
    assert desk.client.get("/people/aleksander-brontz.html").status_code == 200
    made_again(desk.config)
    with Identities(desk.config.library) as identities:
        assert [each.kind for each in identities.said()] == ["apart"]


def test_what_was_said_of_names_is_taken_back_in_any_order(desk: Opened) -> None:
    desk.send("/desk/same", name="Niels Tarrow", other="Freya Sandholt")
    desk.send("/desk/apart", name="Alexander Brontz", spelling="Aleksander Brontz")
    assert desk.send("/desk/undo-names", number=1) == 200
    with Identities(desk.config.library) as identities:
        assert [each.kind for each in identities.said()] == ["apart"]
    assert desk.send("/desk/undo-names", number=1) == 400


@pytest.mark.parametrize(
    ("path", "fields", "told"),
    [
        ("same", {"name": "Niels Tarrow", "other": "Nobody Atall"}, "nobody called"),
        ("same", {"name": "Niels Tarrow", "other": " "}, "type the other name"),
        ("same", {"name": "Alexander Brontz", "other": "Aleksander Brontz"}, "one person already"),
        ("apart", {"name": "Niels Tarrow", "spelling": "Niels Tarrow"}, "nothing to split"),
        ("undo-names", {"number": "x"}, "load the page again"),
    ],
)
def test_what_cannot_be_said_of_names_is_told(door: Opened, path: str, fields: dict[str, str], told: str) -> None:
    answer = door.client.post(f"/desk/{path}", data={"token": door.token(), **fields})
    assert answer.status_code == 400
    assert told in answer.text
