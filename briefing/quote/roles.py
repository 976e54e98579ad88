"""Roles: what an article says a person is, found beside the name and cleaned for print.

Three places are read: before the name ("NATO Secretary-General Jens …"), in apposition after it (", the mayor of
Harnby,"), and a noun phrase the name stands in apposition to ("Estmark's ambassador to the League, Ana …").
"""

import re
from functools import lru_cache

from briefing.quote.mentions import Mention
from briefing.quote.telling import BARE, BODIES, HEADS_OF, RELATIONS, tells
from briefing.quote.tokens import Tokens, lexicon

AFTER_NAME = re.compile(r",((?:[dh]?[xeyzan0NTLOHGWw'\-it]|c(?=[xHNT])){1,22}?)(?=[,.;:|)QquRVb]|-|c[bdaP])")
LONGEST_AFTER = 28  # tokens looked at
NEXT_NAME = re.compile("HN{2,}$")
OFFICE_OF = re.compile("^[dh]?[xa]?T(?:cT)?i")  # "CEO of", though no small word for a person is in it
FELLOWS = frozenset(("fellow", "specialist"))  # persons behind a name, and words of many uses elsewhere
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
LOCAL = frozenset(("state", "city", "county", "interim", "regional", "national", "federal"))
HEAD_END = re.compile("[itc,;(]|-")  # what ends the noun group that holds a role's head
LONGEST_ABBREVIATION = 5  # letters
MATTER_WORDS = """
    agriculture commerce culture defence defense economics education employment energy environment finance fire
    food foreign health housing immigration industry information innovation justice labor labour police
    public research resources safety science security technology tourism trade transport transportation water
"""
MATTERS = frozenset(MATTER_WORDS.split())  # what offices are named after, two by two: no one is called so
THEIRS = frozenset(f"{word}{mark}s" for word in BODIES for mark in "'’")  # whose, only the article tells
# What a reader must have read to know whose: "spokesman for the group", "head of sales for its parent Dovecote".
ELSEWHERE = re.compile(
    rf" (?:for|of|with|on|at|in|to|representing) (?:(?:the|that) (?:{'|'.join(sorted(BODIES))}|task force)(?: [a-z]+)*$"
    r"|(?:its|their|his|her) .*)"
)
# What is told of a person beside the role: "a businessman known to few", "executive with no experience".
BESIDE = re.compile(
    r" (?:known|accused|charged|facing|embroiled|famed|under fire|with no)\b.*"
    r"| (?:at|for|in|of|with) (?:the|a|an) \w{2,30}ly [a-z]{2,30}ed\b.*"  # "with the ironically named Truth Unit"
)
PLAIN = frozenset("xe")  # classes of words that say nothing of whom they stand before
# What stands small before a role that begins small, without an article: "says political scientist Ana Velt".
QUALIFYING_WORDS = """
    editorial opinion opinions features letters political social computer data climate constitutional criminal defense
    defence foreign global international national sports business politics
"""
QUALIFYING = frozenset(QUALIFYING_WORDS.split())
QUALIFYING |= LOCAL
MODIFIERS = 3  # words before a role that begins small, after a verb of speaking or one of `OPENING`
SPEAKING = frozenset("VW")
OPENING = frozenset(("of", "for", "by", "to", "from", "like", "including", "but"))  # what a noun follows at once
HELD_TOGETHER = frozenset(("chair", "chairman", "chairwoman", "co-founder", "founder", "president", "director", "ceo"))
OWNER = re.compile(r"['’]s$")
RANK = re.compile(r"(?:Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Maj|Cpl|Dr|Rev)\.")
RANKS = frozenset(("General", "Colonel", "Admiral", "Lieutenant", "Captain", "Major"))
SEATS = frozenset(("Senator", "Representative", "Congressman", "Congresswoman"))
SERVICES = frozenset(("Army", "Navy", "Marine", "Air", "Force", "Coast", "Guard"))
OFFICES = frozenset("HT")
LONGEST_BODY = 5  # words of a body's name between "former" and a role
HELD = ("former", "then-", "ex-", "acting", "interim", "outgoing", "retired", "vice")
SAINT = frozenset(("st", "st."))  # begins towns too
ARTICLES = ("the", "a", "an")
AS_GOOD_AS = frozenset(("arguably", "basically", "effectively", "essentially", "reportedly"))  # but not "formerly"
LEADING = re.compile(r"^(?:the|a|an|his|her|their|its)\s+", re.I)
EDGES = " \t\n,;:-–—―"
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
    if is_plural(tokens.word(last)) or _is_object(tokens, mention, first, last):
        return None
    return clean(tokens.between(_whole(tokens, first), last), tokens.text)


