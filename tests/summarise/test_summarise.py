import json
import os
import subprocess
import sys
import warnings
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SummariseError
from briefing.model import Article, Copy, Place
from briefing.summarise import summarise
from briefing.summarise.registry import OWN
from briefing.text.heads import opens
from tests.summarise.articles import FERRY, article

EVERY_METHOD = [*sorted(OWN), *(f"sumy:{name}" for name in (
    "edmundson", "kl", "lex-rank", "lsa", "luhn", "random", "reduction", "sum-basic", "text-rank"))]  # fmt: skip


def chosen(articles: tuple[Article, ...], words: int, method: str = "brief") -> list[str]:
    texts = {found.id: found.text for found in articles}
    return [extract.span.of(texts[extract.article_id]) for extract in summarise(articles, words=words, method=method)]


@pytest.mark.parametrize("method", EVERY_METHOD)
@pytest.mark.parametrize("words", [0, 5, 20, 60, 1000])
def test_no_method_ever_exceeds_its_words(method: str, words: int) -> None:
    assert sum(len(text.split()) for text in chosen(FERRY, words, method)) <= words


@pytest.mark.parametrize("method", EVERY_METHOD)
def test_what_leans_asks_comments_or_belongs_to_the_page_is_never_taken(method: str) -> None:
    text = "\n".join(chosen(FERRY, 1000, method))
    assert "coastguard" in text
    for unwanted in (
        "He also",
        "What went",
        "terrifying",
        "Read more",
        "But that",
        "ashamed",
        "They will",
        "Reuters",
        "—",
    ):
        assert unwanted not in text


def test_of_two_versions_of_a_fact_the_later_one_is_taken() -> None:
    text = " ".join(chosen(FERRY, 1000))
    assert "Fifteen people were hurt" in text
    assert "Twelve people were hurt" not in text


def test_what_was_going_to_be_done_is_left_out_once_it_is_done() -> None:
    before = article("a", "Olga Brandt will sign the accord on the ferries of Port Selby on Friday.")
    after = article("b", "Olga Brandt signed the accord on the ferries of Port Selby in Kessel.", hours=96)
    assert chosen((before,), 100) == [before.text]
    assert chosen((before, after), 100) == [after.text]


def test_a_name_taken_for_known_comes_after_the_sentence_that_introduces_it() -> None:
    text = """Selby Lines named Marek Toll of Harnby as the new master of the Lady Orsola on Monday.
The council of Port Selby will hear Toll about the grounding of the Lady Orsola in June.
The Lady Orsola will sail to Kessel again when the council of Port Selby has heard him."""
    named, needing, _ = text.splitlines()
    assert chosen((article("a", text),), 40) == [named, needing]
    assert needing not in chosen((article("a", text),), 16)


def test_sentences_that_all_take_something_for_told_give_none_of_them() -> None:
    text = (
        """Marek Toll came home. In Harnby on Monday Toll was asked by the council to name the divers of Selby Lines."""
    )
    assert chosen((article("a", text),), 100) == []


def test_several_articles_are_represented() -> None:
    assert {extract.article_id for extract in summarise(FERRY, words=90)} == {"a", "b", "c"}


def test_news_is_read_before_background_and_the_newest_first() -> None:
    order = [extract.article_id for extract in summarise(FERRY, words=60)]
    assert order == sorted(order, reverse=True)


def test_ranks_count_from_the_sentence_chosen_first() -> None:
    extracts = summarise(FERRY, words=80)
    assert sorted(extract.rank for extract in extracts) == list(range(len(extracts)))


def test_the_order_of_the_input_changes_nothing() -> None:
    assert len({summarise(order, words=70) for order in permutations(FERRY)}) == 1


def test_copies_are_counted_once() -> None:
    twin = article("z", FERRY[0].text, hours=1)
    with_copy = summarise((*FERRY, twin), words=80, copies=[Copy("z", "a")])
    assert with_copy == summarise(FERRY, words=80)


def test_a_copy_whose_origin_is_elsewhere_still_counts() -> None:
    assert summarise(FERRY[:1], words=80, copies=[Copy("a", "elsewhere")])


