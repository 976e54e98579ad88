"""The quotations of the labelled passages, each by itself, and floors over all of them that only go up."""

import pytest

from briefing.model import Quote
from briefing.quote import PRINT_CONFIDENCE, quote
from tests.factory import article
from tests.quote.passages import Heard, Passage, passages

ALL = passages()

FOUND_FLOOR = 0.99  # share of the direct quotations found, word for word
SPEAKER_FLOOR = 0.95  # share of them with the right full name
PRINTED_FLOOR = 0.97  # share of right names among those sure enough for print
STATEMENT_FLOOR = 0.85  # share of the indirect statements found, by the right speaker
SILENT_FLOOR = 0.98  # share of what is found that is labelled


def found(passage: Passage) -> tuple[Quote, ...]:
    return quote(article(text=passage.text, title=""))


def match(passage: Passage, heard: Heard) -> Quote | None:
    return next(
        (q for q in found(passage) if q.kind == heard.kind and alike(q.span.of(passage.text), heard.words)), None
    )


def alike(words: str, other: str) -> bool:
    """Whether one wording is the other, but for a "that" before it."""
    return words.removeprefix("that ").strip(" .,") == other.removeprefix("that ").strip(" .,")


def pairs(kind: str) -> list[tuple[Heard, Quote | None]]:
    return [(heard, match(passage, heard)) for passage in ALL for heard in passage.heard if heard.kind == kind]


def share(flags: list[bool]) -> float:
    return sum(flags) / len(flags)


@pytest.mark.parametrize("passage", ALL, ids=[passage.title for passage in ALL])
def test_what_is_found_stands_in_the_passage_in_order(passage: Passage) -> None:
    spans = [quote.span for quote in found(passage)]

    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(passage.text) for span in spans)


def test_there_is_a_passage_for_every_shape() -> None:
    assert len(ALL) >= 60


def test_direct_quotations_are_found_word_for_word() -> None:
    assert share([quote is not None for _, quote in pairs("direct")]) >= FOUND_FLOOR


def test_their_speakers_are_named_in_full() -> None:
    wrong = [(h.words, h.speaker, q and q.speaker) for h, q in pairs("direct") if not q or q.speaker != h.speaker]

    assert 1 - len(wrong) / len(pairs("direct")) >= SPEAKER_FLOOR, wrong


def test_what_is_sure_enough_for_print_is_right() -> None:
    sure = [(h, q) for h, q in pairs("direct") if q and q.confidence >= PRINT_CONFIDENCE]

    assert share([q.speaker == h.speaker for h, q in sure]) >= PRINTED_FLOOR


def test_roles_are_given_as_the_article_gives_them() -> None:
    roles = [(h.role, q and q.role) for h, q in pairs("direct") if h.role]

    assert roles
    assert all(role == found_role for role, found_role in roles), roles


def test_nothing_else_is_taken_for_a_direct_quotation() -> None:
    direct = [(q.span.of(p.text), p) for p in ALL for q in found(p) if q.kind == "direct"]
    labelled = [any(alike(words, h.words) for h in p.heard) for words, p in direct]

    assert share(labelled) >= SILENT_FLOOR


def test_indirect_statements_are_found_with_their_speaker() -> None:
    wrong = [(h.words, q and q.speaker) for h, q in pairs("indirect") if not q or q.speaker != h.speaker]

    assert 1 - len(wrong) / len(pairs("indirect")) >= STATEMENT_FLOOR, wrong
