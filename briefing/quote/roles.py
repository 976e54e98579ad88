"""Roles: what an article says a person is, found beside the name and cleaned for print.

Three places are read: before the name ("NATO Secretary-General Jens …"), in apposition after it (", the mayor of
Harnby,"), and a noun phrase the name stands in apposition to ("Estmark's ambassador to the League, Ana …").
"""

import re
from functools import lru_cache

from briefing.quote.mentions import Mention
from briefing.quote.tokens import Tokens, lexicon

AFTER_NAME = re.compile(r",((?:[dh]?[xeyzan0NTLOHGWw'\-it]|c(?=[xHN])){1,16}?)(?=[,.;:|)QquRVb]|-|cb)")
LONGEST = 90  # characters of a role in print; a longer one is a life story

ADDRESSES = "mr mrs ms miss dr sir lord lady dame messrs hon mr. mrs. ms. dr. messrs. st. st fr. fr jr. jr"
FORMS_OF_ADDRESS = frozenset(ADDRESSES.split())
DANGLING_WORDS = """
    the a an his her their its our my your this that these those both two three several some any
    in of for at on with by to from as like including and but or nor who whom whose which when where while
    another other same
"""
DANGLING = frozenset(DANGLING_WORDS.split())  # words that neither begin nor end a role
SINGULAR = {"sens.": "Sen.", "reps.": "Rep.", "govs.": "Gov.", "gens.": "Gen.", "sens": "Sen.", "reps": "Rep."}
SEVERAL = frozenset(
    ("men", "women", "people", "children", "kids", "congressmen", "businessmen", "policemen", "spokesmen")
)
BARE_WORDS = """
    secretary minister director chief head chair chairman chairwoman leader member deputy officer official assistant
    candidate nominee man woman person host manager spokesman spokeswoman spokesperson executive commissioner hopeful
    adviser advisor aide staffer expert
    father mother son daughter brother sister wife husband parent child friend boy girl
"""
BARE = frozenset(BARE_WORDS.split())  # what says nothing of a person by itself: secretary of what?
LOCAL = frozenset(("state", "city", "county", "interim", "regional", "national", "federal"))
HEAD_END = re.compile("[itc,;(]|-")  # what ends the noun group that holds a role's head
LONGEST_ABBREVIATION = 5  # letters
MATTER_WORDS = """
    agriculture commerce culture defence defense economics education employment energy environment finance fire
    food foreign health housing immigration industry information innovation justice labor labour police
    public research resources safety science security technology tourism trade transport transportation water
"""
MATTERS = frozenset(MATTER_WORDS.split())  # what offices are named after, two by two: no one is called so
BODY_WORDS = """
    agency association board bureau campaign charity commission committee company council department firm foundation
    government group institute ministry organisation organization paper parent party team union
"""
THEIRS = frozenset(f"{word}{mark}s" for word in BODY_WORDS.split() for mark in "'’")  # whose, only the article tells
# What a reader must have read to know whose: "spokesman for the group", "head of sales for its parent Dovecote".
BODIES = "|".join((*BODY_WORDS.split(), "task force"))
ELSEWHERE = re.compile(
    rf" (?:for|of|with|on|at|in|to|representing) (?:(?:the|that) (?:{BODIES})(?: [a-z]+)*$|(?:its|their) .*)"
)
HEADS_OF = frozenset(("president", "founder", "ceo", "partner"))  # says nothing without its body, as what is in `BARE`
# What is told of a person beside the role: "a businessman known to few", "executive with no experience".
BESIDE = re.compile(r" (?:known|accused|charged|facing|embroiled|famed|under fire|with no)\b.*")
PLAIN = frozenset("xe")  # classes of words that say nothing of whom they stand before
# What stands small before a role that begins small, without an article: "says political scientist Ana Velt".
QUALIFYING_WORDS = """
    editorial opinion opinions features letters political social computer data climate constitutional criminal defense
    defence foreign global international national sports business politics
"""
QUALIFYING = frozenset(QUALIFYING_WORDS.split())
SAINT = frozenset(("st", "st."))  # begins towns too
ARTICLES = ("the", "a", "an")
AS_GOOD_AS = frozenset(("arguably", "basically", "effectively", "essentially", "reportedly"))  # but not "formerly"
LEADING = re.compile(r"^(?:the|a|an|his|her|their|its)\s+", re.I)
EDGES = " \t\n,;:-–—"
RUN = re.compile(r"\w+")


def role_before(tokens: Tokens, mention: Mention) -> str | None:
    """The role that stands before the name inside its own phrase."""
    if mention.name is None or mention.name[0] == mention.first:
        return None
    first, last = mention.first, mention.name[0] - 1
    first = max((i + 1 for i in range(first, last + 1) if tokens.shape[i] == "-"), default=first)
    while first <= last and tokens.word(first).lower() in FORMS_OF_ADDRESS - SAINT:
        first += 1
    while first <= last and tokens.word(last).lower() in FORMS_OF_ADDRESS:
        last -= 1
    if first > last or not set(tokens.shape[first : last + 1]) & set("HT"):
        return None
    return None if is_plural(tokens.word(last)) else clean(tokens.between(_whole(tokens, first), last))


