from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model import Article
from briefing.store.decide import Decision, decide, last_words
from tests.factory import MONDAY, article
from tests.store.articles import ARTICLES

FERRY = article("f00000000001", "The ferry ran aground off Port Selby.", title="Ferry aground")


def fates(*decisions: Decision) -> list[str]:
    return [decision.fate for decision in decisions]


def test_an_unknown_article_is_new() -> None:
    assert fates(*decide([FERRY], [])) == ["new"]


def test_the_same_article_is_known() -> None:
    assert fates(*decide([FERRY], [FERRY])) == ["known"]


def test_of_several_articles_with_one_id_the_last_counts_where_the_first_stood() -> None:
    other, later = article("b00000000001", "Other."), replace(FERRY, text="Later.")
    assert last_words([FERRY, other, later]) == (later, other)


def test_other_words_under_the_same_id_are_a_change() -> None:
    later = article(FERRY.id, "The ferry was towed into Port Selby.")
    assert fates(*decide([later], [FERRY])) == ["changed"]


def test_the_same_words_with_another_outlet_or_date_are_amended() -> None:
    for other in (replace(FERRY, outlet="Selby Mail"), replace(FERRY, published=None), replace(FERRY, authors=("Jo",))):
        assert fates(*decide([other], [FERRY])) == ["amended"]


def test_a_renamed_file_is_the_article_it_was() -> None:
    (decision,) = decide([replace(FERRY, id="f00000000002", source="new-name.txt")], [FERRY])
    assert (decision.fate, decision.article.id) == ("known", FERRY.id)


def test_the_same_words_by_another_outlet_are_another_article() -> None:
    assert fates(*decide([replace(FERRY, id="f00000000002", outlet="Selby Mail")], [FERRY])) == ["new"]


def test_the_same_words_at_another_url_are_another_article() -> None:
    assert fates(*decide([replace(FERRY, id="f00000000002", url="https://mail.example/ferry")], [FERRY])) == ["new"]


def test_a_renamed_file_that_now_has_a_date_dates_its_article_and_changes_nothing_else() -> None:
    undated = replace(FERRY, published=None, published_precision="none", dated_by="none", authors=("Jo Bell",))
    (decision,) = decide([replace(FERRY, id="f00000000002", source="2026-05-11-ferry.txt")], [undated])
    assert decision.fate == "amended"
    assert decision.article == replace(FERRY, authors=("Jo Bell",))
    assert decision.article.published == MONDAY


def test_an_article_that_changed_in_this_batch_no_longer_lends_its_former_words() -> None:
    changed = replace(FERRY, text="Other words.", sha256="0" * 64)
    again = replace(FERRY, id="f00000000002")
    assert fates(*decide([changed, again], [FERRY])) == ["changed", "new"]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.lists(ARTICLES, max_size=12))
def test_deciding_again_what_was_just_decided_finds_nothing_to_do(articles: list[Article]) -> None:
    kept = {decision.article.id: decision.article for decision in decide(last_words(articles), [])}
    assert all(decision.fate == "known" for decision in decide(tuple(kept.values()), kept.values()))
