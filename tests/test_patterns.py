"""Every regular expression of the project, timed on text made to be slow for it: cost grows as the text does."""

import dataclasses
import importlib
import itertools
import pkgutil
import re
import time
from collections.abc import Iterator, Mapping
from re import _parser as parser  # type: ignore[attr-defined]  # the only way to a pattern's own characters

import pytest

import briefing

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
ALWAYS = (" ", "\n", "a", "A", "1", ".", '"', "(", "-", "“", "A ", "Aa ", "A. ", "a\n", " \n", "1,", "a.a@", "<a>")
ENDS = ("", "\0")  # with and without something that nothing matches


def patterns() -> dict[str, re.Pattern[str]]:
    """Each compiled pattern in the package's modules, by one of its names."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for module in pkgutil.walk_packages(briefing.__path__, "briefing."):
        if module.name.endswith("__main__"):
            continue
        for name, value in sorted(vars(importlib.import_module(module.name)).items()):
            whole = f"{module.name}.{name}"
            for pattern in within(value):
                if isinstance(pattern.pattern, str) and whole not in SEES_LITTLE:
                    found.setdefault((pattern.pattern, pattern.flags), (whole, pattern))
    return {f"{name}-{number}": pattern for number, (name, pattern) in enumerate(found.values())}


def within(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
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


def own(pattern: re.Pattern[str]) -> list[str]:
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


def units(pattern: re.Pattern[str]) -> list[str]:
    """What is repeated to make a text: characters the pattern speaks of, pairs and words of it, usual suspects."""
    letters = own(pattern)
    some = list(dict.fromkeys((*letters[:OWN], " ", "a")))
    words = re.findall(r"[A-Za-z]{2,}", pattern.pattern)[:OWN]
    pairs = ("".join(pair) for pair in itertools.permutations(some, 2))
    return list(dict.fromkeys((*ALWAYS, *letters[: 2 * OWN], *pairs, *words, *(f"{word} " for word in words))))


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Of this process's own time, to go through the text once; the least of some tries where it is much."""
    least = float("inf")
    for _ in range(TRIES):
        start = time.process_time()
        for _match in pattern.finditer(text):
            pass
        pattern.match(text)
        pattern.fullmatch(text)
        least = min(least, time.process_time() - start)
        if least < LEAST:
            break
    return least


def slow(pattern: re.Pattern[str]) -> str:
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


def test_patterns_which_are_not_timed_are_still_there() -> None:
    for name in SEES_LITTLE:
        module, _, own_name = name.rpartition(".")
        assert isinstance(getattr(importlib.import_module(module), own_name), re.Pattern)
