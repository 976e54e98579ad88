from dataclasses import replace

from briefing.compose.alike import alike
from briefing.compose.printing import amendments, printed_events
from briefing.model import Place, Printed, PrintedEvent, PrintedKind, Span
from tests.render.sample import rich


def said(words: str, article_id: str = "a1", speaker: str = "", start: int = 0) -> Printed:
    kind: PrintedKind = "quotation" if speaker else "sentence"
    return Printed(kind, words, Place(article_id, Span(start, start + len(words))), "s1", speaker)


def event(*printed: Printed, event_id: str = "e1", headline: str = "Ferry aground") -> PrintedEvent:
    return PrintedEvent(event_id, headline, printed)


def told(before: list[PrintedEvent], after: list[PrintedEvent]) -> list[tuple[str, str, str]]:
    return [(each.kind, each.before, each.after) for each in amendments(before, after, 2)]


FERRY = said("The ferry ran aground off Port Selby on Monday with 214 people on board.")
TUGS = said("Two tugs will pull at high tide.")


def test_the_same_again_amends_nothing_wherever_in_its_article_it_stands() -> None:
    moved = replace(FERRY, place=Place("a1", Span(7, 80)), sha256="s2", words=FERRY.words.replace(" off", "\n off"))
    assert told([event(FERRY)], [event(moved)]) == []
    assert told([event(FERRY, TUGS)], [event(TUGS, FERRY)]) == []
    events = printed_events(rich())
    assert told(list(events), list(reversed(events))) == []


def test_a_sentence_that_was_reworded_is_told_with_both_versions() -> None:
    now = replace(FERRY, words=FERRY.words.replace("214", "240"))
    assert told([event(FERRY, TUGS)], [event(now, TUGS)]) == [("words", FERRY.words, now.words)]


def test_words_that_come_and_go_are_told_one_by_one() -> None:
    assert told([event(FERRY)], [event(TUGS)]) == [("words", FERRY.words, ""), ("words", "", TUGS.words)]
    other = replace(FERRY, words=FERRY.words.replace("214", "240"), place=Place("a2", Span(0, 9)))
    assert [each[0] for each in told([event(FERRY)], [event(other)])] == ["words", "words"]  # another outlet's


def test_another_speaker_headline_or_event_is_told() -> None:
    before, after = said("All are safe.", speaker="Ingrid Talvoss"), said("All are safe.", speaker="Oskar Brenn")
    expected = [("speaker", "Ingrid Talvoss: All are safe.", "Oskar Brenn: All are safe.")]
    assert told([event(before)], [event(after)]) == expected
    assert told([event(FERRY)], [event(FERRY, headline="Ferry")]) == [("headline", "Ferry aground", "Ferry")]
    new = event(TUGS, event_id="e2", headline="Tugs")
    assert told([event(FERRY)], [new]) == [("event", "", "Tugs"), ("event", "Ferry aground", "")]


def test_the_most_alike_is_found_or_nothing() -> None:
    assert alike("a b c d", ["a b x y", "a b c x", "x"], 0.6) == "a b c x"
    assert alike("a b c d", ["a b x y"], 0.6) is None
    assert alike("", ["", "x"], 0.5) == ""
    assert alike("a", [], 0.5) is None