def _is_object(tokens: Tokens, mention: Mention, first: int, last: int) -> bool:
    """Whether what stands before a bare surname is what its bearer did something to: "the leader Roe took it for"."""
    lone = mention.name is not None and mention.name[0] == mention.name[1]
    return lone and tokens.shape[first] == "d" and first + 1 < last and tokens.word(last).islower()


def _abbreviated(tokens: Tokens, first: int) -> int:
    """Where a body's name begins that is abbreviated before a role: "Harbour Workers Union (HWU) chairman"."""
    if first < len("N(N)") or tokens.shape[first - 3] != "(" or tokens.shape[first - 1] != ")":
        return first
    short, initials = tokens.word(first - 2), ""
    for body in range(first - 4, max(-1, first - 4 - 2 * LONGEST_BODY), -1):
        initials = tokens.word(body)[0] + initials if tokens.word(body)[0].isupper() else initials
        if initials == short and len(short) > 1:
            return body
    return first


def _whole(tokens: Tokens, first: int) -> int:
    """Where a role begins of which the mention has only the end: "civil rights lawyer", "Walk for Rain head"."""
    first = _abbreviated(tokens, first)
    begins = _modified(tokens, _twofold(tokens, first))
    at = max(begins - 1, 0)
    if tokens.word(at) in ("for", "of") and begins > 1 and tokens.word(begins).lower() not in lexicon():
        named = tokens.word(begins - 2)[0].isupper() and not tokens.word(begins - 2).endswith("day")
        begins = begins - 2 if named else begins
    else:
        begins = _both(tokens, begins) if begins > 1 else begins
    return _once_held(tokens, begins)


def _twofold(tokens: Tokens, first: int) -> int:
    """Where a role of two offices begins that one person holds, with the body: "Harnby Steel Chairman and CEO"."""
    before = first - len("Ta")
    if before < 0 or tokens.word(first - 1) not in ("and", "&"):
        return first
    if not {tokens.word(first).lower(), tokens.word(before).lower()} <= HELD_TOGETHER:
        return first
    while before > 0 and tokens.shape[before - 1] in "NOL":
        before -= 1
    return before


def _modified(tokens: Tokens, first: int) -> int:
    """Where the words begin that stand right before a role and say which: "state senator", "civil rights lawyer"."""
    at = first
    while at > 0 and tokens.word(at - 1).lower() in (QUALIFYING if tokens.word(at).islower() else LOCAL):
        at -= 1
    if at < first and tokens.word(at).lower() in LOCAL:
        while at > 0 and tokens.shape[at - 1] in "LT":
            at -= 1  # "Estmark Democratic state Senator"
    if not tokens.word(first).islower():
        return at
    noun = first
    while noun > max(0, first - MODIFIERS) and tokens.shape[noun - 1] in PLAIN:
        noun -= 1
    opens = noun > 0 and (tokens.shape[noun - 1] in SPEAKING or tokens.word(noun - 1).lower() in OPENING)
    return min(at, noun) if opens else at


def _once_held(tokens: Tokens, first: int) -> int:
    """Where a role begins that somebody had, or has for now: "former Harnby Courier reporter", "then-acting head"."""
    at = first
    while at > max(0, first - LONGEST_BODY) and tokens.shape[at - 1] in "NOLG":
        at -= 1
    held = at > 0 and tokens.word(at - 1).lower().startswith(HELD)
    return at - 1 if held else first


def _both(tokens: Tokens, first: int) -> int:
    """Where a role begins that is named after two things: "Health and Human Services Secretary", not "Roe and Mayor".

    The word before "and" is a thing's if offices are named after it, or the article writes it without a capital.
    """
    if tokens.word(first - 1) not in ("and", "&"):
        return first
    word = tokens.word(first - 2)
    if RANK.fullmatch(tokens.word(first)) or tokens.shape[first - 2] == "P":
        return first  # "the Harbour Caucus and Sen. Roe", "he and Justice Minister Roe"
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
    found = AFTER_NAME.match(tokens.shape, mention.last + 1, mention.last + LONGEST_AFTER)
    if not found:
        return None
    letters = found.group(1)
    if letters[1:2] in ("d", "h") and tokens.word(found.start(1)).endswith("ing"):
        return None  # "Ana Roe, questioning the mayor's figures,"
    named = any(tokens.word(at).lower() in FELLOWS for at in range(found.start(1), found.end(1)))
    if not (named or "H" in letters or letters[-1] == "T" or OFFICE_OF.match(letters)):
        return None
    if re.match(r"[dh]?[TL]*TN", letters) or ("cN" in letters and letters.endswith("N") and "H" not in letters):
        return None  # the next name of a list
    if NEXT_NAME.search(letters):
        return None  # "Ana Roe, former harbour master Tom Poe, …"
    return _phrase(tokens, found.start(1), found.end(1) - 1)


