"""The briefing put together."""

from briefing.compose import Findings, compose, plan
from briefing.model import Article, Brief, Extract, Problem
from tests.factory import WEEK, article, event, extract

SENTENCE = "The harbour of Port Selby was closed on Monday."
TOLD = [article(f"a{n}", f"{SENTENCE} Ships wait.", outlet=f"Outlet {n}") for n in range(3)]
SMALL = article("b0", "A museum in Lindow gave back a bell.")


def composed(articles: list[Article], extracts: dict[str, list[Extract]], **more: tuple[Problem, ...]) -> Brief:
    by_id = {each.id: each for each in articles}
    events = [event(*TOLD, event_id="e1"), event(SMALL, event_id="e2")]
    planned = plan(events, by_id, WEEK, words=600)
    return compose(
        WEEK,
        planned,
        Findings(extracts, {}, 0.9),
        title="Weekly briefing",
        generator="brief test",
        timezone="UTC",
        articles=by_id,
        undated=(article("u0", published=None),),
        sources=5,
        problems=more.get("problems", ()),
    )


def test_a_section_carries_its_sentences_with_every_place_they_stand_in() -> None:
    made = composed([*TOLD, SMALL], {"e1": [extract(TOLD[0], SENTENCE)]})
    (sentence,) = made.sections[0].extracts
    assert sentence.extract.span.of(made.article("a0").text) == SENTENCE
    assert [place.article_id for place in sentence.citation.also] == ["a1", "a2"]
    assert made.sections[0].outlets == ("Outlet 0", "Outlet 1", "Outlet 2")


def test_an_event_without_a_sentence_that_stands_alone_keeps_a_line() -> None:
    made = composed([*TOLD, SMALL], {"e1": [extract(TOLD[0], SENTENCE)]})
    assert [section.event.id for section in made.also] == ["e2"]


def test_the_coverage_note_counts_what_the_briefing_rests_on() -> None:
    fault = Problem("read", "seeds/empty.txt", "the file is empty")
    made = composed([*TOLD, SMALL], {}, problems=(fault,))
    assert made.coverage.articles == 4
    assert made.coverage.undated == ("u0",)
    assert made.coverage.problems == (fault,)
    assert made.sections == ()


def test_every_article_that_is_cited_or_listed_comes_along() -> None:
    made = composed([*TOLD, SMALL], {"e1": [extract(TOLD[0], SENTENCE)]})
    assert [each.id for each in made.articles] == ["a0", "a1", "a2", "b0", "u0"]
