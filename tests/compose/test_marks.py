from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.marks import (
    heard,
    left_of,
    marks,
    pins,
    placed,
    ranked_after,
    spoken,
    with_pins,
    without,
    without_extracts,
)
from briefing.model import (
    Article,
    Brief,
    Citation,
    Correction,
    CorrectionKind,
    Coverage,
    Extract,
    KeySentence,
    Place,
    Quote,
    Section,
    Span,
)
from briefing.rows import digest
from tests.factory import WEEK, article, event, extract, quote, span

TEXT = "The harbour was shut on Monday. A tanker had run aground there. “We wait,” Mira Solen said."
ONE = article("a00000000001", TEXT)
COPY = article("a00000000002", "From Harnby. A tanker had run aground there. Nobody was hurt.")
BOTH = {each.id: each for each in (ONE, COPY)}
AGROUND = "A tanker had run aground there."


def said(kind: CorrectionKind, words: str, of: Article = ONE, name: str = "") -> Correction:
    return Correction(kind, (of.id,), span=span(of.text, words), sha256=of.sha256, words=words, name=name)


def changed(text: str) -> dict[str, Article]:
    return {ONE.id: replace(ONE, text=text, sha256=digest(ONE.title, text))}


def test_a_mark_holds_at_its_place_while_the_article_is_as_it_was() -> None:
    assert placed(said("pin", AGROUND), BOTH) == Place(ONE.id, span(TEXT, AGROUND))


def test_in_a_changed_article_the_words_are_found_where_they_went() -> None:
    later = changed(f"Corrected at noon. {TEXT}")
    assert placed(said("pin", AGROUND), later) == Place(ONE.id, span(later[ONE.id].text, AGROUND))


def test_a_mark_on_words_that_are_gone_or_stand_twice_says_nothing() -> None:
    assert placed(said("pin", AGROUND), changed("The harbour was shut on Monday. A tanker had sunk there.")) is None
    assert placed(said("pin", AGROUND), changed(f"{AGROUND} {AGROUND}")) is None
    assert placed(said("pin", AGROUND), {}) is None


def test_a_struck_sentence_is_struck_in_its_copies_a_short_one_only_at_its_place() -> None:
    assert marks([said("strike", AGROUND)], BOTH).struck.keys() == BOTH.keys()
    assert marks([said("strike", "We wait,")], {**BOTH, COPY.id: replace(COPY, text="We wait,")}).struck.keys() == {
        ONE.id
    }


def test_of_two_marks_on_the_same_words_the_later_one_holds() -> None:
    pin, strike = said("pin", AGROUND), said("strike", AGROUND)
    first = marks([pin, strike], {ONE.id: ONE})
    assert (list(first.pinned), list(first.struck)) == ([], [ONE.id])
    second = marks([strike, pin], {ONE.id: ONE})
    assert (list(second.pinned), list(second.struck)) == ([ONE.id], [])


def test_what_is_struck_leaves_blanks_so_that_every_other_offset_holds() -> None:
    left = without(BOTH, {ONE.id: (span(TEXT, "run aground"),)})[ONE.id].text
    assert len(left) == len(TEXT)
    assert AGROUND not in left
    assert "aground" not in left
    assert span(TEXT, "Mira Solen").of(left) == "Mira Solen"


@given(st.text(max_size=300), st.data())
def test_blanks_are_as_long_as_what_they_stand_for_on_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    one = replace(ONE, text=text)
    left = without({one.id: one}, {one.id: (Span(start, end),)})[one.id].text
    assert len(left) == len(text)
    assert not left[start:end].strip()
    assert left.count("\n") == text.count("\n")


def test_struck_quotations_are_not_heard_and_named_ones_bear_the_name() -> None:
    other = article("a00000000003", "“They left early,” the harbour master said. “We wait,” he added.")
    quotes = [quote(ONE, "We wait,"), quote(other, "They left early,", None)]
    corrections = [said("strike", "We wait,"), said("speaker", "They left early,", other, name="Ruth Tollard")]
    found = heard(quotes, marks(corrections, {ONE.id: ONE, other.id: other}))
    assert [(each.speaker, each.confidence) for each in found] == [("Ruth Tollard", 1.0)]


def test_a_quotation_that_nobody_said_is_nobodys() -> None:
    (found,) = heard([quote(ONE, "We wait,")], marks([said("speaker", "We wait,")], {ONE.id: ONE}))
    assert found.speaker is None


def test_pinned_words_come_first_and_take_their_room() -> None:
    found = marks([said("pin", AGROUND)], {ONE.id: ONE})
    (first,) = pins(event(ONE), found, {ONE.id: ONE}, ())
    assert first.span.of(TEXT) == AGROUND
    assert left_of(60, [first], {ONE.id: ONE}) == 54
    assert left_of(6, [first], {ONE.id: ONE}) == 2
    assert AGROUND not in without_extracts({ONE.id: ONE}, [first])[ONE.id].text
    assert [each.rank for each in ranked_after([extract(ONE, "We wait,")], 1)] == [1]


def brief(*extracts: Extract) -> Brief:
    told = tuple(KeySentence(each, Citation(Place(each.article_id, each.span), ())) for each in extracts)
    section = Section(event(ONE), 1.0, told, (), ("Harnby Courier",))
    covered = Coverage(1, 1, 1, 1, (), (), (), ())
    return Brief("2026-W20", "Briefing", WEEK, "brief", "UTC", told[:1], (section,), (), (ONE,), covered)


def test_a_briefing_has_everything_pinned_once_and_first() -> None:
    opening = extract(ONE, "The harbour was shut on Monday.")
    found = marks([said("pin", AGROUND), said("pin", "We wait,")], {ONE.id: ONE})
    quoted = quote(ONE, "We wait,")
    (section,) = with_pins(brief(opening, extract(ONE, AGROUND, rank=1)), found, {ONE.id: ONE},
                           {event(ONE).id: [quoted]}).sections  # fmt: skip
    assert [each.extract.span.of(TEXT) for each in section.extracts] == [AGROUND, "The harbour was shut on Monday."]
    assert [each.quote for each in section.quotes] == [replace(quoted, span=span(TEXT, "We wait"))]


def test_a_quotation_is_pinned_by_the_words_that_pages_show_of_it() -> None:
    found = marks([said("pin", "We wait")], {ONE.id: ONE})
    (section,) = with_pins(brief(extract(ONE, AGROUND)), found, {ONE.id: ONE},
                           {event(ONE).id: [quote(ONE, "We wait,")]}).sections  # fmt: skip
    assert [each.quote.span.of(TEXT) for each in section.quotes] == ["We wait"]
    assert [each.extract.span.of(TEXT) for each in section.extracts] == [AGROUND]


def test_without_pins_a_briefing_stays_as_it_is() -> None:
    made = brief(extract(ONE, AGROUND))
    assert with_pins(made, marks([said("strike", "We wait,")], BOTH), BOTH, {}) is made


def test_a_speaker_named_for_words_without_their_comma_is_named_for_them_with_it() -> None:
    words = "“We wait,” Mira Solen said."
    waiting = article("a00000000009", words)
    with_comma = Quote(waiting.id, "direct", span(words, "We wait,"), "Mira Solen", None, None, "said", 0.9)
    found = marks([replace(said("speaker", "We wait", waiting), name="Ilse Marant")], {waiting.id: waiting})
    assert spoken(with_comma, found).speaker == "Ilse Marant"
    assert spoken(replace(with_comma, span=span(words, "We")), found).speaker == "Mira Solen"
