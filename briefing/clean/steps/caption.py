"""Caption: what stood under a picture, and who took it."""

import re

from briefing.clean.dates import MONTH, find_date
from briefing.clean.draft import Draft

STEP = "caption"

AGENCIES = (
    r"(?:Reuters|REUTERS|AP|AFP|Getty(?: Images)?|EPA|TASS|Xinhua|Bloomberg|Sputnik|Shutterstock|iStock|Alamy|PA|dpa|"
    r"ZUMA|Rex|NurPhoto|Anadolu|POOL|Pool)"
)
PHOTO = r"(?:Photo|Image|Picture|Photograph)"
NAME = r"[A-Z][\w.'’-]{1,20}(?: [A-Z]\.?)? (?:al-|el-)?[A-Z][\w'’-]{1,20}"

OPENING = re.compile(
    r"FILE (?:PHOTO|PICTURE|IMAGE)\b|FILE ?[-–—:]|PHOTO\b|Photo-?[Ii]llustration|Illustration by\b|©|Courtesy of\b|"
    r"Photo(?:s|graph|graphy)?(?: (?:by|credit|courtesy|illustration|via)\b|:)|"
    r"(?:Image|Picture)s?(?: (?:by|credit|courtesy|copyright|source|caption|via)\b|:)|[(\[](?:Photo|Image|Picture)s?\b|"
    r"Media caption|Caption:|Credit:|Cover image:|Featured image:|Enlarge this image|"
    r"Click to expand Image\b|View photos? [A-Z]|(?:Hide|toggle) caption|Getty Images|AP Photo|"
    r"(?:In )?[Tt]his (?:undated |combination |handout |[A-Z][a-z]+\.? \d{1,2}, \d{4},? )?(?:file |still )?"
    r"(?:image|photo|picture|combination of)\b",
)
"""How captions and credits begin."""

FILE_PHOTO = re.compile(r"FILE ?(?:[-–—]|PHOTO:) ?(?:In )?[Tt]his .{0,60}\b(?:photo|image|picture|video)\b|FILE PHOTO:")
"""An agency's caption of an old picture, which may go on for a whole story."""

CREDIT_END = re.compile(
    r"(?:"
    r"\(?(?:REUTERS|AP Photo|AFP|EPA|TASS|Xinhua|Getty Images|Pool)\s?/\s?[A-Z][\w.'’, /-]{2,50}\)?\.?\w?"
    rf"|[(\[]?{PHOTO}s?(?: credit)?(?: by|:| courtesy(?: of)?) [^.()]{{2,80}}[)\]]?\.?"
    rf"|\(?[A-Z][\w.'’ -]{{2,40}}\s?/\s?{AGENCIES}(?: (?:Images|Photo|News|file|via [A-Z][\w ]{{2,30}}))?\)?\.?"
    r"|\b[A-Z]{3,12}/[A-Z][\w.'’-]{1,20} [A-Z][\w.'’-]{1,20}\.?"
    rf"|[/|] ?{AGENCIES}\.?"
    r"|\((?:Getty Images|AP Photo|AFP Photo|Getty|File photo|File|Handout)\)|via Getty Images\)?\.?"
    r"|[(— ]*Getty Images\)?\.?"
    rf"|\([^()]{{2,80}}(?:via |/ ?){AGENCIES}(?: Images)?(?: Plus)?\)\.?"
    rf"|\({AGENCIES} (?:[Pp]hoto|[Vv]ideo)(?:[:/] ?[^()]{{2,60}})?\)\.?|\([A-Z][^()]{{2,80}} file photo\)\.?"
    rf"|\bvia {AGENCIES}(?: Images| Photo)?"
    rf"|[.!?”\")] (?:{NAME},? )?(?:{AGENCIES}(?: Domestic)?|USA TODAY)|[.!?”\"] Reuters/{NAME}"
    rf"|\[{PHOTO}[^\[\]]{{1,40}}\]"
    r")(?: More)?$",
)
"""How captions end, in their photographer's credit: "REUTERS/Ada Quill", "(Ada Quill/AP)", "[Photo/Agency]".

Without brackets or a stroke it is one only where no full stop follows it, which sentences have."""

