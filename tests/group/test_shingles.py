from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.group.shingles import SHINGLE, hashed, recurring
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
    found = recurring(words, np.arange(3))
    told = zip(found.places.tolist(), found.owners.tolist(), found.times[found.kinds].tolist(), strict=True)
    assert list(told) == expected
    shingle_at = {place: shingle for place, _, shingle in every}
    named = {(int(kind), shingle_at[int(place)]) for kind, place in zip(found.kinds, found.places, strict=True)}
    assert len(named) == len(found.times)


def test_a_sequence_shorter_than_a_shingle_has_none() -> None:
    assert hashed(runs([[1, 2, 3], [1, 2, 3, 4, 5, 6]])).lengths().tolist() == [0, 2]
