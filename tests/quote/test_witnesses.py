"""Every speaker under one name in all the articles of a briefing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Article, Quote
from briefing.quote import quote
from briefing.quote.witnesses import under_one_name
from tests.factory import article

SAID = "“We will open the second bridge of this town in the spring,” said {}."
NAMES = ("Stéphane Bonnel", "Stephane Bonnel", "Ana Roe", "Anna Roe", "Bill Dunn", "William Dunn", "William P. Dunn")


def heard(*texts: str) -> tuple[dict[str, Article], dict[str, tuple[Quote, ...]]]:
    articles = [article(f"a{number}", text, title="") for number, text in enumerate(texts)]
    return {each.id: each for each in articles}, {each.id: quote(each) for each in articles}


def speakers(quotes: Mapping[str, Sequence[Quote]]) -> list[str | None]:
    return [each.speaker for found in quotes.values() for each in found if each.kind == "direct"]


def test_accents_make_no_second_person() -> None:
    articles, quotes = heard(SAID.format("Stéphane Bonnel"), SAID.format("Stephane Bonnel"))
    found = under_one_name(quotes, articles, events={})
    assert len(set(speakers(quotes))) == 1 + len(set(speakers(found)))


def test_another_transliteration_needs_the_same_words_or_event() -> None:
    other = "“Nobody has asked me about any of these papers,” said {}."
    articles, quotes = heard(SAID.format("Aleksandr Vostrik"), other.format("Alexander Vostrik"))
    apart = under_one_name(quotes, articles, events={})
    event = under_one_name(quotes, articles, events=dict.fromkeys(articles, "e"))
    assert len(set(speakers(apart))) == 1 + len(set(speakers(event)))
    articles, quotes = heard(SAID.format("Aleksandr Vostrik"), SAID.format("Alexander Vostrik"))
    assert len(set(speakers(under_one_name(quotes, articles, events={})))) == 1


def test_what_the_user_says_goes_first_even_of_a_name_that_is_not_there() -> None:
    articles, quotes = heard(SAID.format("Ana Roe"), SAID.format("Stephane Bonnel"))
    found = under_one_name(quotes, articles, events={}, said=[("same", ("Anne-Marie Roe", "Ana Roe"))])
    assert speakers(found) == ["Anne-Marie Roe", "Stephane Bonnel"]
    accents = heard(SAID.format("Stéphane Bonnel"), SAID.format("Stephane Bonnel"))
    split = under_one_name(accents[1], accents[0], events={}, said=[("apart", ("Stéphane Bonnel", "Stephane Bonnel"))])
    assert speakers(split) == ["Stéphane Bonnel", "Stephane Bonnel"]


@given(
    st.lists(st.sampled_from(NAMES), max_size=6), st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)))
)
def test_nothing_but_the_speaker_changes(names: list[str], merged: list[tuple[str, str]]) -> None:
    articles, quotes = heard(*(SAID.format(name) for name in names))
    found = under_one_name(quotes, articles, events={}, said=[("same", pair) for pair in merged])
    assert list(found) == list(quotes)
    for article_id, before in quotes.items():
        assert [replace(each, speaker=None) for each in found[article_id]] == [
            replace(each, speaker=None) for each in before
        ]
        assert [each.speaker is None for each in found[article_id]] == [each.speaker is None for each in before]
