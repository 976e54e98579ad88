"""Word lists: the plain files in `lists/`, one a language, which a reader can mend without knowing the code."""

from functools import cache
from importlib import resources

LISTED = ("de", "en", "es", "fr", "ru", "uk")  # ISO 639-1


@cache
def word_list(language: str, name: str) -> frozenset[str]:
    """The words under `[name]` in a language's file; KeyError where there is no such list, or no such file."""
    return _lists(language)[name]


@cache
def _lists(language: str) -> dict[str, frozenset[str]]:
    if language not in LISTED:
        raise KeyError(language)
    found: dict[str, list[str]] = {}
    name = ""
    for line in resources.files(__package__).joinpath("lists", f"{language}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(name, []).extend(line.split())
    return {name: frozenset(words) for name, words in found.items()}
