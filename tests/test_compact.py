"""A compact article cannot be told from an ordinary one, but by what it weighs."""

import copy
import pickle
import sys
from dataclasses import FrozenInstanceError, fields, replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compact import compacted
from briefing.model import Article
from briefing.store import articles as stored
from briefing.store import open_library
from tests.factory import MONDAY, article

HELD = "_encoded"  # where a compact text is
TEXTS = st.text(st.characters(), max_size=200)  # half surrogate pairs among them


@given(TEXTS)
def test_a_compact_article_is_as_the_same_one_that_is_not(text: str) -> None:
    plain, made = article("a" * 12, text), compacted(article("a" * 12, text))
    assert made.text == plain.text == text
    assert (made, hash(made), repr(made)) == (plain, hash(plain), repr(plain))
    sent: Article = pickle.loads(pickle.dumps(made))  # noqa: S301 our own
    for again in (copy.copy(made), sent, replace(made, title=made.title)):
        assert again == plain
        assert [getattr(again, each.name) for each in fields(Article)] == [
            getattr(plain, each.name) for each in fields(Article)
        ]


def test_it_has_no_other_names_and_stays_as_it_is() -> None:
    made = compacted(article("a" * 12, "The harbour wall – at last."))
    with pytest.raises(AttributeError, match="no attribute 'words'"):
        made.words  # type: ignore[attr-defined]  # noqa: B018 that is what is asked
    with pytest.raises(FrozenInstanceError):
        made.text = "another"  # type: ignore[misc]  # that is what is asked


def test_a_text_with_a_curly_mark_takes_half() -> None:
    made = compacted(article("a" * 12, "“" + 10_000 * "a"))
    assert sys.getsizeof(getattr(made, HELD)) < sys.getsizeof(made.text) * 0.51


def test_what_is_had_at_once_is_compact_beyond_the_first_and_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "FEW", 2)
    kept = [article(f"a{number:011}", f"“Ferry {number}” – sailed.") for number in range(4)]
    with open_library(tmp_path / "library.sqlite") as library:
        library.add(kept, seen_at=MONDAY)
        found = library.within(MONDAY, MONDAY + timedelta(days=1))
    assert found == tuple(replace(each) for each in found)
    assert [each.text for each in found] == [each.text for each in kept]
    assert [hasattr(each, HELD) for each in found] == [False, False, True, True]
