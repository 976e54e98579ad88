"""Voice: sentences that do not report but comment, address the reader, ask, or are part of a page's furniture."""

import re
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase, digits

from briefing.summarise.captions import is_caption
from briefing.text.enclosures import enclosures
from briefing.text.guarded import REMEMBERED, guarded, listed
from briefing.text.word_lists import word_list

QUESTION_END = re.compile(r"\?[\"”’»)\]]*+$|^[\"“][^\"“”]*\?")  # also a quotation that asks
STOPS = ".!。！।"
CLOSED = re.compile(rf"[{STOPS}][\"”“’'»)\]]*+(?:\[[\w ]{1, 12}\])*+$")
CRY_END = re.compile(r"![\"”’»)\]]*+$")
TRAILING_OFF = re.compile(r"(?:(?<!\.)\.{2,}+|…)[\"”’»)\]]*+$")
FIRST_PERSON = guarded(
    r"\bI\b(?<!War I)(?<!Part I)(?<!Phase I)(?<!Title I)(?<!Class I)(?<!Type I)(?<!Elizabeth I)(?<!Charles I)"
    r"(?!\.|[-–‑][A-Z\d])"
    r"|\b(?:[Ww]e|[Mm]y|[Oo]urs?|[Mm]yself|[Oo]urselves|us|me|mine)\b",
    "I We we My my Our our Ours ours Myself myself Ourselves ourselves us me mine",
)
SECOND_PERSON = guarded(
    r"\b(?:[Yy]ou|[Yy]our|[Yy]ours|[Yy]ourself)\b", "You you Your your Yours yours Yourself yourself"
)
LETS = guarded(r"\b[Ll]et['’]s\b", "Let let")
ADDRESS = re.compile(r"https?://|www\.|pic\.twitter|@[\w-]{1,64}\.|(?<!\w)@\w{2,}|\.(?:com|org|net)/")
STAMP = re.compile(
    r"\[?\(?\d{1,2}(?:[:.]\d{2})?\s?(?:[AaPp]\.?[Mm]\.?|[A-Z]{2,4}|[hH])?[\])]?(?:\s[A-Z]{2,4})?\s*[-–—:|]"
    r"|\d{1,2}[:.]\d{2}\s?(?:[AaPp]\.?[Mm]\.?|GMT|BST|E[SD]?T|UTC|CET)?\s"
    r"|(?:Updated?|Published|Posted|Last updated|First published|Last modified|Modified)\b(?=[^.]{0,40}(?:\d|:))"
)
FURNITURE = listed("en", "furniture")
AUTHOR_NOTE = guarded(
    r"\bis (?:an? )?(?:\w+ )?(?:columnist|contributor|fellow|editor|writer|reporter|correspondent) "
    r"(?:at|for|to|with|and|of|in)\b",
    "columnist contributor fellow editor writer reporter correspondent",
)
PASTED = re.compile(
    r"\b([A-Z][a-z]{2,20}) (?:[^\n]{0,60} )?\1[A-Z][a-z]|\b([A-Z][a-z]{2,20}) [A-Z][a-z]{2,20}\2\b"
)  # "Ann Orr Ann OrrWhy Orr left", "Ann OrrAnn OrrWhy": a box of links run into the text
RUN_IN = re.compile(
    r"\) MORE\b| MORE [a-z]|[a-z]\)?: The [a-z]+ [a-z-]+\.$"  # a list of links, a row of a list
    r"|[a-z] Image (?!Comics|Awards)[A-Z][a-z]"  # "for Women Image Police": a headline and a picture's label
    r"|[a-z]:[A-Z][a-z]"  # "Racial stereotypes:Eskimo Pie": a label run into the text
)
RUN_IN_HEAD = re.compile(
    r"^(?:[A-Z]{4,} ){1,4}(?=[A-Z] ?[a-z])(?!I )"  # "MEMBERS ARTICLE The council": a heading run into it
    r"|^(?:[A-Z]{4,} )*[B-HJ-Z] [a-z]{2}"  # "T he council": an initial letter torn off
)
# Of each letter of ASCII: whether it is a small one; of all else a blank.
SHAPES = bytes(
    ord("a" if chr(code) in ascii_lowercase else "A" if chr(code) in ascii_uppercase else " ") for code in range(256)
)
MOSTLY = 0.5  # of a sentence's code points, outside quotation marks
SPEAKS_OF_ITSELF = re.compile(r"[\"“‘'](?:I|We|You|It|They|There|What|If|So|Well|Look)\b")
NAME_INSIDE = re.compile(r"(?<=[a-z0-9,] )(?!I\b)[A-Z]|\d")  # a capital inside a sentence, or a figure
CURRENCIES = "$£€#"  # with them, and with no other mark, a sentence may start
SPEAKING_WORD = re.compile(r"[^\W\d_]{2,}")
LEAST_OUTSIDE = 3  # words outside the quotation marks that make a quotation a report of somebody's words
CAPITAL_SHARE = 0.45  # of a sentence's letters; above it, it is a heading or is shouted
FIGURE_SHARE = 0.25  # of a sentence's code points; above it, it is a row of a table
LABEL = re.compile(r"((?:[\w.'’&/-]{1,25} ){0,3}[\w.'’&/-]{1,25}): (?=[\w\"“‘])")
ORDER = re.compile(r"(?:Never |Do not |Don['’]t |Please |Just )?([A-Z]?[a-z]+)\b(?![.'’-])")
VERB_ENDING = re.compile(r"\wed$|\w[^s\W]s$")  # "voted", "votes"; nouns too, so only a text without any lacks a verb
VERB_ENDINGS = ("ed", "s")
LOWER_WORD = re.compile(r"[a-z](?<![\w.'’-].)[a-z'’]*")
VERBS = word_list("en", "finite verbs")
ORDERS = word_list("en", "imperatives")
OBJECT_WORDS = word_list("en", "after an order")
SHOWMANS = ("enter", "meet", "imagine", "consider")  # orders that bring on somebody by name: "Enter Olga Brandt"
ASIDE = re.compile(r"\([^()]*\)$|\[[^\[\]]*\]$")
FIGURE = re.compile(r"\d")
CAPITALS, FIGURES = ascii_uppercase.encode(), digits.encode()
LEAST_CAPITALS = 0.1  # of its code points; with fewer it is no heading, unless it is nearly all figures and marks
CLAUSE_MARK = re.compile(r"[;:|•›»_<>{}\\=]")  # a sentence with several of these is a list or a menu
MOST_CLAUSE_MARKS = 3


