"""Caption: what stood under a picture, and who took it."""

import re

from briefing.clean.dates import find_date
from briefing.clean.draft import Draft

STEP = "caption"

AGENCIES = r"(?:Reuters|REUTERS|AP|AFP|Getty(?: Images)?|EPA|TASS|Xinhua|Bloomberg|Sputnik|Shutterstock|iStock|Alamy|PA|dpa|ZUMA|Rex|NurPhoto|Anadolu|POOL|Pool)"

OPENING = re.compile(
    r"(?:FILE PHOTO|FILE PICTURE|FILE IMAGE|FILE ?[-–—:]|PHOTO|Photo(?:s|graph|graphy)?(?: (?:by|credit|courtesy|illustration|via)\b|:)|"
    r"Photo-?Illustration|Image(?:s)?(?: (?:by|credit|courtesy|copyright|source|caption|via)\b|:)|Picture(?:s)?(?: by\b|:)|"
    r"Media caption|Caption:|Credit:|Enlarge this image|Hide caption|toggle caption|Illustration by|"
    r"(?:\(|\[)(?:Photo|Image|Getty|AP Photo|AFP|Reuters)\b|Getty Images|AP Photo|©|Courtesy of\b)",
)
CREDIT_END = re.compile(
    rf"(?:(?:REUTERS|AP Photo|AFP|EPA|TASS|Xinhua|Getty Images|Pool)\s?/\s?[A-Z][\w.'’ /-]{{2,50}}\.?"  # REUTERS/Ada Quill
    rf"|[(\[]?(?:Photo|Image|Picture|Photograph)(?:s|graph)?(?: credit)?(?: by|:| courtesy(?: of)?) [^.()]{{2,80}}[)\]]?\.?"
    rf"|\(?[A-Z][\w.'’ -]{{2,40}}\s?/\s?{AGENCIES}(?: (?:Images|Photo|News|via [A-Z][\w ]{{2,30}}))?\)?\.?"  # (Ada Quill/Reuters)
    rf"|[/|] ?{AGENCIES}\.?|\((?:Getty Images|AP Photo|AFP Photo|Getty|File photo|File|Handout)\)|via Getty Images\)?\.?"
    rf"|(?:\(|— ?)?Getty Images\)?\.?)$",
)
HANDLED = re.compile(r"(?:hide|toggle) caption|Image (?:copyright|caption)|Getty Images\b.{0,30}\bImage caption", re.I)
LONGEST = 70
"""Words; the longest captions of agencies have two sentences and a credit."""

LONGEST_UNDATED = 20
"""Words of a line at the top that ends in a date and has no verb: who, where, when."""

HEAD = 5

PICTURED = re.compile(
    r"\b(?:speaks|attends|arrives|looks on|poses?|gestures?|walks?|stands?|waves?|listens|shakes hands|is seen|are seen|pictured|seen here|in this (?:file )?photo|"
    r"in this (?:file |undated |handout )?(?:image|picture|photo)|in an? (?:undated|file|handout|recent) (?:photo|image|picture))\b"
)
VERB = re.compile(
    r"\b(?:said|says|told|is|are|was|were|has|have|had|will|would|could|may|might|announced|warned|killed|died|"
    r"called|urged|began|added|voted|signed|condemned|accused)\b"
)


def without_captions(draft: Draft) -> Draft:
    """Drops captions and photo credits; at the top of the text also a caption without a credit, by its form."""
    dropped = [
        index
        for index, line in enumerate(draft.paragraphs)
        if is_caption(line) or (index < HEAD and is_dated_caption(line) and index + 1 < len(draft.paragraphs))
    ]
    return draft.without(STEP, dropped) if len(dropped) < len(draft.paragraphs) else draft


def is_caption(line: str) -> bool:
    """Whether a line is a caption by how it begins or by the credit it ends with."""
    if len(line) > LONGEST * 9 or line.count(" ") >= LONGEST:
        return False
    if OPENING.match(line):
        return True
    if HANDLED.search(line):
        return True
    return bool(CREDIT_END.search(line[-CREDIT_CHARACTERS:]))


CREDIT_CHARACTERS = 100
"""How much of a line's end a photographer's credit takes."""


def is_dated_caption(line: str) -> bool:
    """Whether a line says who is pictured where and when: it ends in a date with its year, and tells nothing."""
    if line.count(" ") >= LONGEST_UNDATED:
        return False
    found = find_date(line)
    if not found or found[1] is None or found[0].start() == 0:
        return False
    at_end = not line[found[0].end() :].strip(" .)")
    return (
        at_end
        and not VERB.search(line)
        and line[: found[0].start()].count(" ") > 2
        or bool(at_end and PICTURED.search(line))
    )
