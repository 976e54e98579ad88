"""Names: which mentions of an article name the same person or body, and that bearer's full name."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefing.quote.gender import gender_beside, infer_genders
from briefing.quote.given_names import Gender, genders
from briefing.quote.mentions import Mention
from briefing.quote.roles import role_after
from briefing.quote.tokens import Tokens, lexicon

SUFFIXES = {"jr": "Jr.", "jr.": "Jr.", "sr": "Sr.", "sr.": "Sr.", "ii": "II", "iii": "III", "iv": "IV"}
"""What tells father from son → how it is printed."""
SHARE = 4  # a bearer named so many times as often as another of that surname is whom the bare surname means
GIVEN_AND_LAST = re.compile(r"\b([A-Z]\w{1,30})(?= (?:[A-Z]\. )?([A-Z][\w-]{1,40}))")
MIDDLE = re.compile(r"[A-Z]\w*\.? $")
LONGEST_GIVEN = 30  # code points
GLUED = re.compile(r"[a-z](?=[A-Z])")  # the seam of two words printed as one
QUOTED, SPEECH = frozenset("qQu"), frozenset("VW")  # "…," Roe said
LONGEST = 5  # words of a name; more are a headline in capitals
NAMESAKES = 50  # bearers of one surname told apart: no article has so many
SURNAMES_KEPT = 5_000  # remembered without their doubled letters: those of a week's news
DOUBLED = re.compile(r"(.)\1")
LONG = 5  # letters of the shortest surname that may be misspelt


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
    suffix: str = ""  # "Jr."
    full: int = 0  # how often it stands there in full
    doubtful: bool = False  # a word met once, with a capital that may only begin its sentence: "Along with her"


class Names(NamedTuple):
    """The bearers of an article's names, and whom each mention names."""

    bearers: tuple[Bearer, ...]
    of: tuple[int | None, ...]  # one for each mention: an index into `bearers`


class BySurname(dict[str, list[int]]):
    """Bearers by surname in lower case, and surnames by how they read without their doubled letters."""

    def __init__(self) -> None:
        super().__init__()
        self.plain: dict[str, list[str]] = {}

    def add(self, last: str, bearer: int) -> None:
        """One more bearer of a surname, unless it has very many already."""
        if last not in self:
            self.plain.setdefault(_undoubled(last), []).append(last)
        known = self.setdefault(last, [])
        if len(known) < NAMESAKES:
            known.append(bearer)


def may_be_body(bearer: Bearer) -> bool:
    """Whether a name may be a company's: it is a body's, or nothing says that it is a person's."""
    personal = bearer.titled or bearer.doubtful or bearer.gender is not None
    return bearer.kind == "O" or (bearer.kind == "N" and not personal)


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
    words = bare([tokens.word(i) for i in range(first, last + 1) if tokens.shape[i] in "NOLTGl"])
    return [] if len(words) == 1 and words[0].lower() in SUFFIXES else words


def name_suffix(tokens: Tokens, mention: Mention) -> str:
    """What tells father from son in or right after a mention's name: "Jr."; "" where nothing does."""
    if mention.name is None:
        return ""
    last = mention.name[1]
    if tokens.shape[last + 1 : last + 2] == "," and last + 2 < len(tokens.starts):
        after = SUFFIXES.get(tokens.word(last + 2).lower(), "")
        if after:
            return after
    return SUFFIXES.get(tokens.word(last).lower(), "")


def unglue(words: list[list[str]]) -> list[list[str]]:
    """Take apart what a page's links glued to a name: "Ana RoeAna Roe" and "Ana RoeFive" are Ana Roe."""
    known = {word for name in words for word in name}
    return [_once(_unglued(name, known)) for name in words]


def _once(name: list[str]) -> list[str]:
    """A name that stands twice in a row, once."""
    for at in range(2, len(name)):
        if name[at] == name[0] and name[at - 1] == name[-1]:
            return name[:at]  # "Ana Roe Ana Maria Roe"
    return name


def _unglued(name: list[str], known: set[str]) -> list[str]:
    for index, word in enumerate(name):
        for seam in GLUED.finditer(word):
            first, second = word[: seam.end()], word[seam.end() :]
            if first == second or first in known:
                return [*name[:index], first] if index or seam.end() < len(word) else name
    return name


