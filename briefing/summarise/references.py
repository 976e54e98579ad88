"""References: words inside a sentence that point back to what was said before it, so that it cannot stand alone.

Surface rules in place of coreference, which no model does offline: a definite noun phrase that nothing in the sentence
tells apart ("The company said"), a demonstrative, an additive word ("also"), a pronoun before any name. English only.
"""

import re

from briefing.summarise.anchors import Known, has_name
from briefing.summarise.openings import PERSON_NOUN
from briefing.text.guarded import guarded
from briefing.text.word_lists import phrase_pattern, word_list

ENGLISH = ("en", "und")  # ISO 639; an unknown language is taken for English, as elsewhere
UNIQUE = word_list("en", "unique things")
VERBS = word_list("en", "finite verbs")
COMPLEMENTS = word_list("en", "complements")
SUBJECT = re.compile(r"The ((?:[\w’'.$%-]+,? ?){1,6})")
APPOSITION = 30  # code points within which it names something
LONGEST_SUBJECT = 4  # words after "The" among which its verb or its complement is looked for
LEAD_IN = re.compile(
    r"(?:According to|In|Under|Of|At|During|After|Before|With|By|On|From|For|Despite|Through|As part of) the "
    r"((?:[a-z’'-]+ ){0,3}[a-z’'-]+),"
)
DEMONSTRATIVE = guarded(
    r"\b(?:this|these|those)\b(?!(?<=\bthose) \w{2,20}(?:ing|ed)\b)"
    r"(?! (?:past |coming |last |very )?(?:week|weekend|month|year|spring|summer|autumn|fall|"
    r"winter|season|decade|century|morning|afternoon|evening|who|in|with|without|living|working|affected|killed|aged|under|over|on|"
    r"at|from|of)\b)"
    r"|\bsuch (?:an? )?(?!as\b)[a-z]+|\bthe same\b|\bdoing so\b"
    r"|\b(?:do|does|did|done|said|say|says|think|thinks) so\b",
    "this these those such same so",
)
# "that" stands in every third sentence, mostly as a conjunction: it is looked for first, and what is before it after.
CONJUNCTION_THAT = "|".join(rf"(?<=\b{word} that)" for word in ("but", "and", "though")) + "|(?<=, that)"
PREPOSITIONS = (
    "by", "with", "for", "of", "on", "at", "from", "under", "against", "during", "through", "over", "before", "after",
    "to", "into", "meet", "met", "whether",
)  # fmt: skip
PREPOSITION_THAT = "|".join(rf"(?<=\b{word} that)" for word in PREPOSITIONS)
THAT = guarded(
    r"that(?<!\wthat)(?:(?: is|['’]s)? (?:why|how|what)\b|(?:(?<=^that)|(?<=[,;:—–-] that)|(?<=\band that)"
    r"|(?<=\bbut that)|(?<=\bthough that))['’]s\b"
    rf"|(?:{CONJUNCTION_THAT}) (?:is|was|is not|was not|isn['’]t|wasn['’]t|did|does|has|had)\b"
    rf"|(?:{PREPOSITION_THAT}) "
    r"(?!(?:of|in|the|an?|he|she|it|they|we|is|was|which|who|would|will|could|has|had|have|for|to|are|were|many|much)\b)"
    r"[a-z]+)",
    "that",
)
ADDITIVE_HEAD = re.compile(
    r"^[A-Z][a-z]+ly, |^There (?:is|are|was|were) "
    r"|^[^,]{1,40}\b(?:ensuing|following) (?:hours?|days?|weeks?|months?|years?)\b"
    r"|^(?:\S+ ){1,5}(?:also|then|too)\b|^There (?:has|have) also been\b"
)
ADDITIVE = guarded(
    r"\b(?:ha[sd]|have) (?:also )?since\b|, (?:too|though|as well|either|instead|however)[.,]"
    r"|, (?:on the other hand|by contrast|in contrast|at the same time|in other words|after all|of course|then),"
    r"|\b(?:though|instead|as well|anyway|afterwards?)\.$|\btherefore\b",
    "since too though well either instead however hand contrast time words all course then anyway afterward afterwards "
    "therefore",
)
PARTITIVE = guarded(
    r"\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Aa]ll|[Nn]one|[Bb]oth|[Ee]ach|[Aa]ny|"
    r"[Hh]alf|[Pp]art) of (?:the [a-z]+s?|them|those|"
    r"these|it)(?=[.,;]|$| (?:is|are|was|were|has|have|had)\b)",
    "one two three four some many most several all none both each any half part "
    "One Two Three Four Some Many Most Several All None Both Each Any Half Part",
)
QUANTIFIER = re.compile(
    r"^(?:Many|Some|Several|Few|Most|All|None|One|Two|Three|Another|Others|Each|Half) "
    r"(?:\w+ly )?(?:(?!need|hundred|speed|seed|breed)[a-z]{2,}ed|"
    r"is|are|was|were|has|have|had|did|do|said|say|says|can|could|will|would|may|might|even|also)\b"
)
PRONOUN = guarded(r"\b(?:he|she|his|her|him|they|them)\b", "he she his her him they them")
OBJECT = re.compile(
    rf"\bthe (?:[a-z]+ )?(?:{phrase_pattern('en', 'pointing')})"
    r"(?=[.,;:]|$| (?:to|and|but|or|as|when|while|after|before|because|was|were|is|are|has|had|have|will|would|"
    r"into|last|on)\b)"
)
LONGEST_OBJECT = 16  # words; a longer sentence mostly tells which one it means
CAPITALISED = re.compile(r"[A-Z]")


