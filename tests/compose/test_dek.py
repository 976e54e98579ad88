"""The line under a headline."""

from briefing.compose.cover import best_first
from briefing.compose.dek import dek
from briefing.model import Article, Citation, KeySentence, Place, Section
from tests.factory import article, event, extract

REOPENED = "The bridge at Kessel was opened to lorries on Thursday, four years after it was closed."
TOLL = "A lorry pays 40 crowns, of which each country has half."
LONG = REOPENED.removesuffix(".") + ", in the presence of both ministers and of " + "a great many people " * 8 + "."
TITLE = "Kessel bridge opened to lorries"


def section(text: str, *said: str, title: str = TITLE) -> tuple[Section, dict[str, Article]]:
    """A section of these sentences of one article."""
    told = article("a1", text, title=title)
    extracts = [extract(told, words, rank=rank) for rank, words in enumerate(said)]
    sentences = tuple(KeySentence(each, Citation(Place(each.article_id, each.span), ())) for each in extracts)
    return Section(event(told), 1.0, sentences, (), ()), {"a1": told}


def shown(text: str, *said: str, title: str = TITLE) -> str | None:
    made, articles = section(text, *said, title=title)
    found = dek(made, articles)
    return found.extract.span.of(text) if found else None


def test_it_says_what_the_headline_promises() -> None:
    assert shown(f"{TOLL} {REOPENED}", TOLL, REOPENED) == REOPENED


def test_it_does_not_say_the_headline_again() -> None:
    assert shown(f"{REOPENED} {TOLL}", REOPENED, TOLL, title=f"Kessel: {REOPENED}") is None


def test_where_the_best_is_long_another_that_says_as_much_of_the_headline_is_taken() -> None:
    again = "Lorries paid 40 crowns when the Kessel bridge was opened on Thursday."
    assert shown(f"{LONG} {again}", LONG, again) == again


def test_what_says_best_what_happened_comes_first_unless_it_takes_something_for_told() -> None:
    made, articles = section(f"{TOLL} {REOPENED}", TOLL, REOPENED)
    toll, reopened = made.extracts
    assert best_first(made, articles, made.extracts) == (reopened, toll)
    assert best_first(made, articles, (toll,)) == (toll, reopened)


def test_a_long_sentence_is_none_and_nothing_else_is_taken_for_it() -> None:
    assert shown(f"{LONG} {TOLL}", LONG, TOLL) is None


def test_speech_is_none() -> None:
    speech = "“The bridge at Kessel was opened to lorries on Thursday,” the minister said."
    assert shown(f"{speech} {TOLL}", speech, TOLL) is None


def test_a_sentence_from_far_down_is_none() -> None:
    text = "Rain fell all day. " * 40 + f"{REOPENED} {TOLL}"
    assert shown(text, REOPENED, TOLL) is None


def test_the_only_sentence_of_a_section_is_none() -> None:
    assert shown(REOPENED, REOPENED) is None


def test_what_keeps_no_promise_of_the_headline_is_none() -> None:
    assert shown(f"{REOPENED} {TOLL}", REOPENED, TOLL, title="Thursday in Kessel: a day of speeches and rain") is None