def read_names(tokens: Tokens, mentions: Sequence[Mention], title: str = "") -> Names:
    """Gather the bearers of the names among `mentions`: full names first, then what is short for one of them.

    A name that only the article's `title` gives in full counts as well.
    """
    bearers: list[Bearer] = []
    by_last = BySurname()
    by_given: dict[str, list[int]] = {}
    of: list[int | None] = [None] * len(mentions)
    words = unglue([name_words(tokens, mention) for mention in mentions])
    full = [index for index in range(len(mentions)) if 1 < len(words[index]) <= LONGEST]
    often = Counter(" ".join(words[index]) for index in full)
    sure = [index for index in full if words[index][0].lower() in genders()]
    for index in sure + [index for index in full if words[index][0].lower() not in genders()]:
        again = often[" ".join(words[index])] > 1 and words[index][0].lower() not in lexicon()
        known = None if again else _stray(tokens, mentions[index], words[index], bearers, by_last)
        if known is None:
            known = _full(tokens, mentions[index], words[index], bearers, by_last, by_given)
        of[index] = known
        bearers[known].full += 1
    told: dict[str, int] = {}  # by surname: the latest mention in full
    for index, mention in enumerate(mentions):
        if len(words[index]) == 1:
            of[index] = _short(tokens, mention, words[index][0], bearers, by_last, by_given)
            _nearest(tokens, mentions, index, words[index][0].lower(), of, bearers, told)
        elif of[index] is not None:
            told[words[index][-1].lower()] = index
    for bearer in of:
        if bearer is not None:
            bearers[bearer].count += 1
    _doubt(tokens, mentions, of, bearers)
    complete(bearers, title + "\n" + tokens.text)
    infer_genders(tokens, mentions, bearers, of)
    return Names(tuple(bearers), tuple(of))


def _doubt(tokens: Tokens, mentions: Sequence[Mention], of: Sequence[int | None], bearers: list[Bearer]) -> None:
    """Mark the bearers that may be no names: one word met once, at the head of a sentence ("Along", "Footage")."""
    for index, bearer in enumerate(of):
        if bearer is None or bearers[bearer].count > 1 or bearers[bearer].given or bearers[bearer].titled:
            continue
        first = mentions[index].first
        said = (
            tokens.shape[first - 1 : first] in QUOTED
            and tokens.shape[mentions[index].last + 1 : mentions[index].last + 2] in SPEECH
        )
        known = said or bearers[bearer].last in genders()
        bearers[bearer].doubtful = not known and (first == 0 or tokens.shape[first - 1] in ".|Q:-")


def complete(bearers: list[Bearer], text: str) -> None:
    """Give those known by surname alone the given name that stands before it anywhere: in the headline, in a quote.

    Where several do, it is the one that stands there most often.
    """
    lone = {bearer.name: bearer for bearer in bearers if not bearer.given and bearer.kind == "N"}
    told: dict[str, Counter[str]] = {}
    for found in GIVEN_AND_LAST.finditer(text):
        given, last = found.groups()
        if last in lone and given != last and given.lower() in genders() and not _has_given(text, found.start()):
            told.setdefault(last, Counter())[given] += 1
    for last, names in told.items():
        bearer = lone[last]
        fitting = [each for each in names if bearer.gender is None or genders()[each.lower()] in (bearer.gender, None)]
        if fitting:
            given = max(fitting, key=names.__getitem__)
            bearer.name = f"{given} {bearer.name}"
            bearer.given, bearer.titled = given.lower(), True
            bearer.gender = bearer.gender or genders()[bearer.given]


def _has_given(text: str, at: int) -> bool:
    """Whether a name's word at `at` is a second given name: "Ana Maria Roe" does not say that Roe is called Maria."""
    before = MIDDLE.search(text, max(0, at - LONGEST_GIVEN), at)
    if before is None:
        return False
    word = before.group().rstrip(" ")
    return not (
        word.lower() in lexicon() or text.startswith("of ", before.start() - 3)
    )  # "Governor Ana", "of State Ana"


def _full(
    tokens: Tokens, mention: Mention, words: list[str], bearers: list[Bearer],
    by_last: BySurname, by_given: dict[str, list[int]],
) -> int:  # fmt: skip
    last, given = words[-1].lower(), words[0].lower()
    gender = gender_beside(tokens, mention)
    titled = given in genders() or bool(set(tokens.shape[mention.first : mention.last]) & set("TH"))
    titled = titled or (len(words) > 1 and role_after(tokens, mention) is not None)
    suffix = name_suffix(tokens, mention)
    for known in by_last.get(last, ()):
        bearer = bearers[known]
        if bearer.given == given and bearer.suffix == suffix:
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
    gender = gender or _gender_of(words[:-1])
    name = f"{name} {suffix}" if suffix else name
    bearers.append(Bearer(name, last, given, kind, gender, titled, mention.first, suffix=suffix))
    by_last.add(last, len(bearers) - 1)
    by_given.setdefault(given, []).append(len(bearers) - 1)
    return len(bearers) - 1


def _gender_of(given: Sequence[str]) -> Gender | None:
    """The gender that all known given names of one person agree on: none of "Ora John"."""
    told = {genders()[word.lower()] for word in given if word.lower() in genders()}
    return told.pop() if len(told) == 1 else None


