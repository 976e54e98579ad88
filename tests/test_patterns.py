"""Every regular expression of the project, timed on text made to be slow for it: cost grows as the text does."""

import ast
import dataclasses
import importlib
import inspect
import itertools
import pkgutil
import re
import time
from collections.abc import Iterator, Mapping
from re import _parser as parser  # type: ignore[attr-defined]  # the only way to a pattern's own characters
from types import ModuleType
from typing import Any, TypeAlias

import pytest

import briefing
from briefing.compose.topics import phrases

SIZES = (500, 2_000, 8_000)  # characters: a pattern that is too slow is found out while the text is short
MOST = 5e-6  # seconds a character; a plain word pattern takes about 5e-8, one that looks 200 characters ahead 1e-6
LEAST = 0.02  # seconds: below, a clock tells nothing
TRIES = 3
OWN = 4  # of a pattern's own characters, how many are tried in pairs
SPACE, DIGIT, LETTER = " ", "1", "a"
SEES_LITTLE = {
    "briefing.clean.steps.caption.CREDIT_END": "searched in the last hundred characters of a line",
    "briefing.quote.names.MIDDLE": "searched in the thirty characters before a given name",
}  # not timed, as no text makes them slow
PUT_TOGETHER = {
    "briefing.clean.steps.dateline": "puts patterns of the module together, which are seen",
    "briefing.compose.topics": "phrases of the configuration, escaped: below",
    "briefing.deliver.topics": "phrases of the configuration, escaped: below",
    "briefing.store.salvage": "names of our own tables",
    "briefing.text.guarded": "patterns of modules and phrases of our own lists, which are seen there",
}
"""Modules that make a pattern while they run which no text of the module is: what it is made of."""
MAKING = frozenset(
    f"re.{name}" for name in ("compile", "match", "search", "sub", "subn", "split", "findall", "finditer", "fullmatch")
)
Pattern: TypeAlias = re.Pattern[str] | re.Pattern[bytes]
ALWAYS = (" ", "\n", "a", "A", "1", ".", '"', "(", "-", "“", "A ", "Aa ", "A. ", "a\n", " \n", "1,", "a.a@", "<a>")
ENDS = ("", "\0")  # with and without something that nothing matches


def patterns() -> dict[str, Pattern]:
    """Each pattern in the package's modules and in their functions, by one of its names."""
    found: dict[tuple[str | bytes, int], tuple[str, Pattern]] = {}
    for module in modules():
        for name, value in sorted(vars(module).items()):
            whole = f"{module.__name__}.{name}"
            for pattern in within(value):
                if whole not in SEES_LITTLE:
                    found.setdefault((pattern.pattern, pattern.flags), (whole, pattern))
        for pattern in written(module):
            found.setdefault((pattern.pattern, pattern.flags), (module.__name__, pattern))
    return {f"{name}-{number}": pattern for number, (name, pattern) in enumerate(found.values())}


def modules() -> Iterator[ModuleType]:
    """The package's modules."""
    for module in pkgutil.walk_packages(briefing.__path__, "briefing."):
        if not module.name.endswith("__main__"):
            yield importlib.import_module(module.name)