@lru_cache(maxsize=REMEMBERED)
def outside_quotations(sentence: str) -> str:
    """The sentence without what stands between quotation marks."""
    kept, at = [], 0
    for start, end in enclosures(sentence):
        if sentence[start] not in "([":
            kept.append(sentence[at:start])
            at = end
    return " ".join((*kept, sentence[at:]))


def asks(sentence: str) -> bool:
    """Whether it is a question, or a quotation that asks."""
    return "?" in sentence and QUESTION_END.search(sentence) is not None


def is_furniture(sentence: str, outside: str) -> bool:
    """Whether it belongs to the page, not the report: captions, credits, stamps, appeals, addresses."""
    return (
        STAMP.match(sentence) is not None
        or RUN_IN_HEAD.match(sentence) is not None
        or AUTHOR_NOTE.search(sentence) is not None
        or FURNITURE.search(sentence) is not None
        or (_may_hold_an_address(sentence) and ADDRESS.search(sentence) is not None)
        or (_may_be_run_in(sentence) and RUN_IN.search(sentence) is not None)
        or (_has_inner_capital(sentence) and PASTED.search(sentence) is not None)
        or is_caption(sentence, outside)
    )


def _may_hold_an_address(text: str) -> bool:
    return "/" in text or "@" in text or "www." in text or "pic.twitter" in text