def _stray(tokens: Tokens, mention: Mention, words: list[str], bearers: list[Bearer], by_last: BySurname) -> int | None:
    """Who "Neither Roe" and "Harnby Roe" are: a person known by a given name, after a word that only looks like one."""
    known = [i for i in by_last.get(words[-1].lower(), ()) if bearers[i].given in genders()]
    if not known or mention.kind != "N" or words[0].lower() in genders():
        return None
    first = (mention.name or (mention.first,))[0]
    opens = first == 0 or tokens.shape[first - 1] in ".|Q:-"
    return known[0] if opens or tokens.shape[first] != "N" or words[0].lower() in lexicon() else None


def _nearest(
    tokens: Tokens, mentions: Sequence[Mention], index: int, last: str, of: list[int | None],
    bearers: list[Bearer], told: dict[str, int],
) -> None:  # fmt: skip
    """Prefer whoever of that surname this paragraph has already given in full."""
    chosen, latest = of[index], told.get(last)
    if chosen is None or latest is None or of[latest] == chosen or bearers[chosen].last != last:
        return
    nearer = of[latest]
    gender = gender_beside(tokens, mentions[index])
    apart = tokens.shape.find("|", mentions[latest].last, mentions[index].first) >= 0
    if nearer is not None and not apart and bearers[nearer].kind == "N" and gender in (None, bearers[nearer].gender):
        of[index] = nearer


def _short(
    tokens: Tokens, mention: Mention, word: str, bearers: list[Bearer],
    by_last: BySurname, by_given: dict[str, list[int]],
) -> int:  # fmt: skip
    key = word.lower()
    gender = gender_beside(tokens, mention)
    choices = by_last.get(key) or _misspelt(key, by_last)
    fitting = [i for i in choices if not gender or bearers[i].gender in (None, gender)]
    suffix = name_suffix(tokens, mention)
    if suffix:
        fitting = [i for i in choices if bearers[i].suffix == suffix] or fitting
    elif choices and all(bearers[i].suffix and _is_other(tokens, mention, bearers[i]) for i in choices):
        fitting = []  # "President Roe" is not Roe Jr., who is named in full alone
    if fitting:
        chosen = _main(fitting, bearers, mention.first)
        bearers[chosen].gender = bearers[chosen].gender or gender
        return chosen
    given = [i for i in by_given.get(key, ()) if bearers[i].kind == "N" and key in genders()]
    if len(given) == 1:
        return given[0]
    titled = any(tokens.shape[i] in "TH" for i in range(mention.first, mention.last))
    many = word.endswith(("ans", "ists"))  # Estmarkians, Baptists
    kind = "O" if many or (word.isupper() and len(word) > 1) else mention.kind if mention.kind in "OL" else "N"
    bearers.append(Bearer(word, key, "", kind, gender, titled, mention.first))
    by_last.add(key, len(bearers) - 1)
    return len(bearers) - 1


def _is_other(tokens: Tokens, mention: Mention, junior: Bearer) -> bool:
    """Whether a bare surname is not the one who has it with "Jr.": it comes before him, or has a title."""
    titled = any(tokens.shape[i] == "T" for i in range(mention.first, mention.last))
    return mention.first < junior.first_token or titled


def _misspelt(key: str, by_last: BySurname) -> list[int]:
    """Bearers whose surname differs in doubled letters alone: "Labbot" for Labott."""
    if len(key) < LONG:
        return []
    return [i for last in by_last.plain.get(_undoubled(key), ()) for i in by_last[last]]


@lru_cache(maxsize=SURNAMES_KEPT)
def _undoubled(word: str) -> str:
    return DOUBLED.sub(r"\1", word)


def shares_surname(names: Names, chosen: Bearer, at: int, *, gendered: bool) -> bool:
    """Whether a bare surname at token `at` may as well mean another bearer introduced before.

    gendered: a title tells the gender ("Mrs. Roe"), so that namesakes of the other are out of question.
    """
    for other in names.bearers:
        if other.last != chosen.last or other is chosen or other.kind != "N" or not other.given:
            continue
        apart = gendered and other.gender not in (chosen.gender, None)
        if not apart and other.first_token <= at and other.count * SHARE > chosen.count:
            return True
    return False


def _main(choices: list[int], bearers: list[Bearer], at: int) -> int:
    """Whom a bare surname means: of those introduced before it, or failing that after it, whom the article is about."""
    before = [i for i in choices if bearers[i].first_token <= at] or choices
    return max(
        before, key=lambda i: (bearers[i].titled or bearers[i].full > 1, bearers[i].full, -bearers[i].first_token)
    )
