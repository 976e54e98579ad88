"""Spelling of names: whether two names could be two spellings of one, and in which way.

Outlets leave out middle names, print initials, shorten given names, and write names from other alphabets each by its
own table. Which of that lies between two names decides how much evidence a merge needs (`people.py`).
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from briefing.quote.given_names import genders
from briefing.text.scripts import scripts

Kinship = Literal["same", "middle", "second", "initial", "short", "spelling"]
"""What lies between two spellings: nothing that counts, a middle initial, a second given name, initials, a short form,
another transliteration."""

TITLE_WORDS = """
    mr mrs ms miss dr prof professor sir lord lady dame rev reverend father sister judge justice captain capt colonel
    col general gen lieutenant lt major maj sergeant sgt officer sheriff senator sen representative rep congressman
    congresswoman governor gov mayor president minister ambassador secretary chief king queen prince princess
"""
TITLES = frozenset(TITLE_WORDS.split())
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
PARTICLE_WORDS = """
    de del della der van von bin ibn al el la le du da dos di ter ten abu
"""
PARTICLES = frozenset(PARTICLE_WORDS.split())

LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"})
JOINTS = str.maketrans("", "", ".'’‘`ʼ-‐")
# What tables of transliteration disagree about, made alike, longest first: Tarnov and Tarnoff, Sergei and Sergey.
ALIKE = (
    ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("zh", "j"), ("ts", "c"), ("tz", "c"), ("ph", "f"),
    ("th", "t"), ("dh", "d"), ("gh", "g"), ("ks", "x"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("w", "v"),
    ("ije", "ie"), ("yu", "iu"), ("ya", "ia"), ("ye", "e"), ("y", "i"), ("j", "i"),
)  # fmt: skip
HARD_C = re.compile(r"c(?![ehiy])")
ARTICLE = re.compile(r"^(?:al|el|as|ad|ar)[-‐](?=..)")  # the Arabic one, joined to the name
TWICE = re.compile(r"(.)\1+")
VOWELS = re.compile(r"[aeiou]")
ONE_LETTER = 5  # letters of a given name from which one of them may differ: Jon and Jan are two names
SKELETON = 3  # consonants from which their row tells a name: Mohammed and Muhammad
INITIALS = 2  # letters that initials written as a word have at most: JB


class Name(NamedTuple):
    """A personal name in its parts, folded: lower case, no accents, stops or hyphens."""

    given: tuple[str, ...]  # () for a surname alone
    last: str
    suffix: str  # "jr", "iii"; "" for none
    initials: bool  # the first given name is initials


def parse(name: str) -> Name | None:
    """The parts of a name; None where no letter is left of it."""
    words = [(folded, word) for word in name.split() if (folded := fold(word))]
    while len(words) > 1 and words[0][0] in TITLES:
        words = words[1:]
    suffix = words.pop()[0] if len(words) > 1 and words[-1][0] in SUFFIXES else ""
    if not words:
        return None
    ends = [at for at, (folded, _) in enumerate(words) if at and folded == words[-1][0]]
    words = words[: ends[0] + 1] if ends else words  # "Ana Roe Ana Maria Roe": a page's own doubling
    given = [(folded, word) for folded, word in words[:-1] if folded not in PARTICLES or len(words) == len("ab")]
    first, written = given[0] if given else ("", "")
    initials = len(first) == 1 or ("." in written[1:2]) or (len(first) <= INITIALS and written.isupper())
    return Name(tuple(folded for folded, _ in given), words[-1][0], suffix, initials and bool(given))


def fold(word: str) -> str:
    """A word in lower case, without accents, apostrophes, stops and hyphens."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    return ARTICLE.sub("", bare).translate(LETTERS).translate(JOINTS).strip(',;:()"“”')


