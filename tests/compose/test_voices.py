"""Which quotations are printed."""

from briefing.compose.relevance import subject
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


def test_a_quotation_cut_short_elsewhere_is_the_same_quotation() -> None:
    said = "We will reopen the eastern quay before the end of the month, and we won't wait for the insurers"
    cut = "We will reopen the eastern quay before the end of the month, and we won’t wait"
    texts = {"a1": article("a1", f'"{said}," Solen said.'), "a2": article("a2", f"“{cut},” Solen said.")}
    found = choose(
        [quote(texts["a1"], said), quote(texts["a2"], cut, "Mira K. Solen")], texts, confidence=0.9, shown=()
    )
    assert [each.quote.article_id for each in found] == ["a1"]
    assert [place.article_id for place in found[0].citation.also] == ["a2"]


def test_everybody_is_heard_once_before_anybody_twice() -> None:
    others = [quote(SOURCE, words, speaker) for words, speaker in ((OTHER, "Pavel Orr"), (THIRD, "Ines Vall"))]
    second = "We will pay for the cleaning of every beach from here to Lindow, and we will start tomorrow"
    more = article("a2", f'"{second}," Solen said.')
    found = choose(
        [quote(SOURCE, WORDS), quote(more, second), *others], {"a1": SOURCE, "a2": more}, confidence=0.9, shown=()
    )
    assert {each.quote.speaker for each in found} == {"Mira Solen", "Pavel Orr", "Ines Vall"}


def test_the_title_of_a_report_is_not_something_said() -> None:
    source = article("a1", "“A Strategic Approach to the Republic of Valdoria,” the Harbour Office said.")
    title = quote(source, "A Strategic Approach to the Republic of Valdoria", "Harbour Office")
    assert choose([title], {"a1": source}, confidence=0.9, shown=()) == ()


def test_the_comma_before_she_said_is_not_part_of_the_quotation() -> None:
    (found,) = pick(quote(SOURCE, f"{WORDS},"))
    assert found.quote.span.of(SOURCE.text) == WORDS
    assert found.citation.place.span == found.quote.span


def test_outlets_that_print_it_otherwise_are_told_apart_from_those_that_cut_it() -> None:
    changed = WORDS.replace("month", "week")
    texts = {
        "a1": article("a1", f'"{WORDS}," Solen said.'),
        "a2": article("a2", f'"{WORDS[:46]}," Solen said.'),
        "a3": article("a3", f'"{changed}," Solen said.'),
    }
    quotes = [quote(texts["a1"], WORDS), quote(texts["a2"], WORDS[:46]), quote(texts["a3"], changed)]
    (found,) = choose(quotes, texts, confidence=0.9, shown=())
    assert found.quote.article_id == "a1"
    assert [place.article_id for place in found.citation.also] == ["a2"]
    assert [place.article_id for place in found.reworded] == ["a3"]


def test_a_few_words_come_with_the_sentence_they_stand_in() -> None:
    sentence = "Solen called the buoys “a disgrace that three governments have sailed past” on Friday."
    source = article("a1", f"The harbour is shut. {sentence}")
    words = "a disgrace that three governments have sailed past"
    (found,) = choose([quote(source, words)], {"a1": source}, confidence=0.9, shown=())
    assert found.citation.place.span.of(source.text) == sentence
    assert found.quote.span.of(source.text) == words


def test_a_few_words_in_a_sentence_that_leans_on_another_are_not_printed() -> None:
    source = article("a1", "She, Solen, called them “a disgrace that three governments have sailed past” on Friday.")
    words = "a disgrace that three governments have sailed past"
    assert choose([quote(source, words)], {"a1": source}, confidence=0.9, shown=(), alone=lambda *_: False) == ()


def test_a_few_words_in_a_sentence_that_does_not_name_the_speaker_are_not_printed() -> None:
    source = article("a1", "The minister called them “a disgrace that three governments have sailed past” on Friday.")
    words = "a disgrace that three governments have sailed past"
    assert choose([quote(source, words)], {"a1": source}, confidence=0.9, shown=()) == ()


def test_words_that_two_outlets_give_to_two_people_are_nobodys() -> None:
    assert pick(quote(SOURCE, WORDS), quote(REPRINT, WORDS, "Pavel Orr")) == ()


