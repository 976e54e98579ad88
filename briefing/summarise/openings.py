"""Openings that dangle: sentences that lean on one before them, so cannot stand alone.

The English words stand in patterns here, by the reason they lean; of other languages only first words are known.
"""

import re

from briefing.text.guarded import guarded
from briefing.text.word_lists import LISTED, phrase_pattern, phrases, word_list

PRONOUN = re.compile(r"(?:He|She|They|It|Him|Them|His|Her|Hers|Its|Their|Theirs|One of (?:them|these|those))\b")
EXPLETIVE = re.compile(
    r"It (?:is|was|remains|remained|is still|was still|is also|was not|is not|wasn['’]t|isn['’]t)(?: \w+ly)? "
    r"(?:unclear|unknown|clear|known|possible|likely|unlikely|understood|believed|thought|expected|feared)\b"
)
DEMONSTRATIVE = re.compile(r"(?:This|That|These|Those|Such|Here)(?:['’]s)?\b")
DATED = re.compile(
    r"This (?:week|month|year|morning|afternoon|evening|spring|summer|autumn|fall|winter|season|weekend)\b"
)
PEOPLE = re.compile(r"Those (?:who|in|with|without|living|working|affected|killed|aged|under|over|on|at|from)\b")
CONNECTIVE = re.compile(
    rf"(?:{phrase_pattern('en', 'leaning phrases')})(?!\w)|(?:Later|Earlier|Shortly after),", re.IGNORECASE
)
# The words that such an opening begins with: asked first, as most sentences begin with none of them.
FIRST_WORD = re.compile(r"[^\W\d_]+")
CONNECTING = {phrase.split()[0] for phrase in phrases("en", "leaning phrases")} | {"later", "earlier", "shortly"}
LATE_CONNECTIVE = guarded(
    r"^(?:\w+ ){0,2}(?:[Mm]oment|[Mm]inute|[Hh]our|[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)s? later\b"
    r"|^[^,]{1,50}, (?:however|therefore|for example|for instance|in turn|instead|moreover|nonetheless|nevertheless),",
    "later however therefore example instance turn instead moreover nonetheless nevertheless",
)
PAIRING = re.compile(r"(?:Both|Either|Neither)\b")
BOTH_NAMED = re.compile(
    r"(?:Both|Either|Neither) (?:the |a |an )?[A-Z][^.,]{2,60}? (?:and|or|nor) |Both the [^.,]{2,60}? and "
    r"|Both [a-z]{3,20} of (?:the )?[A-Z]"
)
NOT_LEANING = re.compile(
    r"(?:First|Second|Third) (?:Lady|Minister|Amendment|Gentleman|World|Avenue|Street|Nation|Circuit)\b"
    r"|(?:Now|Still|No|Next|First|Second|Third)[- ](?=[A-Z0-9])"
    r"|No (?:one|arrests?|injuries|deaths?|casualties|details|group|other|further|charges|suspects?|date|evidence)\b"
    r"|In response to (?!the |this |that |these |those |his |her |its |their |an? |questions?\b)"
    r"|Next (?:week|month|year|spring|summer|autumn|fall|winter)\b|Another \d|Another \w+ (?:people|person|were)\b"
)  # words of the list in another sense
POINTING = "|".join(sorted(word_list("en", "leaning nouns")))
LEANING_NOUN = re.compile(
    rf"The (?:\w+ )?(?:{POINTING})\b"
    r"(?! (?:of|that|who|which|in|to|by|for|between|from|at|on|whether|behind|over|against|into|about|surrounding) )"
)  # not where the noun's own complement tells which one is meant: "The decision of the court"
TIME_OR_PLACE = re.compile(
    r"(?:On|In|At|After|Before|During|Last|Earlier|Later|Speaking|Asked|When|While|As|If|By|Since|With|Despite|Although|"
    r"Though|Once|Until|Under|For|From|To|Following|Today|Yesterday|Tomorrow|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday|Then|Two|Three|Four|Five|Six|Shortly|Writing|Citing|Responding|According|Even|Because|Instead|Among|"
    r"Over|Throughout|Where|What|Why|How|There|Some|Many|Most|Like|Unlike|Without|Within|Through|Born|Having|Being)\b"
)
SUBJECT_PRONOUN = re.compile(r"\b(?:he|she|they|his|her|their|him|them)\b")
TIME_NAME = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Twitter|Facebook|Instagram|I|"
    r"Republicans?|Democrats?|Democratic|Republican|English|Christmas|Easter)\b"
)
CAPITALISED = re.compile(r"[A-Z][\w.'’-]*")
PERSON_NOUN = re.compile(
    r"\b(?:man|woman|men|women|boy|girl|people|person|officers?|officials?|police|doctors?|workers?|students?|voters?|"
    r"residents?|protesters?|soldiers?|troops|patients?|parents?|president|minister|governor|senator|mayor|judge|lawyers?|"
    r"lawmakers?|leaders?|candidates?|companies|states|countries|families|children|experts|critics|researchers|scientists|"
    r"authorities|prosecutors|investigators|[a-z]{3,}ers|[a-z]{3,}ists?|[a-z]{3,}ians?)\b"
)
HEAD = 120  # code points within which an opening's pronoun is looked for
SAID = r"(?:said|says|added|adds|told|wrote|tweeted|explained|continued|noted|argued|claimed|stated|recalled|warned)"
PRONOUN_SPEAKER = guarded(
    r"(?:,[\"”’']?|[\"”]) (?:he|she|they|it|one|the (?:former|latter|statement|pair|two)) "
    rf"(?:also |then |later |had |has )?{SAID}\b|[,\"”] {SAID} (?:he|she|they)(?=[.,;:]|$)",
    "he she they it one former latter statement pair two",
)
UNNAMED_SPEAKER = re.compile(
    rf"[\"”] (?:the (?:[a-z-]+ ){{1,3}}|some |others |many |one |another )(?:{SAID}|chanted|shouted|asked)\b"
)


