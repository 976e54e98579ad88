"""Frozen dataclasses as JSON and back, exactly: by the types their fields are declared with."""

import json
import types
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def dump(value: object) -> str:
    """A dataclass of dataclasses, tuples, times and plain values as one line of JSON."""
    return json.dumps(_plain(value), ensure_ascii=True, separators=(",", ":"))


def load(kind: type[T], text: str) -> T:
    """What `dump` made that of. Raises ValueError, TypeError or KeyError where the text is of another type."""
    found: T = _made(kind, json.loads(text))
    return found


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"no plain form of {type(value).__name__}")


@cache
def _hints(kind: type) -> tuple[Any, ...]:
    hints = get_type_hints(kind)
    return tuple(hints[field.name] for field in fields(kind))


def _made(kind: Any, plain: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if plain is None else _made(next(each for each in get_args(kind) if each is not type(None)), plain)
    if origin is tuple:
        of = get_args(kind)
        if of[1:] == (Ellipsis,):
            return tuple(_made(of[0], each) for each in plain)
        return tuple(_made(each, value) for each, value in zip(of, plain, strict=True))
    if origin is Literal:
        return plain
    if is_dataclass(kind) and isinstance(kind, type):
        return kind(*(_made(hint, each) for hint, each in zip(_hints(kind), plain, strict=True)))
    if kind in (date, datetime):
        return kind.fromisoformat(plain)
    return plain
