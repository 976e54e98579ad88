"""Where some words stand, and where else."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.cite import Citer, same
from briefing.model import Place
from briefing.text.sentences import sentences
from briefing.text.words import words
from tests.factory import article, span

SENTENCE = "The harbour of Port Selby was closed on Monday after the tanker ran aground off the breakwater."
SPELLED = "The harbor of Port Selby was closed after the tanker ran aground off the breakwater."
OTHER = "The harbour of Kessel stayed open."


def cited(*texts: str) -> list[str]:
    articles = [article(f"a{number}", text) for number, text in enumerate(texts)]
    citation = Citer(articles).cite(Place("a0", span(texts[0], SENTENCE)))
    return [place.span.of(texts[int(place.article_id[1:])]) for place in citation.also]


def test_the_same_sentence_elsewhere_is_named_even_when_spelled_otherwise() -> None:
    assert cited(f"{SENTENCE} {OTHER}", f"{OTHER} {SPELLED}") == [SPELLED]


def test_another_statement_is_no_second_source() -> None:
    assert cited(SENTENCE, OTHER) == []


def test_a_sentence_with_another_figure_is_another_statement() -> None:
    ours, theirs = (f"A total of {count} people were hurt when the tanker ran aground." for count in (12, 14))
    assert not same(frozenset(words(ours)), frozenset(words(theirs)))


def test_an_article_is_no_second_source_of_itself() -> None:
    assert cited(f"{SENTENCE} {SENTENCE}") == []


def test_two_empty_sentences_say_nothing_alike() -> None:
    assert not same(frozenset(), frozenset())


TOLD = st.lists(
    st.sampled_from(["port", "ΟΔΟΣ", "Harnby's", "12", "İzmir", "closed", "on", "the", "tanker"]), min_size=1
)


@given(st.lists(TOLD, min_size=1, max_size=3), st.lists(TOLD, min_size=1, max_size=3))
def test_every_sentence_of_the_same_words_is_found(ours: list[list[str]], theirs: list[list[str]]) -> None:
    texts = [". ".join(" ".join(told).capitalize() for told in some) + "." for some in (ours, theirs)]
    first, second = (article(f"a{number}", text) for number, text in enumerate(texts))
    bags = [(each, frozenset(words(each.of(texts[1])))) for each in sentences(texts[1], second.language)]
    for each in sentences(texts[0], first.language):
        own = frozenset(words(each.of(texts[0])))
        expected = next((there for there, bag in bags if same(own, bag)), None)
        citation = Citer([first, second]).cite(Place("a0", each))
        assert [place.span for place in citation.also] == ([expected] if expected else [])
