"""Connected parts of a graph."""

from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from briefing.group.parts import parts_of

NODES = 30


@given(st.integers(0, NODES), st.lists(st.tuples(st.integers(0, NODES), st.integers(0, NODES)), max_size=60))
def test_the_parts_are_those_that_scipy_finds_each_told_by_its_least_node(
    count: int, pairs: list[tuple[int, int]]
) -> None:
    pairs = [(one % count, other % count) for one, other in pairs] if count else []
    left, right = [one for one, _ in pairs], [other for _, other in pairs]
    graph = sparse.coo_matrix(([1] * len(pairs), (left, right)), shape=(count, count))
    _, labels = connected_components(graph, directed=False) if count else (0, [])
    least = {label: node for node, label in reversed(list(enumerate(labels)))}
    assert parts_of(count, left, right).tolist() == [least[label] for label in labels]


def test_a_long_chain_is_one_part() -> None:
    count = 50_000
    assert not parts_of(count, range(count - 1), range(1, count)).any()
    assert not parts_of(count, range(1, count), range(count - 1)).any()
