from dataclasses import replace
from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster import hierarchy
from scipy.spatial.distance import squareform

from briefing.group import linkage as module
from briefing.group.linkage import linkage
from briefing.group.neighbours import Neighbours


def graph(articles: int, pairs: dict[tuple[int, int], float], beyond: float = 0.0) -> Neighbours:
    keys = sorted(pairs)
    left, right = (np.array([key[side] for key in keys], dtype=np.int64) for side in (0, 1))
    similarity = np.array([pairs[key] for key in keys], dtype=np.float64)
    return Neighbours(articles, left, right, similarity, np.full(articles, beyond))


def test_two_near_articles_join_and_a_far_one_stays() -> None:
    assert linkage(graph(3, {(0, 1): 0.5, (1, 2): 0.1}), 0.2) == ((0, 1), (2,))


def test_a_chain_does_not_join_by_its_links_alone() -> None:
    near = graph(3, {(0, 1): 0.5, (1, 2): 0.3})
    assert linkage(near, 0.2) == ((0, 1), (2,))


def test_pairs_that_lists_had_no_room_for_count_as_what_lies_beyond_them() -> None:
    ring = {(0, 1): 0.5, (1, 2): 0.5, (2, 3): 0.5, (0, 3): 0.5}
    assert linkage(graph(4, ring), 0.3) == ((0, 1), (2, 3))
    assert linkage(graph(4, ring, beyond=0.2), 0.3) == ((0, 1, 2, 3),)


def test_what_belongs_together_joins_whatever_its_similarity() -> None:
    assert linkage(graph(4, {(0, 1): 0.1}), 0.2, [(3, 2), (2, 0)]) == ((0, 2, 3), (1,))


def test_no_articles_give_no_groups() -> None:
    assert linkage(graph(0, {}), 0.2) == ()


@given(st.integers(2, 9), st.data())
def test_groups_are_those_of_average_linkage_over_all_pairs(articles: int, data: st.DataObject) -> None:
    count = articles * (articles - 1) // 2
    drawn = data.draw(st.permutations(range(1, count + 1)))
    # All similarities differ, and by more than rounding, so that no tie decides.
    values = [number**1.37 / (count + 1) ** 1.37 for number in drawn]
    keys = [(i, j) for i in range(articles) for j in range(i + 1, articles)]
    level = 0.40001
    matrix = np.zeros((articles, articles))
    for (i, j), value in zip(keys, values, strict=True):
        matrix[i, j] = matrix[j, i] = 1 - value
    tree = hierarchy.linkage(squareform(matrix), "average")
    labels = hierarchy.fcluster(tree, 1 - level, "distance")
    expected = {frozenset(np.flatnonzero(labels == label).tolist()) for label in labels}
    found = {frozenset(group) for group in linkage(graph(articles, dict(zip(keys, values, strict=True))), level)}
    assert found == expected


@given(st.integers(2, 9), st.data())
def test_pairs_that_can_never_join_are_left_out_without_a_difference(articles: int, data: st.DataObject) -> None:
    keys = [(i, j) for i in range(articles) for j in range(i + 1, articles)]
    known = data.draw(st.dictionaries(st.sampled_from(keys), st.floats(0.01, 0.9), max_size=len(keys)))
    beyond = np.array(data.draw(st.lists(st.sampled_from([0.0, 0.1, 0.3, 0.5]), min_size=articles, max_size=articles)))
    near = replace(graph(articles, known), beyond=beyond)
    together = data.draw(st.lists(st.sampled_from(keys), max_size=2))
    level = data.draw(st.floats(0.05, 0.6))
    with patch.object(module, "_joinable", lambda near, _level, _together: near):
        whole = linkage(near, level, together)
    assert linkage(near, level, together) == whole
