"""Loudness: how much a title sells, asks, argues or judges rather than tells."""

import re

# Each mark a title carries counts one.
MARKS = (
    re.compile(r"\?"),
    re.compile(r"!"),
    re.compile(r"^\s*(?:how|why|what|who|when|where|is|are|can|should|will|do|does|here(?:'s|’s| is| are))\b", re.I),
    re.compile(
        r"^\s*(?:opinion|analysis|editorial|comment|column|op-ed|review|explainer|perspective|letters?)\b", re.I
    ),
    re.compile(r"\b(?:watch|live|video|photos|gallery|podcast|listen|exclusive|breaking|updates?|read)\b *[:|]", re.I),
    re.compile(r"^\s*(?:watch|live|exclusive|breaking)\b", re.I),
    re.compile(r"[“\"«]|(?<!\w)['‘](?=\w)"),
    re.compile(r"\b(?:you|your|you're|i|we|our|us|my|this is|these|dear|let's|let’s)\b", re.I),
    re.compile(r"\.\.\.|…"),
    re.compile(r"\b[A-Z]{4,}\b.*\b[A-Z]{4,}\b"),
    re.compile(r"\|"),
    re.compile(
        r"^\s*\d+\s+(?:\w+ ){0,2}"
        r"(?:things|ways|reasons|times|takeaways|questions|facts|charts|maps|tips|lessons|moments)\b",
        re.I,
    ),
    # A page that is written on all day, of which one item stands above all; a columnist's name before what is argued.
    re.compile(r"^\s*the latest\s*:|^\s*\w+: (?:no|yes|don['’]t|stop)\b", re.I),
    re.compile(r"\w\*|\*\w"),  # a swearword, starred out
    # Words that praise, blame or mock.
    re.compile(
        r"\b(?:shocking|stunning|incredible|insane|slam(?:s|med)?|blast(?:s|ed)?|destroy(?:s|ed)?|epic|outrage|fury|"
        r"meltdown|idiotic|absurd|crazy|ridiculous|preposterous|disgrace(?:ful)?|shame(?:ful)?|disturbing|dangerous|"
        r"hypocri(?:sy|tical|tes?)|folly|farce|hoax|foolish|stupid|reckless|cruel|evil|lies|lied|lying|liars?|trap|muck|"
        r"caves|caved|rips|ripped|mocks|mocked|literally|sensationalist|trashes|trashed|fake news|"
        r"brilliant|genius|wonderful|terrible|horrifying|best|worst|too|so-called|gaslighting)\b",
        re.I,
    ),
    # What ought to be: the voice of comment.
    re.compile(r"\b(?:should(?:n't|n’t)?|must|ought|needs? to|won['’]t|can['’]t|isn['’]t|aren['’]t|come on)\b", re.I),
    # What may be, or is denied: speculation and retort.
    re.compile(r"\b(?:could|might)\b|^\s*(?:it['’]s|no,|not)\s|\b(?:clearly|actually|really)\b", re.I),
    # Two sentences, or one with its full stop: a thesis.
    re.compile(r"\w{3}[.!?]['’”\"]? +\w|\w{4}\.\s*$"),
    re.compile(r"\bvs?\b\.?"),
    # A name for a matter in place of what happened: "The Trouble with Trams", "The Bridge Affair".
    re.compile(r"^\s*the (?:\S+ ){0,3}(?:of|over|behind|with|about)\b|^\s*the \S+(?: \S+)?$", re.I),
)


def loudness(title: str) -> int:
    """How many marks of selling, asking, arguing or judging a title carries."""
    return sum(bool(mark.search(title)) for mark in MARKS)
