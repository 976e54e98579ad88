from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.group import shingles
from briefing.group.shingles import SHINGLE, Part, by_hash, hashed, recurring
from briefing.group.tokens import Runs


def runs(sequences: list[list[int]]) -> Runs:
    starts = np.cumsum([0, *map(len, sequences)])
    return Runs(np.array([word for sequence in sequences for word in sequence], dtype=np.int32), starts)


@given(st.lists(st.lists(st.integers(0, 2), max_size=20), max_size=6))
def test_what_recurs_is_every_run_of_words_that_stands_twice_and_nothing_else(sequences: list[list[int]]) -> None:
    words = runs(sequences)
    every = [
        (int(words.starts[owner]) + place, owner, tuple(sequence[place : place + SHINGLE]))
        for owner, sequence in enumerate(sequences)
        for place in range(len(sequence) - SHINGLE + 1)
    ]
    times = Counter(shingle for _, _, shingle in every)
    expected = [(place, owner, times[shingle]) for place, owner, shingle in every if times[shingle] > 1]
    (found,) = recurring(words, np.arange(3)).parts
    shingle_at = {place: shingle for place, _, shingle in every}
    assert sorted(told(found)) == expected
    kinds = [shingle_at[int(place)] for place in found.places]
    assert found.kinds.tolist() == [list(dict.fromkeys(kinds)).index(kind) for kind in kinds]
    assert all(told(found)[at] < told(found)[at + 1] for at in range(len(kinds) - 1) if kinds[at] == kinds[at + 1])


def told(part: Part) -> list[tuple[int, int, int]]:
    """Each occurrence: its place, its sequence, how often there are such."""
    times = np.bincount(part.kinds)[part.kinds] if len(part.kinds) else part.kinds
    return list(zip(part.places.tolist(), part.owners.tolist(), times.tolist(), strict=True))


@given(st.lists(st.lists(st.integers(0, 2), max_size=20), max_size=6), st.integers(1, 8))
def test_in_parts_the_same_recurs_and_no_shingle_is_in_two(sequences: list[list[int]], bits: int) -> None:
    words = runs(sequences)
    with pytest.MonkeyPatch.context() as patch:
        (whole,) = recurring(words, np.arange(3)).parts
        patch.setattr(shingles, "WORDS_A_PART", max(1, len(words.flat) >> bits))
        parts = recurring(words, np.arange(3)).parts
    assert sorted(each for part in parts for each in told(part)) == sorted(told(whole))


@given(st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 8), max_size=40))
def test_hashes_are_sorted_and_equal_ones_stand_in_their_order(hashes: list[int]) -> None:
    order = by_hash(np.array(hashes, np.uint64), 0).tolist()
    places: dict[int, list[int]] = {}
    for place in order:
        places.setdefault(hashes[place], []).append(place)
    assert order == [place for found in places.values() for place in found]
    assert order == [place for found in places.values() for place in sorted(found)]
    assert sorted(order) == list(range(len(hashes)))


def test_a_sequence_shorter_than_a_shingle_has_none() -> None:
    assert hashed(runs([[1, 2, 3], [1, 2, 3, 4, 5, 6]])).lengths().tolist() == [0, 2]