def calls(module: ModuleType) -> Iterator[ast.Call]:
    """Where a module makes a pattern in a function."""
    functions = (each for each in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(each, ast.FunctionDef))
    for node in itertools.chain.from_iterable(map(ast.walk, functions)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in MAKING:
            yield node


def written(module: ModuleType) -> Iterator[Pattern]:
    """The patterns that stand in a module's functions, or are put together there of the module's own constants."""
    for call in calls(module):
        given = next((word.value for word in call.keywords if word.arg == "flags"), None)
        try:
            text, flags = (evaluated(each, module) if each else 0 for each in (call.args[0], given))
        except NameError:
            assert module.__name__ in PUT_TOGETHER, f"{module.__name__}: {ast.unparse(call)}"
            continue
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("match", "fullmatch"):
            text = rf"\A(?:{text})"  # tried at the beginning alone
        yield re.compile(text, flags)  # type: ignore[call-overload]  # whatever stands there


def evaluated(node: ast.expr, module: ModuleType) -> object:
    """What an expression of a module's own constants is; NameError where it has names that are no such constants."""
    return eval(ast.unparse(node), dict(vars(module)))  # noqa: S307 our own source


def within(value: object, depth: int = 3) -> Iterator[Pattern]:
    """The patterns in a value: itself, or in tuples, mappings and dataclasses."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, Mapping):
        for part in (*value.keys(), *value.values()):
            yield from within(part, depth - 1)
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for part in value:
            yield from within(part, depth - 1)
    elif depth and dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from within(getattr(value, field.name, None), depth - 1)


def own(pattern: Pattern) -> list[str]:
    """The characters a pattern speaks of, in its order."""
    found: list[str] = []

    def look(items: object) -> None:
        if isinstance(items, parser.SubPattern):
            for item in items:
                look(item)
        elif isinstance(items, tuple | list):
            name = str(items[0]) if items else ""
            if name in ("LITERAL", "NOT_LITERAL"):
                found.append(chr(items[1]))
            elif name == "RANGE":
                found.append(chr(items[1][0]))
            elif name == "CATEGORY":
                kind = str(items[1])
                found.append(SPACE if "SPACE" in kind else DIGIT if "DIGIT" in kind else LETTER)
            else:
                for item in items:
                    look(item)

    look(parser.parse(pattern.pattern, pattern.flags))
    return list(dict.fromkeys(found))


def units(pattern: Pattern) -> list[str]:
    """What is repeated to make a text: characters the pattern speaks of, pairs and words of it, usual suspects."""
    letters = own(pattern)
    some = list(dict.fromkeys((*letters[:OWN], " ", "a")))
    words = re.findall(r"[A-Za-z]{2,}", as_text(pattern.pattern))[:OWN]
    pairs = ("".join(pair) for pair in itertools.permutations(some, 2))
    return list(dict.fromkeys((*ALWAYS, *letters[: 2 * OWN], *pairs, *words, *(f"{word} " for word in words))))


def as_text(given: str | bytes) -> str:
    """A pattern, or what it finds, as text."""
    return given if isinstance(given, str) else given.decode("latin-1")


def seconds(pattern: Pattern, text: str) -> float:
    """Of this process's own time, to go through the text once; the least of some tries where it is much."""
    # Any: what a pattern of bytes goes through is bytes, which the types of `re` cannot say of a union.
    given: Any = text if isinstance(pattern.pattern, str) else text.encode()
    least = float("inf")
    for _ in range(TRIES):
        start = time.process_time()
        for _match in pattern.finditer(given):
            pass
        pattern.match(given)
        pattern.fullmatch(given)
        least = min(least, time.process_time() - start)
        if least < LEAST:
            break
    return least


def slow(pattern: Pattern) -> str:
    """What it is slow on; empty where nothing was found."""
    for unit, end in itertools.product(units(pattern), ENDS):
        for size in SIZES:
            text = (unit * (size // len(unit)))[: size - len(end)] + end
            taken = seconds(pattern, text)
            if taken > max(LEAST, MOST * size):
                return f"{taken:.3f} s on {size} characters of {unit!r}, ended by {end!r}"
    return ""


PATTERNS = patterns()


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_takes_time_by_the_length_of_the_text(name: str) -> None:
    assert not slow(PATTERNS[name]), PATTERNS[name].pattern


@pytest.mark.parametrize(
    "text", [r"\s+\|", r"\w+str", r"\.{2,}$", r"„[^“”]{0,2000}[“”]", r"(?:\b[A-Z]\.){2,}$", r"[A-Z]\w*\.? $"]
)
def test_a_pattern_known_to_be_slow_is_found_out(text: str) -> None:
    assert slow(re.compile(text))


def test_phrases_of_the_configuration_are_found_in_time_by_the_length_of_the_text() -> None:
    for phrase in ("a", "a a", "a" * 200, " ".join("a" * 100), ".*", "(a+)+", "a|a", "\\", " x ", "ä ö"):
        assert not slow(phrases((phrase, f"{phrase} b"), any_case=True)), phrase


def test_patterns_which_are_not_timed_are_still_there() -> None:
    for name in SEES_LITTLE:
        module, _, own_name = name.rpartition(".")
        assert isinstance(getattr(importlib.import_module(module), own_name), re.Pattern)