def points_back(outside: str) -> bool:
    """Whether a sentence's own words, `outside` any quotation in it, need what was said before it."""
    return (
        ADDITIVE_HEAD.match(outside) is not None
        or QUANTIFIER.search(outside) is not None
        or DEMONSTRATIVE.search(outside) is not None
        or THAT.search(outside) is not None
        or ADDITIVE.search(outside) is not None
        or PARTITIVE.search(outside) is not None
        or (len(outside.split()) <= LONGEST_OBJECT and OBJECT.search(outside) is not None)
        or _bare_subject(outside)
        or _bare_lead_in(outside)
    )


def _bare_subject(sentence: str) -> bool:
    """Whether it opens with "The" and a noun that nothing tells apart: "The company said"."""
    found = SUBJECT.match(sentence)
    if found is None:
        return False
    words = found.group(1).split()[:LONGEST_SUBJECT]
    for at, word in enumerate(words):
        bare = word.rstrip(",")
        if CAPITALISED.match(bare) or any(map(str.isdigit, bare)):
            return False
        if at and bare in COMPLEMENTS:
            return False
        if bare in UNIQUE:
            return False
        if word.endswith(","):  # an apposition may tell: "The vessel, the Lady Orsola, sank"
            end = found.start(1) + len(" ".join(words[: at + 1]))
            return CAPITALISED.search(sentence, end, end + APPOSITION) is None
        if at and (bare in VERBS or bare.endswith("ed")):
            return True
    return len(words) == LONGEST_SUBJECT


def _bare_lead_in(sentence: str) -> bool:
    """Whether it opens with a phrase such as "Under the plan,"."""
    found = LEAD_IN.match(sentence)
    if found is None:
        return False
    words = found.group(1).split()
    return not any(word in COMPLEMENTS or word in UNIQUE for word in words)


def has_late_pronoun(sentence: str, told: Known) -> bool:
    """Whether "he" or "she" stands before anyone it could mean: "Whether or not she is chosen", '"I know him," ...'."""
    found = PRONOUN.search(sentence)
    if found is None:
        return False
    before = sentence[: found.start()]
    return not has_name(before, told) and PERSON_NOUN.search(before) is None
