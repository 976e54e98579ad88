"""Credit: who edited, reported, contributed; rights; where an author may be followed. It stands at the end."""

import re
from dataclasses import replace

from briefing.clean.draft import Draft
from briefing.clean.outlets import agency

STEP = "credit"

DOING = (
    r"(?:additional |further )?(?:reporting|editing|writing|compiled|compiling|translation|translated|written"
    r"|edited|reported|"
    r"produced|production|graphics?|graphic|research|photography|video|contributed)"
)
TAIL = re.compile(rf"[(\[]{DOING}(?: and \w+)? by[^()\[\]]{{2,300}}[)\]]\.?\s*$", re.I)
LINE = re.compile(
    rf"{DOING}(?:(?: and |, |/){DOING})?(?: in [A-Z][\w ]{{2,30}})? by (?-i:[^\W\d_a-z]|the ).{{2,300}}"
    r"|(?-i:Contributing|CONTRIBUTING|Contributors?): .{2,300}"
    r"|(?-i:Our Standards): .{0,80}|(?-i:This (?:report|article|story) contains material from) .{2,120}"
    r"|this (?:article|story|piece|post|column|essay) (?:was )?(?:originally|first) (?:appeared|published)\b.{2,120}",
    re.I | re.S,
)
CONTRIBUTED = re.compile(
    r"\A.{2,220}(?<!has )(?<!have )(?<!had )\bcontributed"
    r"(?: reporting(?: (?:to|for|from|on) [^.!?]{2,60})?|"
    r" to (?:this|the) (?:\w+ )?(?:report|story|article|post|piece|dispatch|analysis|column|file)"
    r"|)\.?(?: [^.!?]{2,60}\.)?"
)
RIGHTS = re.compile(
    r"(?:Copyright\b|©|\(c\) ?\d{4}|All rights reserved|COPYRIGHT \d{4}|This material may not be published|"
    r"NPR transcripts are created|Content created by .{2,60} is available without charge)",
)
FOLLOW = re.compile(
    r"(?:[^.!?\n]{2,260}[.!?]\s+)?(?:You can )?(?:Follow|follow|Reach|reach|Email|Contact|contact|Tweet|E-mail"
    r"|Write to) (?:him|her|them|me|us|this reporter|the reporters|the (?:author|writer|reporter)|"
    r"@\w+|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?) (?:on|at|via|@)\b.{2,160}",
)
CONTACTS = ("ollow", "each", "mail", "ontact", "weet", "rite to")
"""One of these stands in every line FOLLOW looks for."""

AGENCY_SLUG = re.compile(r"(?:[a-z]{2,5}/[a-z]{2,5}(?:/[a-z]{2,5})?|[a-z]{2,4}) \((?P<names>[\w ,/]{2,60})\)")
INITIALS_CREDIT = re.compile(
    r"[–—-]{1,2} ?(?:With |(?:Reuters|AP|AFP|dpa|TASS|Xinhua|Interfax)(?:[ ,/&]|and|contributed)*)"
)

LONGEST = 60
"""Words of a line that is a credit."""

FOOT = 8
"""Lines at the bottom where lines that might be prose elsewhere are read as credits."""


def without_credits(draft: Draft) -> Draft:
    """Drops lines of credits, cuts a credit in brackets off the end of its paragraph."""
    count = len(draft.paragraphs)
    dropped = [index for index, line in enumerate(draft.paragraphs) if is_credit(line, at_foot=index >= count - FOOT)]
    for index in range(count - 1, max(-1, count - 1 - FOOT), -1):
        line = draft.paragraphs[index]
        if not line.endswith(BRACKETS):
            continue
        found = TAIL.search(line, max(0, len(line) - TAIL_CHARACTERS))
        if found and index not in dropped:
            dropped_before = sum(gone < index for gone in dropped)
            draft = draft.without(STEP, dropped)
            return draft.cut(STEP, index - dropped_before, line[: found.start()])
    slugs = [AGENCY_SLUG.fullmatch(draft.paragraphs[index]) for index in dropped]
    origins = [agency(slug["names"].split(",")[0]) for slug in slugs if slug]
    return replace(draft.without(STEP, dropped), origin=draft.origin or next(iter(origins), None))


TAIL_CHARACTERS = 340
BRACKETS = (")", "]", ").", "].")
"""How lines end in which a credit may stand in brackets."""


def is_credit(line: str, *, at_foot: bool) -> bool:
    """Whether a line is nothing but a credit; `at_foot`: it stands at the bottom of the text."""
    if len(line) > LONGEST * 9 or line.count(" ") >= LONGEST:
        return False
    if RIGHTS.match(line) or LINE.fullmatch(line.strip("()[] ")) or AGENCY_SLUG.fullmatch(line):
        return True
    if not at_foot or '"' in line or "“" in line:
        return False
    if "contributed" in line:
        return CONTRIBUTED.fullmatch(line) is not None
    return any(word in line for word in CONTACTS) and FOLLOW.fullmatch(line) is not None