def test_two_names_of_one_family_are_one_speaker_the_surest() -> None:
    (found,) = pick(quote(SOURCE, WORDS, confidence=0.95), quote(REPRINT, WORDS, "Minna Solen"))
    assert found.quote.speaker == "Minna Solen"


def test_what_a_section_before_quoted_is_not_quoted_again_even_cut_or_reworded() -> None:
    before = f"{WORDS}, and we will pay for it"
    assert choose([quote(SOURCE, WORDS)], {"a1": SOURCE}, confidence=0.9, shown=(), heard=(before,)) == ()
    assert len(choose([quote(SOURCE, OTHER)], {"a1": SOURCE}, confidence=0.9, shown=(), heard=(before,))) == 1


def test_what_a_key_sentence_says_in_another_spelling_is_not_quoted_again() -> None:
    said = "We call on the shipowner to stop destabilizing the harbor and to honor its commitments"
    source = article("a1", f'"{said}," Solen said.')
    shown = '"We call on the shipowner to stop destabilising the harbour and to honour its commitments," Solen said.'
    assert choose([quote(source, said)], {"a1": source}, confidence=0.9, shown=(shown,)) == ()


def test_a_middle_name_and_an_accent_make_nobody_else() -> None:
    two = pick(quote(SOURCE, WORDS, speaker="Míra Ada Solen"), quote(SOURCE, OTHER, speaker="Mira Solen"),
               quote(SOURCE, THIRD, speaker="Mira A. Solen"))  # fmt: skip
    assert len(two) == PER_SPEAKER


def test_a_short_quotation_of_little_words_is_not_a_long_one_in_other_words() -> None:
    long = "It is the third day of it and we will not leave the quay before they have been heard in the hall of Harnby"
    short = "We will have been in the hall before the day is heard"
    texts = {"a1": article("a1", f'"{long}," Solen said.'), "a2": article("a2", f"“{short},” Solen said.")}
    found = choose([quote(texts["a1"], long), quote(texts["a2"], short)], texts, confidence=0.9, shown=())
    assert sorted(each.quote.article_id for each in found) == ["a1", "a2"]
    assert all(not each.reworded for each in found)


def test_what_speaks_of_the_event_is_heard_before_what_is_longer() -> None:
    off = "I always liked to sit up here in the evening with my sisters and watch the lights go on across the water"
    source = article("a1", f'"{off}," Solen said. "{WORDS}," Orr said.')
    told = article("a0", "The eastern quay of Harnby reopens this month.", title="Harnby to reopen its quay")
    found = choose(
        [quote(source, off), quote(source, WORDS, "Pavel Orr")],
        {"a1": source},
        confidence=0.9,
        shown=(),
        subject=subject([told]),
    )
    assert [each.quote.speaker for each in found] == ["Pavel Orr", "Mira Solen"]


def test_what_hardly_anything_that_is_told_stands_around_comes_after_others() -> None:
    beside = "We baked nine hundred loaves in the night and sold them all before the church bells rang at noon"
    near = "We shall open the bridge to carts and walkers before the first snow falls"
    text = (
        f"“{beside},” said Olga Brandt. {'The bakers of Lindow had risen early and went home late. ' * 15}"
        f"Harnby council voted to open the bridge over the strait of Selby. “{near},” said Mira Solen."
    )
    told = article("a1", text)
    quotes = [quote(told, beside, "Olga Brandt"), quote(told, near)]
    stems = frozenset({"harnbi", "council", "vote", "open", "bridg", "strait", "selbi", "cart"})
    found = choose(quotes, {"a1": told}, confidence=0.9, shown=(), told=stems)
    assert [each.quote.speaker for each in found] == ["Mira Solen", "Olga Brandt"]
    first, _ = choose(quotes, {"a1": told}, confidence=0.9, shown=())
    assert first.quote.speaker == "Olga Brandt"


def test_who_speaks_in_an_article_beside_the_event_is_heard_after_others() -> None:
    long = "We baked nine hundred loaves in the night and sold them all before the church bells rang at noon"
    short = "We shall open the bridge before the first snow falls"
    near, other = article("a1", f"“{short},” said Mira Solen."), article("a2", f"“{long},” said Olga Brandt.")
    quotes = [quote(near, short), quote(other, long, "Olga Brandt")]
    found = choose(quotes, {"a1": near, "a2": other}, confidence=0.9, shown=(), beside=frozenset({"a2"}))
    assert [each.quote.speaker for each in found] == ["Mira Solen", "Olga Brandt"]
