"""Names: which mentions of an article name the same person or body, and that bearer's full name."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.quote.given_names import Gender, genders
from briefing.quote.mentions import Mention
from briefing.quote.tokens import Tokens, lexicon

SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
MALE_WORDS = """
    mr mr. messrs messrs. sir lord king prince he him his himself congressman businessman father son brother
    husband man boy actor councilman policeman fisherman
"""
FEMALE_WORDS = """
    mrs mrs. ms ms. miss lady dame queen princess she her hers herself congresswoman businesswoman spokeswoman mother
    daughter sister wife woman girl chairwoman actress councilwoman
"""
EDGES = ".,:;!?()[]\"'“”‘’"  # what stands around a word of a headline
MALE, FEMALE = frozenset(MALE_WORDS.split()), frozenset(FEMALE_WORDS.split())


@dataclass(slots=True)
class Bearer:
    """Who bears a name, as one article knows them; filled while the article is read."""

    name: str  # as full as the article gives it
    last: str  # the surname in lower case
    given: str  # the first given name in lower case; "" where only a surname stands
    kind: str  # N a person or unknown, O a body, L a place
    gender: Gender | None
    titled: bool  # a title, a known given name or a role says that it is a person
    first_token: int
    count: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """The bearers of an article's names, and whom each mention names."""

    bearers: tuple[Bearer, ...]
    of: tuple[int | None, ...]  # one for each mention: an index into `bearers`


def bare(words: Sequence[str]) -> list[str]:
    """Name words without suffixes and initials' stops: ["Donald", "J.", "Roe", "Jr."] → ["Donald", "J.", "Roe"]."""
    kept = list(words)
    while len(kept) > 1 and kept[-1].lower() in SUFFIXES:
        kept.pop()
    return kept


def name_words(tokens: Tokens, mention: Mention) -> list[str]:
    """The words of the name in a mention, without suffix; [] where it has none."""
    if mention.name is None:
        return []
    first, last = mention.name
    return bare([tokens.word(i) for i in range(first, last + 1) if tokens.shape[i] in "NOLTGl"])


def gender_beside(tokens: Tokens, mention: Mention) -> Gender | None:
    """The gender a mention's own words tell: "Mrs. Roe", "spokeswoman Jane Roe"."""
    for index in range(mention.first, mention.last + 1):
        if tokens.shape[index] in "TH":
            word = tokens.word(index).lower()
            if word in MALE:
                return "m"
            if word in FEMALE:
                return "f"
    return None


def headline_names(title: str) -> list[str]:
    """The full names of a headline: a known given name and the word with a capital after it, if it is no other word."""
    words = title.split()
    found = []
    for given, last in pairwise(words):
        bare_last = last.strip(EDGES).removesuffix("’s").removesuffix("'s")
        if (
            given.istitle()
            and given.lower() in genders()
            and bare_last.istitle()
            and bare_last.lower() not in lexicon()
        ):
            found.append(f"{given} {bare_last}")
    return found


def read_names(tokens: Tokens, mentions: Sequence[Mention], title: str = "") -> Names:
    """Gather the bearers of the names among `mentions`: full names first, then what is short for one of them.

    A name that only the article's `title` gives in full counts as well.
    """
    bearers: list[Bearer] = []
    by_last: dict[str, list[int]] = {}
    by_given: dict[str, list[int]] = {}
    of: list[int | None] = [None] * len(mentions)
    words = [name_words(tokens, mention) for mention in mentions]
    for index, mention in enumerate(mentions):
        if len(words[index]) > 1 and len(words[index]) < 6:
            of[index] = _full(tokens, mention, words[index], bearers, by_last, by_given)
    for name in headline_names(title):
        given, last = name.lower().split()
        if last not in by_last:
            by_last[last] = [len(bearers)]
            bearers.append(Bearer(name, last, given, "N", genders().get(given), True, -1))
    for index, mention in enumerate(mentions):
        if len(words[index]) == 1:
            of[index] = _short(tokens, mention, words[index][0], bearers, by_last, by_given)
    for bearer in of:
        if bearer is not None:
            bearers[bearer].count += 1
    return Names(tuple(bearers), tuple(of))


def _full(
    tokens: Tokens, mention: Mention, words: list[str], bearers: list[Bearer],
    by_last: dict[str, list[int]], by_given: dict[str, list[int]],
) -> int:  # fmt: skip
    last, given = words[-1].lower(), words[0].lower()
    gender = gender_beside(tokens, mention)
    titled = given in genders() or any(tokens.shape[i] in "TH" for i in range(mention.first, mention.name[0]))  # type: ignore[index]  # a mention with words has a name
    for known in by_last.get(last, ()):
        bearer = bearers[known]
        if bearer.given == given:
            bearer.gender = bearer.gender or gender
            bearer.titled = bearer.titled or titled
            return known
    for known in by_last.get(last, ()):
        longer = bearers[known].name.lower().split()
        if mention.kind == "N" and given in longer[1:] and longer[-len(words) :] == [word.lower() for word in words]:
            return known  # a double surname: "Ana Sole Roe", then "Sole Roe"
    name = " ".join(words)
    if name.isupper():
        name = name.title()  # a transcript's CARLA DUNN
    kind = mention.kind if mention.kind in "OL" else "N"
    gender = gender or genders().get(given)
    bearers.append(Bearer(name, last, given, kind, gender, titled, mention.first))
    by_last.setdefault(last, []).append(len(bearers) - 1)
    by_given.setdefault(given, []).append(len(bearers) - 1)
    return len(bearers) - 1


def _short(
    tokens: Tokens, mention: Mention, word: str, bearers: list[Bearer],
    by_last: dict[str, list[int]], by_given: dict[str, list[int]],
) -> int:  # fmt: skip
    key = word.lower()
    gender = gender_beside(tokens, mention)
    choices = by_last.get(key, [])
    fitting = [i for i in choices if not gender or bearers[i].gender in (None, gender)]
    if fitting:
        chosen = _main(fitting, bearers, mention.first)
        bearers[chosen].gender = bearers[chosen].gender or gender
        return chosen
    given = [i for i in by_given.get(key, ()) if bearers[i].kind == "N" and key in genders()]
    if len(given) == 1:
        return given[0]
    titled = any(tokens.shape[i] in "TH" for i in range(mention.first, mention.last))
    kind = mention.kind if mention.kind in "OL" else "N"
    bearers.append(Bearer(word, key, "", kind, gender or genders().get(key), titled, mention.first))
    by_last.setdefault(key, []).append(len(bearers) - 1)
    return len(bearers) - 1


def _main(choices: list[int], bearers: list[Bearer], at: int) -> int:
    """Whom a bare surname means: who was introduced last before it, or failing that first after it."""
    before = [i for i in choices if bearers[i].first_token <= at]
    if before:
        return max(before, key=lambda i: (bearers[i].titled, -bearers[i].first_token))
    return min(choices, key=lambda i: (not bearers[i].titled, bearers[i].first_token))
