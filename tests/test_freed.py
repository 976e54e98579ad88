"""Freed memory is given back where the C library can, and nothing happens elsewhere."""

import ctypes

import pytest

from briefing import freed


def test_after_few_articles_nothing_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(freed, "_trim", lambda: asked.append)
    freed.give_back(freed.MANY - 1)
    assert asked == []
    freed.give_back(freed.MANY)
    freed.give_back()
    assert asked == [0, 0]


@pytest.mark.parametrize("error", [AttributeError, OSError, TypeError])
def test_another_c_library_is_no_error(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def without(_name: None) -> object:
        raise error

    freed._trim.cache_clear()
    monkeypatch.setattr(ctypes, "CDLL", without)
    freed.give_back()
    freed._trim.cache_clear()