@cache
def sound(word: str) -> str:
    """A folded word with letters that transliterations disagree about made alike: "aleksandr" → "alexandr"."""
    word = HARD_C.sub("k", word)
    for one, other in ALIKE:
        word = word.replace(one, other)
    word = TWICE.sub(r"\1", word)
    return word[:-1] + "v" if word.endswith("of") else word


def kinship(one: Name, other: Name) -> Kinship | None:
    """How two names could be spellings of one person's name; None where they could not."""
    if one.suffix != other.suffix or not one.given or not other.given:
        return None
    if "".join((*one.given, one.last)) == "".join((*other.given, other.last)):
        return "same"
    if sound(one.last) != sound(other.last):
        return None
    found = _given(one, other)
    return "spelling" if found in ("same", "middle", "second") and one.last != other.last else found


def _given(one: Name, other: Name) -> Kinship | None:
    if one.initials or other.initials:
        return _by_initials(one, other)
    ours, theirs = one.given[0], other.given[0]
    if not _middles_agree(one.given[1:], other.given[1:]):
        return None
    if ours == theirs:
        shorter, longer = sorted((one.given, other.given), key=len)
        if one.given == other.given:
            return "same"
        return "middle" if all(len(word) <= INITIALS for word in longer[len(shorter) :]) else "second"
    if genders_clash(ours, theirs):
        return None
    if short_forms(ours) & short_forms(theirs):
        return "short"
    return "spelling" if transliterated(ours, theirs) else None


def _by_initials(one: Name, other: Name) -> Kinship | None:
    """ "J. Roe", "J.B. Roe" and "John Roe": as far as both give letters, they are the same ones."""
    ours, theirs = letters(one), letters(other)
    shared = min(len(ours), len(theirs))
    if ours[:shared] != theirs[:shared]:
        return None
    return "initial"


def letters(name: Name) -> str:
    """The initials of the given names: "j" for John, "jb" for J.B. and for John Bernard."""
    return (name.given[0] if name.initials else name.given[0][0]) + "".join(word[0] for word in name.given[1:])


def _middles_agree(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether middle names do not contradict each other: "J." fits "John" and nothing at all, but not "K."."""
    return all(
        one == other or (one[0] == other[0] and 1 in (len(one), len(other)))
        for one, other in zip(ours, theirs, strict=False)
    )


def genders_clash(ours: str, theirs: str) -> bool:
    """Whether one is a woman's name and the other a man's: Daniel and Danielle, Alexander and Alexandra."""
    known = genders()
    if known.get(ours) and known.get(theirs):
        return known[ours] != known[theirs]
    return (ours[-1] == "a") != (theirs[-1] == "a")


def transliterated(ours: str, theirs: str) -> bool:
    """Whether two given names may be one, written by two tables; a letter of another alphabet is by none of them."""
    if scripts(ours) != scripts(theirs):
        return False
    one, other = sound(ours), sound(theirs)
    if one == other:
        return True
    if one[0] != other[0]:
        return False
    bones = VOWELS.sub("", one)
    if bones == VOWELS.sub("", other) and len(bones) >= SKELETON:
        return True
    return min(len(one), len(other)) >= ONE_LETTER and one_letter_apart(one, other)


def one_letter_apart(one: str, other: str) -> bool:
    """Whether a single letter more, less or other leads from one to the other (Levenshtein 1966, distance 1)."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    at = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    return longer[at + 1 :] == (shorter[at + 1 :] if len(shorter) == len(longer) else shorter[at:])


def short_forms(given: str) -> frozenset[str]:
    """The full names that a given name may stand for, itself among them."""
    return _full_names().get(given, frozenset()) | {given}


@cache
def _full_names() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in files("briefing.quote").joinpath("short_names.txt").read_text("utf-8").splitlines():
        full, colon, shorts = line.partition(": ")
        if colon and not line.startswith("#"):
            for short in shorts.split():
                found.setdefault(short, set()).add(full)
    return {short: frozenset(full) for short, full in found.items()}
