"""Denied: words that somebody did not say, or denies. Printed under that name they would tell the opposite."""

import re

from briefing.quote.tokens import Tokens

DENYING = frozenset(("deny", "denies", "denied", "denying"))
NOT = frozenset(("not", "never"))
BETWEEN = frozenset(("ever", "even", "have", "has", "had", "been", "be"))  # may stand between a "not" and its verb
ADVERB = "y"  # its class
AUXILIARIES = frozenset(("did", "does", "do", "has", "have", "had", "would", "could", "will", "can"))
FARTHEST = 4  # tokens from a verb back to its "not"
LONGEST = 200  # code points before a quotation that are read
SAY = (
    r"(?:sa(?:y|id|ys|ying)|t(?:ell|old|elling)|writ(?:e|ten|ing)|wrote|claim(?:ed|s)?|call(?:ed|ing)?|state[ds]?"
    r"|tweet(?:ed)?|post(?:ed)?|utter(?:ed)?|use[ds]? the (?:words?|phrase|term|expression))"
)
UP_TO_IT = r"[^.,;:\n“”\"]{0,40}[“\"‘']?$"  # from the verb to the quoted words
LEAD = re.compile(rf"{SAY}\b{UP_TO_IT}")
LONGEST_LEAD = 80  # code points of it, and some
WHO = r"(?:he|she|they|(?:the )?[A-Z]\w{0,20}(?: [A-Z]\w{0,20}){0,2})"
BIDDEN = r"(?:refus|declin|fail|urg|ask|forg[eo]t|want|order|forc|need|wait)\w{0,5} (?:[^\W\d_]\w{0,20} ){0,3}to"
# What leads up to quoted words: "never said", "did not use the words", "denied that he had ever called her"; or to what
# somebody ought to say, is asked to or may have said: "should have said", "refused to say", "whether Roe had called".
UNSAID = re.compile(
    r"(?:\b(?:[Nn]ever|not)|n['’]t) (?!only|just|merely)(?:(?:ever|even|have|has|had|been|\w{1,20}ly) ){0,2}"
    rf"{SAY}\b{UP_TO_IT}"
    rf"|\b[Dd]en(?:ied|ies|y|ying) (?:that )?(?:(?:he|she|they|it|having|ever|had|has|have) ){{0,4}}{SAY}\b{UP_TO_IT}"
    rf"|\b(?:should|must|ought to|might|could|would have) (?:have )?{SAY}\b{UP_TO_IT}"
    rf"|\b{BIDDEN} (?:publicly )?{SAY}\b{UP_TO_IT}"
    rf"|\b(?:[Ii]f|[Ww]hether) {WHO} (?:(?:ever|really|actually|had|has|have) ){{0,2}}{SAY}\b{UP_TO_IT}"
)


def is_unsaid(text: str, start: int) -> bool:
    """Whether what leads up to the quotation at `start`, a code point, says that it was not said."""
    if LEAD.search(text, max(0, start - LONGEST_LEAD), start) is None:
        return False  # no such verb at all: most are told by a look
    return UNSAID.search(text, max(0, start - LONGEST), start) is not None


def cue_of(tokens: Tokens, cue: int) -> str:
    """The word that brings a statement, with the "not" before it: "never claimed", "did not say"."""
    for token in range(cue - 1, max(-1, cue - FARTHEST), -1):
        word = tokens.word(token).lower()
        if _negates(word):
            return tokens.between(token - (token > 0 and tokens.word(token - 1).lower() in AUXILIARIES), cue)
        if word not in BETWEEN and tokens.shape[token] != ADVERB:
            break
    return tokens.word(cue)


def is_denied(cue: str | None) -> bool:
    """Whether a statement's cue says that it was not said, or not so."""
    words = (cue or "").lower().split()
    return bool(words) and (words[-1] in DENYING or any(map(_negates, words[:-1])))


def _negates(word: str) -> bool:
    return word in NOT or word.endswith(("n't", "n’t"))
