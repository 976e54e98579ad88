"""Which quotations are printed."""

from briefing.compose.voices import PER_SPEAKER, choose
from briefing.model import Quotation, Quote
from tests.factory import article, quote

WORDS = "We will reopen the eastern quay before the end of the month"
OTHER = "Nobody should have to wait nine days for clean water again"
THIRD = "There is still a great deal of oil on the beaches near Lindow"
SOURCE = article("a1", f'"{WORDS}," Solen said. "{OTHER}," she said. "{THIRD}," she said.')


def pick(*quotes: Quote, shown: tuple[str, ...] = ()) -> tuple[Quotation, ...]:
    return choose(quotes, {"a1": SOURCE, "a2": REPRINT}, confidence=0.9, shown=shown)


REPRINT = article("a2", f"“{WORDS},” Mira Solen said.")


def test_a_speaker_is_heard_at_most_twice() -> None:
    assert len(pick(*(quote(SOURCE, words) for words in (WORDS, OTHER, THIRD)))) == PER_SPEAKER


def test_when_unsure_who_speaks_nothing_is_printed() -> None:
    assert pick(quote(SOURCE, WORDS, confidence=0.5)) == ()
    assert pick(quote(SOURCE, WORDS, speaker=None)) == ()


def test_a_surname_alone_or_an_office_is_nobody_to_quote() -> None:
    assert pick(quote(SOURCE, WORDS, speaker="Solen")) == ()


def test_the_same_words_in_two_outlets_are_one_quotation_with_two_places() -> None:
    (found,) = pick(quote(SOURCE, WORDS), quote(REPRINT, WORDS))
    assert [found.citation.place.article_id, *(place.article_id for place in found.citation.also)] == ["a1", "a2"]


def test_what_a_key_sentence_already_says_is_not_quoted_again() -> None:
    assert pick(quote(SOURCE, WORDS), shown=(f'"{WORDS}," Solen said.',)) == ()


def test_a_phrase_torn_from_its_sentence_is_not_printed() -> None:
    assert pick(quote(SOURCE, "reopen the eastern quay before the end of the month")) == ()
