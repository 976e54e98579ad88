"""Given names and the gender they mostly stand for."""

from functools import cache
from importlib.resources import files
from typing import Literal

Gender = Literal["m", "f"]


@cache
def genders() -> dict[str, Gender | None]:
    """Given name in lower case → its gender; None: it stands for both."""
    found: dict[str, Gender | None] = {}
    for line in files("briefing.quote").joinpath("given_names.txt").read_text("utf-8").splitlines():
        letter, colon, names = line.partition(": ")
        if colon and letter in ("m", "f", "b"):
            gender: Gender | None = "m" if letter == "m" else "f" if letter == "f" else None
            found.update(dict.fromkeys(names.split(), gender))
    return found


@cache
def given_names() -> frozenset[str]:
    """Every given name known, in lower case."""
    return frozenset(genders())
