"""Loudness: how much a title sells, asks, argues or judges rather than tells. English only."""

import re

# Each mark a title carries counts one. What others are quoted with is looked at apart from the title's own words.
WHOLE = (  # looked for in quotations too
    re.compile(r"!"),
    re.compile(r"\w\*|\*\w"),  # a swearword, starred out
    re.compile(r"^\s*[“\"«'‘`]"),  # a quotation in front
)
MARKS = (
    re.compile(r"\?"),
    # A question's or an explanation's first word; WHO is a body.
    re.compile(
        r"^\s*(?!(?-i:WHO)\b)(?:how|why|what|who|when|where|is|are|can|should|will|do|does|here(?:'s|’s| is| are))\b",
        re.I,
    ),
    re.compile(
        r"^\s*(?:opinion|analysis|editorial|comment|column|op-ed|review|explainer|perspective|letters?)\b", re.I
    ),
    re.compile(
        r"\b(?:watch|live|video|photos|gallery|podcast|listen|exclusive|breaking|updates?|read)\b *[:|]"
        r"|^\s*(?:watch|live|exclusive|breaking)\b",
        re.I,
    ),
    re.compile(r"\.\.\.|…"),
    re.compile(r"\b[A-Z]{4,}\b.*\b[A-Z]{4,}\b"),
    re.compile(r"\|"),
    # A list, a guide, a check, a feature.
    re.compile(
        r"^\s*(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+ ){0,4}"
        r"(?:things|ways|reasons|times|questions|facts|charts|maps|tips|lessons|moments|scenarios|findings|theses)\b"
        r"|\btakeaways\b|\b(?:explained|answered)\s*$"
        r"|\bwhat (?:to|we|you|you need to) (?:know|watch|expect)\b|\bneed to know\b"
        r"|^\s*(?:inside|fact.?check\w*)\b|: (?:how|why|what|inside)\b",
        re.I,
    ),
    re.compile(r"^[^,]{2,25}(?:, [^,]{2,25}){3,}$"),  # a page's key words
    # A page that is written on all day, of which one item stands above all; a columnist's name before what is argued.
    re.compile(r"^\s*the latest\s*:|^\s*\w+: (?:no|yes|don['’]t|stop),", re.I),
    # Words that praise, blame or mock.
    re.compile(
        r"\b(?:shocking|stunning|incredible|insane|slam(?:s|med)?|blast(?:s|ed)?|destroy(?:s|ed)?|epic|outraged?|fury|furious|"
        r"meltdown|idiotic|absurd|crazy|ridiculous|preposterous|disgrace(?:ful)?|shame(?:ful)?|disturbing|dangerous(?:ly)?|"
        r"hypocri(?:sy|tical|tes?)|folly|farce|hoax|foolish|stupid|reckless|cruel|evil|lies|lied|lying|liars?|trap|muck|"
        r"caves|caved|rips|ripped|mocks|mocked|literally|sensationalist|trashes|trashed|fake news|"
        r"debacle|disaster|nightmare|bizarre|falsely|wrongly|horrif(?:ic|ied|ying)|"
        r"brilliant|genius|wonderful|terrible|too|so-called|gaslighting)\b"
        r"|\b(?:best|worst)\b(?!.{1,40}\bsince\b)",
        re.I,
    ),
    re.compile(r"\bfinally\b|\bjust (?!after|as|before|over|under)", re.I),  # impatience; "just paved the way"
    # Two sentences, or one with its full stop: a thesis.
    re.compile(r"\w{3}[.!?]['’”\"]? +\w|\w{4}\.\s*$"),
    re.compile(r"\bvs\b\.?", re.I),
    # A name for a matter in place of what happened: "The Trouble with Trams", "The Bridge Affair".
    re.compile(r"^\s*the (?:\S+ ){0,3}(?:of|over|behind|with|about)\b|^\s*the \S+(?: \S+)?$", re.I),
)
# Marks of somebody's voice: the writer's, unless a name and a colon say whose. "US" is a country.
VOICE = (
    re.compile(r"\b(?:you|your|you're|i|we|our|(?!(?-i:US)\b)us|my|this is|these|dear|let's|let’s)\b", re.I),
    # What ought to be: the voice of comment.
    re.compile(r"\b(?:should(?:n't|n’t)?|must|ought|needs? to|can['’]t|isn['’]t|aren['’]t|come on)\b", re.I),
    # Retort.
    re.compile(r"^\s*(?:it['’]s|no,|not)\s|\b(?:clearly|actually|really)\b", re.I),
)
MAY_BE = re.compile(r"\b(?:could|might)\b", re.I)  # speculation, or care
OPENING = re.compile(r"[“\"«]|(?<!\w)['‘`](?=\w)")
SINGLE = "'‘`"
CLOSING = re.compile(r"[”\"»]")
CLOSING_SINGLE = re.compile(r"(?<=[\w.,!?])['’](?!\w)")
TITLE = 1_000  # code points of a title that are read
SPEAKER_WORDS = 3  # before a colon, at most: "Governor Orr: "
WORDS_SHORT = 2  # quoted: "calls it 'unfair'" tells; a sentence quoted sells
HALF = 0.5


def loudness(title: str) -> float:
    """How many marks of selling, asking, arguing or judging a title carries; what is said by others counts little."""
    title = title[:TITLE]
    own, quoted = _apart(title)
    voice = sum(bool(mark.search(own)) for mark in VOICE)
    own_marks = sum(bool(mark.search(own)) for mark in MARKS) + HALF * bool(MAY_BE.search(own))
    return (
        sum(bool(mark.search(title)) for mark in WHOLE)
        + own_marks
        + quoted
        + (min(voice, HALF) if _has_speaker(title) else voice)
    )


def _apart(title: str) -> tuple[str, float]:
    """A title without what stands between quotation marks, and what that counts: half a mark for a word or two."""
    own: list[str] = []
    quoted, at = 0.0, 0
    while opened := OPENING.search(title, at):
        closing = CLOSING_SINGLE if opened.group() in SINGLE else CLOSING
        closed = closing.search(title, opened.end())
        if closed is None:
            quoted = 1.0  # cut off
            break
        words = len(title[opened.end() : closed.start()].split())
        quoted = max(quoted, 1.0 if words > WORDS_SHORT else HALF)
        own.append(title[at : opened.start()])
        at = closed.end()
    return " ".join((*own, title[at:])), quoted


def _has_speaker(title: str) -> bool:
    """Whether a name and a colon say who says the rest."""
    words = title.partition(": ")[0].split()
    named = len(words) <= SPEAKER_WORDS and words[:1] != ["The"] and all(word[0].isupper() for word in words)
    return named and ": " in title
