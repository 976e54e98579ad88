from briefing.group import explain, group
from tests.factory import article
from tests.group.test_events import ARTICLES


def test_each_article_of_an_event_names_its_nearest_companion_and_the_words_they_share() -> None:
    event = next(event for event in group(ARTICLES) if "f1" in event.article_ids)
    found = explain(ARTICLES, event)
    assert [reason.article_id for reason in found] == sorted(event.article_ids)
    for reason in found:
        assert reason.nearest_id in set(event.article_ids) - {reason.article_id}
        assert 0 < reason.similarity <= 1
    assert {"rope", "watchman", "tar"} & set(found[0].shared)


def test_words_are_shown_as_the_article_spells_them() -> None:
    event = next(event for event in group(ARTICLES) if "v1" in event.article_ids)
    text = " ".join(f"{a.title} {a.text}" for a in ARTICLES).lower()
    assert all(word in text for reason in explain(ARTICLES, event) for word in reason.shared)


def test_a_single_article_needs_no_reason() -> None:
    lone = article("lone", "A swan came.", title="")
    event = next(event for event in group([*ARTICLES, lone]) if event.article_ids == ("lone",))
    assert explain([*ARTICLES, lone], event) == ()