def test_an_unknown_method_names_the_known_ones() -> None:
    with pytest.raises(SummariseError, match=r"textrank.*sumy:lex-rank"):
        summarise(FERRY, words=80, method="magic")


def test_a_comment_is_taken_only_where_nothing_else_is_left() -> None:
    assert chosen((article("a", "I think the company should be ashamed of its record."),), 50)


@pytest.mark.parametrize("method", EVERY_METHOD)
@pytest.mark.parametrize(
    "text",
    ["", " \n ", "the of\nto be or not to be that is it.", "Harnby voted on Sunday for a new mayor.",
     "?!" * 50, "x" * 5000],
)  # fmt: skip
def test_odd_texts_give_an_answer_without_a_warning(method: str, text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        extracts = summarise([article("a", text), article("b", text)], words=100, method=method)
    assert all(extract.score == extract.score for extract in extracts)  # not NaN


def test_no_articles_give_no_sentences() -> None:
    assert summarise((), words=100) == ()


@pytest.mark.parametrize(("method", "lines"), [("brief", 200), ("lsa", 40), ("textrank", 40)])
def test_twenty_thousand_sentences_give_an_answer(method: str, lines: int) -> None:
    names = ["Harnby", "Kessel", "Lindow", "Selby", "Orrin", "Tarn", "Marrow"]
    line = "{} council number {} voted on Monday to close the {} road for {} days."
    texts = [
        "\n".join(line.format(names[(i + j) % 7], i * j, names[(i * j) % 7], j) for j in range(lines))
        for i in range(100)
    ]
    articles = [article(f"{i:03}", text, hours=i) for i, text in enumerate(texts)]
    assert sum(len(text.split()) for text in chosen(tuple(articles), 200, method)) > 0


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(alphabet=st.sampled_from(list("aA. \n\"“”'!?()0,—é\ud800\x00")), max_size=300), max_size=3),
    st.integers(-5, 60),
    st.sampled_from(["brief", "centroid", "lead", "lsa", "textrank"]),
)
def test_offsets_always_hold(texts: list[str], words: int, method: str) -> None:
    articles = tuple(article(str(i), text, hours=None) for i, text in enumerate(texts))
    found = chosen(articles, words, method)
    assert all(text == text.strip() and text for text in found)
    assert sum(len(text.split()) for text in found) <= max(words, 0)


def test_the_hash_seed_changes_nothing() -> None:
    rows = "".join(
        json.dumps({"id": a.id, "text": a.text, "published": a.published.isoformat() if a.published else None}) + "\n"
        for a in FERRY
    )
    for method in ("brief", "textrank", "sumy:lsa", "sumy:random", "sumy:reduction"):
        script = "from briefing.cli import main; main()"
        command = [sys.executable, "-c", script, "pipe", "summarise", "--words", "70", "--method", method]
        answers = {
            subprocess.run(
                command,
                input=rows,
                env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
                capture_output=True,
                text=True,
                check=True,
                encoding="utf-8",
            ).stdout
            for seed in ("1", "2")
        }
        assert len(answers) == 1
        assert answers.pop()


def test_a_fact_in_other_words_is_told_once_and_the_later_way() -> None:
    first = article(
        "a", "President Olga Brandt signed an order on Thursday that lets Selby Lines close the Harnby quay."
    )
    later = article(
        "b",
        "President Olga Brandt signed a long awaited order that lets ferry operator Selby Lines close the Harnby quay "
        "for good on Thursday.",
        hours=3,
    )
    assert chosen((first, later), 100) == [later.text]


@pytest.mark.parametrize("best", [each.id for each in FERRY])
def test_the_opening_that_is_fittest_to_lead_is_chosen_first(best: str) -> None:
    def leading(place: Place) -> float:
        return float(place.article_id == best)

    first = next(each for each in summarise(FERRY, words=90, leading=leading) if each.rank == 0)
    assert first.article_id == best
    assert opens(next(each.text for each in FERRY if each.id == best), first.span)
