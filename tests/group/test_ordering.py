from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from briefing.group.ordering import in_content_order
from briefing.model import Article
from tests.factory import MONDAY, article

THREE = [
    replace(article(f"a{number}"), sha256=digest, published=MONDAY + timedelta(days=number))
    for number, digest in enumerate("ccb")
]


@given(st.permutations(THREE), st.permutations(["x", "y", "z"]))
def test_neither_the_order_nor_the_ids_of_articles_show(order: list[Article], ids: list[str]) -> None:
    named = [replace(each, id=each_id) for each, each_id in zip(order, ids, strict=True)]
    assert [each.published for each in in_content_order(named)] == [THREE[n].published for n in (2, 0, 1)]


def test_an_id_that_comes_twice_is_one_article() -> None:
    assert len(in_content_order([THREE[0], replace(THREE[1], id=THREE[0].id)])) == 1
