"""Every target on its own small texts, spoilt: a little of what atheris does with more time (`.ci/fuzz`)."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fuzz import corpus
from tests.fuzz.targets import TARGETS

FOUND = sorted(Path(__file__).with_name("found").glob("*"))  # what broke a target once, named TARGET-WHAT
TRIES = 25


@st.composite
def spoilt(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """A text of a target's own with pieces cut, doubled, exchanged, and words put in that mean something."""
    text = draw(st.sampled_from(seeds))
    words = [word.encode("latin-1").decode("unicode_escape").encode("latin-1") for word in corpus.DICTIONARY]
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 80)))
        put = draw(st.one_of(st.sampled_from([*words, b"", text[start:end] * 3]), st.binary(max_size=8)))
        text = text[:start] + put + text[end:]
    return text


@pytest.mark.parametrize("name", TARGETS)
def test_a_text_made_by_chance_keeps_the_promise(name: str) -> None:
    @settings(max_examples=TRIES)
    @example(b"")
    @given(spoilt(corpus.of(name)))
    def holds(data: bytes) -> None:
        TARGETS[name](data)

    for seed in corpus.of(name):
        TARGETS[name](seed)
    holds()


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_broke_a_target_once_breaks_it_no_more(path: Path) -> None:
    TARGETS[path.name.partition("-")[0]](path.read_bytes())