def dangles(sentence: str, language: str = "en") -> bool:
    """Whether a sentence needs the one before it to be understood."""
    bare = sentence.lstrip("\"“‘'«„(")
    if language != "en" and language in LISTED:
        first = FIRST_WORD.match(bare)
        return first is not None and first.group().lower() in word_list(language, "leaning")
    if PRONOUN.match(bare):
        return EXPLETIVE.match(bare) is None
    if DEMONSTRATIVE.match(bare):
        return DATED.match(bare) is None and PEOPLE.match(bare) is None
    if PAIRING.match(bare):
        return BOTH_NAMED.match(bare) is None
    if _connects(bare):
        return NOT_LEANING.match(bare) is None
    return LEANING_NOUN.match(bare) is not None or _late_pronoun(bare)


def _connects(sentence: str) -> bool:
    """Whether it opens with words that tie it to the sentence before."""
    first = FIRST_WORD.match(sentence)
    if first and first.group().lower() in CONNECTING and CONNECTIVE.match(sentence):
        return True
    return LATE_CONNECTIVE.search(sentence) is not None


def _late_pronoun(sentence: str) -> bool:
    """Whether a time or a subordinate clause leads to a pronoun before anyone was named: "On Monday he said"."""
    if TIME_OR_PLACE.match(sentence) is None:
        return False
    pronoun = SUBJECT_PRONOUN.search(sentence, 0, HEAD)
    if pronoun is None:
        return False
    before = sentence[: pronoun.start()]
    if any(mark in before for mark in '"“'):
        return False
    names = [word for word in CAPITALISED.findall(before)[1:] if TIME_NAME.match(word) is None]
    return not names and PERSON_NOUN.search(before) is None


def speaker_is_a_pronoun(sentence: str) -> bool:
    """Whether who speaks in a sentence is only "he", "she", "they": '"It is over," he said.'"""
    return PRONOUN_SPEAKER.search(sentence) is not None or UNNAMED_SPEAKER.search(sentence) is not None
