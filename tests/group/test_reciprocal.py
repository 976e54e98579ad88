from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.group import linkage as module
from briefing.group import reciprocal
from briefing.group.linkage import linkage
from briefing.group.reciprocal import Graph, in_rounds, joined
from tests.group.test_linkage import graph

LEVEL = 0.2


def singles(articles: int, pairs: dict[tuple[int, int], float]) -> Graph:
    near = graph(articles, pairs)
    return Graph(
        np.arange(articles), np.ones(articles), np.zeros(articles), near.left, near.right, near.similarity.copy()
    )


def test_a_round_joins_all_that_are_each_others_nearest() -> None:
    with patch.object(reciprocal, "FEW", 1):
        found = in_rounds(singles(6, {(0, 1): 0.9, (1, 2): 0.3, (2, 3): 0.5, (4, 5): 0.1}), LEVEL)
    assert found.home.tolist() == [0, 0, 2, 2, 4, 5]


def test_few_pairs_are_left_to_who_goes_pair_by_pair() -> None:
    assert in_rounds(singles(2, {(0, 1): 0.9}), LEVEL).home.tolist() == [0, 1]


def test_groups_that_join_are_known_by_what_was_known_of_their_rows() -> None:
    found = joined(singles(4, {(0, 2): 0.25, (1, 2): 0.5, (0, 1): 0.9, (2, 3): 0.125}), np.array([0, 0, 2, 3]))
    assert (found.left.tolist(), found.right.tolist(), found.known.tolist()) == ([0, 2], [2, 3], [0.75, 0.125])
    assert found.means.tolist() == [0.375, 0.125]


def test_no_rows_make_no_groups() -> None:
    assert in_rounds(singles(0, {}), LEVEL).home.tolist() == []


@given(st.integers(2, 14), st.data())
def test_rounds_find_what_going_pair_by_pair_finds(articles: int, data: st.DataObject) -> None:
    keys = [(i, j) for i in range(articles) for j in range(i + 1, articles)]
    drawn = data.draw(st.permutations(range(1, len(keys) + 1)))
    known = data.draw(st.integers(1, len(keys)))
    # All similarities differ, and by more than rounding, so that no tie decides.
    pairs = {key: 0.9 * number**1.37 / len(keys) ** 1.37 for key, number in zip(keys, drawn, strict=True)}
    near = graph(articles, dict(list(pairs.items())[:known]))
    near.beyond[:] = data.draw(st.lists(st.sampled_from([0.0, 0.1, 0.31, 0.52]), min_size=articles, max_size=articles))
    together = data.draw(st.lists(st.sampled_from(keys), max_size=2))
    level = data.draw(st.sampled_from([0.05, 0.14, 0.3]))
    with patch.object(reciprocal, "FEW", 1):
        in_bulk = linkage(near, level, together)
    with patch.object(module, "in_rounds", lambda graph, _level: graph):
        assert linkage(near, level, together) == in_bulk