def _may_be_run_in(text: str) -> bool:
    return ":" in text or " MORE" in text or " Image " in text


def _has_inner_capital(text: str) -> bool:
    return b"aA" in text.encode("ascii", "replace").translate(SHAPES)


def is_cut_off(sentence: str) -> bool:
    """Whether it has no closing stop, trails off, or starts inside a sentence."""
    first = sentence.lstrip("\"“‘'«„([")[:1]
    if not (first.isalnum() or first in CURRENCIES):
        return True
    if first.islower() or not (sentence[-1] in STOPS or CLOSED.search(sentence)):
        return True
    return ("…" in sentence or ".." in sentence) and TRAILING_OFF.search(sentence) is not None


def is_table_or_heading(sentence: str) -> bool:
    """Whether it is shouted, mostly figures, or strung together by marks."""
    plain = sentence.encode("ascii", "ignore")
    others = len(sentence) - len(plain)  # any of them may be a capital or a figure
    if others + _among(plain, CAPITALS) > LEAST_CAPITALS * len(sentence):
        capitals = sum(map(str.isupper, sentence))
        letters = sum(map(str.isalpha, sentence)) or 1
        if capitals > max(LEAST_CAPITALS * len(sentence), CAPITAL_SHARE * letters):
            return True
    most = FIGURE_SHARE * len(sentence)
    if others + _among(plain, FIGURES) > most and len(FIGURE.findall(sentence)) > most:
        return True
    return len(CLAUSE_MARK.findall(sentence)) >= MOST_CLAUSE_MARKS


def _among(text: bytes, listed: bytes) -> int:
    """How many of a text's characters are among those listed."""
    return len(text) - len(text.translate(None, listed))


def is_bare_quotation(outside: str, sentence: str) -> bool:
    """Whether it is somebody's words and too little beside them to tell whose."""
    if len(outside) == len(sentence):
        return False
    words = SPEAKING_WORD.findall(outside)
    return len(words) < LEAST_OUTSIDE and not (len(words) > 1 and any(word[0].isupper() for word in words))


def comments(outside: str) -> bool:
    """Whether the writer speaks for himself or to the reader; `outside` is what stands outside quotation marks."""
    return (
        FIRST_PERSON.search(outside) is not None
        or SECOND_PERSON.search(outside) is not None
        or LETS.search(outside) is not None
        or CRY_END.search(outside) is not None
    )


def names_nothing_quoted(sentence: str, outside: str) -> bool:
    """Whether most of it is somebody's words that begin "I", "You", "It" and name nothing: nobody can tell of what."""
    if len(outside) >= MOSTLY * len(sentence):
        return False
    inside = " ".join(sentence[start:end] for start, end in enclosures(sentence) if sentence[start] not in "([")
    return SPEAKS_OF_ITSELF.match(inside) is not None and NAME_INSIDE.search(inside) is None


def is_verbless(outside: str) -> bool:
    """Whether it has no word that could be a verb: a caption, a heading, a list of names."""
    return not any(
        word in VERBS or (word.endswith(VERB_ENDINGS) and VERB_ENDING.search(word))
        for word in (found.group() for found in LOWER_WORD.finditer(outside))
    )


def is_labelled(sentence: str) -> bool:
    """Whether it begins with a label and a colon: "Analysis: The port shuts"."""
    found = LABEL.match(sentence) if ": " in sentence else None
    return found is not None and not any(word in VERBS for word in found.group(1).split())


def is_aside(sentence: str) -> bool:
    """Whether all of it stands in brackets."""
    return ASIDE.match(sentence) is not None


def is_imperative(outside: str) -> bool:
    """Whether it opens with an order: "Wear a mask"."""
    found = ORDER.match(outside)
    word = found.group(1).lower() if found else ""
    if found is None or word not in ORDERS:
        return False
    if found.start(1):
        return True
    follower = outside[found.end() :].split(maxsplit=1)
    return bool(follower) and (follower[0].lower() in OBJECT_WORDS or (word in SHOWMANS and follower[0][0].isupper()))
