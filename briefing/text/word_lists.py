"""Word lists: the plain files in `lists/`, one a language, which a reader can mend without knowing the code."""

import re
from functools import cache
from importlib import resources

LISTED = ("de", "en", "es", "fr", "ru", "uk")  # ISO 639-1


@cache
def word_list(language: str, name: str) -> frozenset[str]:
    """The words under `[name]` in a language's file; KeyError where there is no such list, or no such file."""
    return frozenset(_lists(language)[name])


@cache
def phrases(language: str, name: str) -> tuple[str, ...]:
    """The phrases under `[name]`, parted by commas, longest first."""
    found = {phrase.strip() for phrase in " ".join(_lists(language)[name]).split(",")}
    return tuple(sorted(found - {""}, key=lambda phrase: (-len(phrase), phrase)))


@cache
def phrase_pattern(language: str, name: str) -> str:
    """The phrases under `[name]` as one alternation of a regular expression; an apostrophe may be either kind."""
    return "|".join(re.escape(phrase).replace("'", "['’]") for phrase in phrases(language, name))


@cache
def _lists(language: str) -> dict[str, tuple[str, ...]]:
    if language not in LISTED:
        raise KeyError(language)
    found: dict[str, list[str]] = {}
    name = ""
    for line in resources.files(__package__).joinpath("lists", f"{language}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(name, []).extend(line.split())
    return {name: tuple(words) for name, words in found.items()}