def role_phrase(tokens: Tokens, nominal: Mention) -> str | None:
    """A noun phrase as a role: what a name in apposition to it is."""
    return _phrase(tokens, nominal.first, nominal.last)


def _phrase(tokens: Tokens, first: int, last: int) -> str | None:
    """Tokens as a role if their head is one person by role: no "town of many people", no "closest advisers"."""
    head = HEAD_END.search(tokens.shape, first, last + 1)
    end = head.start() if head else last + 1
    persons = [at for at in range(first, end) if tokens.shape[at] in "HT" or tokens.word(at).lower() in FELLOWS]
    if not persons or is_plural(tokens.word(persons[-1])):
        return None
    return clean(tokens.between(first, last), tokens.text)


def is_plural(word: str) -> bool:
    """Whether a word for persons means several: "advisers", "Republicans"; not "boss"."""
    lower = word.lower()
    if lower in SEVERAL:
        return True
    return lower.endswith("s") and lexicon().get(lower[:-1]) == "H"


def clean(phrase: str, text: str = "") -> str | None:
    """A role without article, dangling words and line breaks; None where nothing fit to print is left.

    text: what it was found in, which tells a body in capitals from a headline's word.
    """
    phrase = BESIDE.sub("", phrase.replace("\u00a0", " "))
    words = ELSEWHERE.sub("", phrase).split()
    if len(words) > 1 and words[0] in AS_GOOD_AS and words[1] in ARTICLES:
        del words[0]  # "effectively the office manager"
    while words and (words[0].strip(EDGES).lower() in DANGLING or _shouted(words[0], text)):
        del words[0]
    while words and words[-1].strip(EDGES).lower() in DANGLING:
        del words[-1]
    words[-1:] = [OWNER.sub("", word) for word in words[-1:]]  # "host of Lindow TV's", before a title in quotes
    if len(words) > 1 and words[0] in THEIRS:
        del words[0]
    small = next((at for at, word in enumerate(words) if not word.islower()), 0)
    if small and words[small][0].isupper() and all(_is_plain(word) for word in words[:small]):
        del words[:small]  # "an argument District Judge Roe rejected", "the money pit caught President Roe's eye"
    words = [SINGULAR.get(word.lower(), word) for word in words]
    role = " ".join(_without_rank(words)).strip(EDGES)
    if any(role.count(opening) != role.count(closing) for opening, closing in ("()", "[]", "“”")):
        return None
    if role in HEADS_OF and ELSEWHERE.search(phrase):
        return None
    if len(role) > LONGEST:
        role = role.rpartition(" at ")[0]  # "director of the Institute for Rain at the School of …"
    return role if 1 < len(role) <= LONGEST else None


def _is_plain(word: str) -> bool:
    """Whether a word before a title belongs to the sentence and not to the title, or says nothing beside it."""
    return (lexicon().get(word, "x") in PLAIN and word not in LOCAL) or word in BARE or word == "both"


def _without_rank(words: list[str]) -> list[str]:
    """A role without the rank behind the office: "union president Lt."; of "Orr's rival Sen." the rank is left."""
    others = {word.lower() for word in words} & RELATIONS or is_plural(" ".join(words[-2:-1]))
    if others and RANK.fullmatch(words[-1]):
        return words[-1:]  # "Republican candidates Sen."
    office = next((at for at, word in enumerate(words[:-1]) if word.lower() in BARE | HEADS_OF), None)
    if office is None:
        return words
    short = RANK.fullmatch(words[-1]) is not None or (words[-1] in SEATS and words[-2].lower() in BARE)
    # "Attorney General" is one office, "Chief of Staff General" two.
    written_out = words[-1] in RANKS and lexicon().get(words[-2].lower(), "x") not in OFFICES
    if not (short or written_out):
        return words
    end = len(words) - 1
    while end > office + 1 and words[end - 1] in SERVICES:
        end -= 1  # "Pentagon spokesman Navy Capt."
    return words[:end] if tells(" ".join(words[:end])) else words[-1:]


def _shouted(word: str, text: str) -> bool:
    """Whether a word is a headline's: in capitals, too long for an abbreviation, and met once."""
    longest = max(map(len, word.split("-")))
    return word.isupper() and longest > LONGEST_ABBREVIATION and text.count(word) <= 1