SIGNS = ("/", "|", "Getty", "hoto", "mage", "icture", "via ", "andout", "AP", "EPA", "Reuters", "USA T")
"""One of these stands in every credit; finding them costs a tenth of the expression."""

TAIL = re.compile(rf"(?<=[.!?”\"’)]) {PHOTO}s?: [^.!?]{{5,200}}\.?$")
TAIL_CHARACTERS = 240

HANDLED = re.compile(r"(?:hide|toggle) caption|Image (?:copyright|caption)", re.I)
"""The buttons and labels beside a picture, anywhere in the line."""

LONGEST = 70
"""Words of a caption that is known by its opening."""

LONGEST_CREDITED = 130
"""Words of one that ends in its photographer's credit. Of a year's 3,947 articles of many outlets 58 paragraphs of more
than 70 words ended so; all were captions, the longest of 100 words."""

LONGEST_UNDATED = 20
"""Words of a line at the top that ends in a date and has no verb: who, where, when."""

FEWEST_WORDS = 3
"""Words before that date; fewer are a stamp or a dateline."""

HEAD = 5

PICTURED = re.compile(
    r"\b(?:speaks|attends|arrives|looks on|poses?|gestures?|walks?|stands?|waves?|listens|shakes hands|(?:is|are) seen|"
    r"pictured|seen here|in (?:this|an?) (?:file |undated |handout |recent )?(?:image|picture|photo))\b"
)
"""The present tense of captions."""

PLACED = re.compile(rf"\b{MONTH} \d{{1,2}}, (?:19|20)\d\d,? in [A-Z][^;:!?”\"]{{2,60}}$")
"""How an agency's captions end: "June 17, 2020 in Harnby, Valdoria." Of 3,947 articles of 2020 20 paragraphs of at most
LONGEST words end so and have no verb of PAST; all are captions."""

PLACED_CHARACTERS = 100

PAST = re.compile(r"\b(?:was|were|had|said|told|wrote|died|born|did|began|ended)\b")

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
    draft = draft.without(STEP, dropped) if len(dropped) < len(draft.paragraphs) else draft
    return _without_tail(draft)


def _without_tail(draft: Draft) -> Draft:
    """A caption run together with the text it stood beside, at the very end of it."""
    last = len(draft.paragraphs) - 1
    line = draft.paragraphs[last] if draft.paragraphs else ""
    found = TAIL.search(line, max(0, len(line) - TAIL_CHARACTERS))
    return draft.cut(STEP, last, line[: found.start()]) if found else draft


def is_caption(line: str) -> bool:
    """Whether a line is a caption by how it begins or by the credit it ends with."""
    if FILE_PHOTO.match(line):
        return True
    words = line.count(" ")
    if len(line) > LONGEST_CREDITED * 9 or words >= LONGEST_CREDITED:
        return False
    if words < LONGEST and (opens_as_caption(line) or is_placed(line)):
        return True
    tail = line[-CREDIT_CHARACTERS:]
    for sign in SIGNS:  # not `any`, whose generator takes longer than the looks themselves: every line comes here
        if sign in tail:
            return CREDIT_END.search(tail) is not None
    return False


def opens_as_caption(line: str) -> bool:
    """Whether a line begins as captions do, or holds the label of one."""
    return OPENING.match(line) is not None or (
        ("aption" in line or "opyright" in line) and HANDLED.search(line) is not None
    )


def is_placed(line: str) -> bool:
    """Whether a line ends in a full date and a place, and tells nothing of the past."""
    tail = line[-PLACED_CHARACTERS:]
    return " in " in tail and PLACED.search(tail) is not None and PAST.search(line) is None


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
    silent = not VERB.search(line) and line[: found[0].start()].count(" ") >= FEWEST_WORDS
    return at_end and (silent or PICTURED.search(line) is not None)
