"""What an outlet repeats: boxes are learnt, the background of a story is not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from briefing.clean.learnt import key, learnt, without_phrases
from briefing.model import Article
from briefing.rows import digest
from tests.factory import MONDAY, article

BOX = "This column is written at the Harnby Courier by people on the quay."
BIOGRAPHY = "Ada Quill has kept bees, sheep and diaries since childhood."
BACKGROUND = "The ferry Halcyon ran aground off Port Selby in April, spilling forty tonnes of diesel into the bay."
QUOTED = "“Sign up for the newsletter of the harbour office,” the harbour master said."
SUBJECTS = (
    "council budget libraries parking", "orchard frost blossom growers", "swimming medal stadium relay",
    "museum portrait painter bequest", "railway signal tunnel timetable", "bakery flour strike ovens",
    "hospital ward surgeon scanner", "theatre comedy premiere costume", "quarry granite lorries dust",
    "school teacher exam syllabus", "bridge girder repair detour", "election ballot turnout recount",
)  # fmt: skip
STORY = "ferry Halcyon Selby diesel salvage harbour"


def telling(number: int, subject: str, *boxes: str, outlet: str = "Harnby Courier") -> Article:
    """An article of its own about a subject, with these paragraphs below."""
    words = subject.split()
    letters = chr(97 + number) * 2
    own = f"The {words[0]} {letters}ock and the {words[1]} {letters}eel met the {words[-1]}."
    return article(
        f"{number:012x}",
        "\n\n".join([own, *boxes]),
        title=f"{letters}art",
        outlet=outlet,
        published=MONDAY + timedelta(days=number),
    )


def keys(articles: list[Article]) -> set[str]:
    return {phrase.key for phrase in learnt(articles)}


def test_a_box_in_articles_on_different_subjects_is_learnt_from_three_days() -> None:
    assert keys([telling(n, s, BOX) for n, s in enumerate(SUBJECTS[:3])]) == {key(BOX)}
    assert keys([telling(n, s, BOX) for n, s in enumerate(SUBJECTS[:2])]) == set()


def test_a_box_on_one_day_only_is_not_sure_enough() -> None:
    assert keys([replace(telling(n, s, BOX), published=MONDAY) for n, s in enumerate(SUBJECTS)]) == set()
    assert keys([replace(telling(n, s, BOX), published=None) for n, s in enumerate(SUBJECTS)]) == set()


def test_what_does_not_speak_of_publishing_needs_more_articles() -> None:
    assert keys([telling(n, s, BIOGRAPHY) for n, s in enumerate(SUBJECTS)]) == {key(BIOGRAPHY)}
    assert keys([telling(n, s, BIOGRAPHY) for n, s in enumerate(SUBJECTS[:5])]) == set()


def test_the_background_of_a_story_is_kept_however_often_it_is_told() -> None:
    follow_ups = [telling(n, f"{STORY} {s}", BACKGROUND) for n, s in enumerate(SUBJECTS)]
    others = [telling(n + 20, s) for n, s in enumerate(SUBJECTS)]
    assert keys([*follow_ups, *others]) == set()


def test_copies_and_updates_of_one_article_teach_nothing() -> None:
    one = telling(0, SUBJECTS[0], BOX)
    versions = [
        replace(one, id=f"{n:012x}", title=f"Version {n}", published=MONDAY + timedelta(days=n)) for n in range(9)
    ]
    assert keys(versions) == set()


def test_somebodys_words_are_never_furniture() -> None:
    assert keys([telling(n, s, QUOTED) for n, s in enumerate(SUBJECTS)]) == set()


def test_short_lines_are_left_alone_as_nobody_would_print_them() -> None:
    assert keys([telling(n, s, "Follow us on Facebook.") for n, s in enumerate(SUBJECTS)]) == set()


def test_striking_what_was_learnt_teaches_nothing_new() -> None:
    articles = [telling(n, s, BOX, BIOGRAPHY, "Right.") for n, s in enumerate(SUBJECTS)]
    found = keys(articles)
    struck = [without_phrases(each, found) for each in articles]
    assert keys(struck) == set()
    assert keys([*struck[:6], *articles[6:]]) <= found


def test_what_is_struck_is_counted_and_the_hash_is_of_what_is_left() -> None:
    before = telling(1, SUBJECTS[1], BOX)
    after = without_phrases(before, {key(BOX)})
    assert after.text == before.text.removesuffix(f"\n\n{BOX}")
    assert after.sha256 == digest(after.title, after.text)
    assert [(removal.step, removal.paragraphs) for removal in after.removed] == [("repeated phrase", 1)]
    assert without_phrases(after, {key(BOX)}) is after


def test_an_article_that_is_nothing_else_is_left_as_it_is() -> None:
    alone = article(text=BOX)
    assert without_phrases(alone, {key(BOX)}) is alone


def test_capitals_and_punctuation_do_not_hide_a_phrase() -> None:
    after = without_phrases(telling(1, SUBJECTS[1], BOX.upper().replace(".", " »")), {key(BOX)})
    assert BOX.upper()[:20] not in after.text


@given(st.lists(st.text(max_size=60), max_size=12), st.permutations(range(4)))
def test_no_text_is_too_odd_and_no_order_matters(paragraphs: list[str], order: list[int]) -> None:
    text = "\n\n".join(paragraphs)
    articles = [telling(n, SUBJECTS[n], text, BOX) for n in range(4)]
    found = learnt(articles)
    assert {each.key for each in learnt([articles[n] for n in order])} == {each.key for each in found}
    strike: Callable[[Article], Article] = lambda each: without_phrases(each, {phrase.key for phrase in found})  # noqa: E731 a name for the loop below
    assert all(strike(strike(each)) == strike(each) for each in articles)
