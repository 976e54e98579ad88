"""What goes on from the briefings before, and what is new in it."""

from dataclasses import replace
from datetime import date, timedelta

from briefing.compose import Findings, Former, compose, edition, plan
from briefing.compose.memory import follow, utc_day
from briefing.model import Article, Brief, Edition, Window
from tests.factory import MONDAY, WEEK, article, event, extract

NEXT = Window(
    "2026-W21", "week", WEEK.end, WEEK.end + timedelta(days=7), WEEK.first_day + timedelta(days=7),
    WEEK.last_day + timedelta(days=7),
)  # fmt: skip
AGROUND = "The container ship Halcyon Reach ran aground on the Gull Bank outside Harnby on Tuesday."
FLOATS = "Four tugs pulled the container ship Halcyon Reach off the Gull Bank outside Harnby."
BELL = "A museum in Lindow gave back a bronze bell to the village of Tarn."
FIRST = article("a1", f"{AGROUND} The harbour is shut.", title="Halcyon Reach aground off Harnby")
SMALL = article("b1", BELL, title="Museum gives back bell")
LATER = article("a2", f"{AGROUND} {FLOATS}", title="Halcyon Reach floats off Harnby", published=NEXT.start)
OTHER = article("b2", "Teachers in Kessel voted on a strike.", title="Strike vote", published=NEXT.start)


STORY = "s-ship"
SHIP = replace(event(FIRST, event_id="e-a1"), story_id=STORY)


def made(window: Window, picked: dict[Article, list[str]], *before: Edition) -> Brief:
    """A briefing of an event an article, told in these sentences; `LATER` goes on with what `FIRST` began."""
    articles = {each.id: each for each in picked}
    story = {LATER.id: STORY, FIRST.id: STORY}
    events = [replace(event(each, event_id=f"e-{each.id}"), story_id=story.get(each.id)) for each in picked]
    planned = plan(events, articles, window, words=600)
    extracts = {
        f"e-{each.id}": [extract(each, words, rank=rank) for rank, words in enumerate(said)]
        for each, said in picked.items()
    }
    courses = {STORY: (SHIP,)} if window != WEEK else {}
    former = Former(before, {each.id: each for each in (FIRST, SMALL)}, courses)
    return compose(
        window, planned, Findings(extracts, {}, 0.9), title="Weekly briefing", generator="brief test", timezone="UTC",
        articles=articles, undated=(), sources=1, problems=(), former=former,
    )  # fmt: skip


def remembered() -> Edition:
    return edition(made(WEEK, {FIRST: [AGROUND], SMALL: [BELL]}), "", utc_day)


def test_without_a_briefing_before_nothing_is_called_new() -> None:
    assert [section.status for section in made(WEEK, {FIRST: [AGROUND]}).sections] == [None]


def test_an_event_that_goes_on_is_updated_and_says_only_what_is_new() -> None:
    (section,) = made(NEXT, {LATER: [AGROUND, FLOATS]}, remembered()).sections
    assert section.status == "updated"
    assert [each.extract.span.of(LATER.text) for each in section.extracts] == [FLOATS]


def test_an_event_that_goes_on_with_nothing_new_is_quiet() -> None:
    (section,) = made(NEXT, {LATER: [AGROUND]}, remembered()).sections
    assert section.status == "quiet"
    assert len(section.extracts) == 1


def test_an_event_of_which_nothing_may_be_printed_is_not_called_quiet_as_nobody_has_looked_for_news() -> None:
    made_ = made(NEXT, {LATER: []}, remembered())
    assert not made_.sections
    assert [line.status for line in made_.also] == ["updated"]


def test_an_event_that_nobody_told_of_before_is_new() -> None:
    (section,) = made(NEXT, {OTHER: [OTHER.text]}, remembered()).sections
    assert (section.status, section.story) == ("new", None)


def test_a_story_counts_its_days_and_says_where_it_was_told() -> None:
    (section,) = made(NEXT, {LATER: [FLOATS]}, remembered()).sections
    assert section.story is not None
    assert (section.story.first, section.story.day) == (MONDAY.date(), 8)
    assert [each.window for each in section.story.earlier] == [WEEK]
    assert section.event.story_id == section.story.id == STORY


def test_of_a_story_that_no_briefing_told_of_nothing_is_said() -> None:
    (section,) = made(NEXT, {LATER: [FLOATS]}, edition(made(WEEK, {SMALL: [BELL]}), "", utc_day)).sections
    assert (section.status, section.story, section.event.story_id) == ("new", None, None)


def test_a_story_that_began_before_any_briefing_told_of_it_counts_from_its_beginning() -> None:
    rumour = article("a0", "The Halcyon Reach drifts.", published=MONDAY - timedelta(days=3))
    before = Former((remembered(),), {"a0": rumour, "a1": FIRST}, {STORY: (event(rumour, event_id="e-a0"), SHIP)})
    story = follow([replace(event(LATER), story_id=STORY)], {"a2": LATER}, before, utc_day)["e00000000001"]
    assert (story.first, story.day) == ((MONDAY - timedelta(days=3)).date(), 11)


def test_a_story_keeps_its_name_and_its_beginning_from_briefing_to_briefing() -> None:
    second = edition(made(NEXT, {LATER: [FLOATS]}, remembered()), "", utc_day)
    assert [(told.story_id, told.story_first) for told in second.told] == [(STORY, MONDAY.date())]


def test_articles_that_the_library_lost_take_no_story_away() -> None:
    lost = replace(remembered().told[0], article_ids=("gone",))
    before = Former((Edition(WEEK, "", (lost,)),), {}, {STORY: (SHIP,)})
    story = follow([replace(event(LATER), story_id=STORY)], {"a2": LATER}, before, utc_day)["e00000000001"]
    assert (story.first, story.day) == (MONDAY.date(), 8)


def test_an_event_without_a_day_has_no_day_of_its_story() -> None:
    told = replace(remembered().told[0], story_first=None)
    before = Former((Edition(WEEK, "", (told,)),), {}, {STORY: (SHIP,)})
    story = follow([replace(event(LATER), story_id=STORY)], {"a2": LATER}, before, utc_day)["e00000000001"]
    assert (story.first, story.day) == (None, None)
    assert date(2026, 5, 11) == WEEK.first_day