def _whole(tokens: Tokens, first: int) -> int:
    """Where a role begins of which the mention has only the end: "Courier opinion editor", "Walk for Rain head"."""
    while first > 0 and tokens.word(first - 1) in QUALIFYING:
        first -= 1
    if first < len("x&"):
        return first
    if tokens.word(first - 1) in ("for", "of") and tokens.word(first).lower() not in lexicon():
        return first - 2 if tokens.word(first - 2)[0].isupper() else first
    return _both(tokens, first)


def _both(tokens: Tokens, first: int) -> int:
    """Where a role begins that is named after two things: "Health and Human Services Secretary", not "Roe and Mayor".

    The word before "and" is a thing's if offices are named after it, or the article writes it without a capital.
    """
    if tokens.word(first - 1) not in ("and", "&"):
        return first
    word = tokens.word(first - 2)
    lower = word.lower()
    if not word[0].isupper() or not (lower in MATTERS or _is_written(lower, tokens.text)):
        return first
    return first - len("ax&") + (tokens.shape[max(0, first - len("ax&"))] != "a")


def _is_written(word: str, text: str) -> bool:
    """Whether a word stands in a text; asked for many words of one text, so not by going through it each time."""
    return word in _runs(text) if RUN.fullmatch(word) else word in text


@lru_cache(maxsize=1)
def _runs(text: str) -> frozenset[str]:
    return frozenset(RUN.findall(text))


def role_after(tokens: Tokens, mention: Mention) -> str | None:
    """The role in apposition after a name."""
    found = AFTER_NAME.match(tokens.shape, mention.last + 1, mention.last + 20)
    if not found:
        return None
    letters = found.group(1)
    if not set(letters) & set("H") and letters[-1] not in "T":
        return None
    if re.match(r"[dh]?[TL]*TN", letters) or ("cN" in letters and letters.endswith("N") and "H" not in letters):
        return None  # the next name of a list
    return _phrase(tokens, found.start(1), found.end(1) - 1)


def role_phrase(tokens: Tokens, nominal: Mention) -> str | None:
    """A noun phrase as a role: what a name in apposition to it is."""
    return _phrase(tokens, nominal.first, nominal.last)


def _phrase(tokens: Tokens, first: int, last: int) -> str | None:
    """Tokens as a role if their head is one person by role: no "town of many people", no "closest advisers"."""
    head = HEAD_END.search(tokens.shape, first, last + 1)
    end = head.start() if head else last + 1
    persons = [index for index in range(first, end) if tokens.shape[index] in "HT"]
    if not persons or is_plural(tokens.word(persons[-1])):
        return None
    return clean(tokens.between(first, last))


def is_plural(word: str) -> bool:
    """Whether a word for persons means several: "advisers", "Republicans"; not "boss"."""
    lower = word.lower()
    if lower in SEVERAL:
        return True
    return lower.endswith("s") and lexicon().get(lower[:-1]) == "H"


def clean(phrase: str) -> str | None:
    """A role without article, dangling words and line breaks; None where nothing fit to print is left."""
    phrase = BESIDE.sub("", phrase.replace("\u00a0", " "))
    words = ELSEWHERE.sub("", phrase).split()
    if len(words) > 1 and words[0] in AS_GOOD_AS and words[1] in ARTICLES:
        del words[0]  # "effectively the office manager"
    while words and (words[0].strip(EDGES).lower() in DANGLING or _shouted(words[0])):
        del words[0]
    while words and words[-1].strip(EDGES).lower() in DANGLING:
        del words[-1]
    if len(words) > 1 and words[0] in THEIRS:
        del words[0]
    small = next((at for at, word in enumerate(words) if not word.islower()), 0)
    if small and words[small][0].isupper() and all(_is_plain(word) for word in words[:small]):
        del words[:small]  # "an argument District Judge Roe rejected", "the money pit caught President Roe's eye"
    words = [SINGULAR.get(word.lower(), word) for word in words]
    role = " ".join(words).strip(EDGES)
    if any(role.count(opening) != role.count(closing) for opening, closing in ("()", "[]", "“”")):
        return None
    if role in HEADS_OF and ELSEWHERE.search(phrase):
        return None
    return role if 1 < len(role) <= LONGEST else None


def _is_plain(word: str) -> bool:
    """Whether a word before a title belongs to the sentence and not to the title, or says nothing beside it."""
    return (lexicon().get(word, "x") in PLAIN and word not in LOCAL) or word in BARE


def _shouted(word: str) -> bool:
    """Whether a word is a headline's: in capitals, and too long for an abbreviation."""
    return word.isupper() and len(word) > LONGEST_ABBREVIATION
