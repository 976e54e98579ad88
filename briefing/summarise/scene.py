"""Scene: a sentence that only leads up to the news: "As autumn nears", "Many parents", "There is no shortage".

It opens with a clause of circumstances, or says how it is with nobody in particular, and tells neither on which day
anything happened nor who says so. Of the sentences that do among the first two of 3,000 articles of 2020, 78 were read
(docs/decisions/0283): 72 say nothing that happened. English only.
"""

import re

from briefing.summarise.doubts import SOURCE
from briefing.text.days import names_a_day

CLAUSE = re.compile(
    r"(?:As|At a time when|While|When|If|Moments after|Now that|Once|Since|Because|Until)\b"
    r"(?! (?:of|a|an|part|for|expected|with)\b)"  # "As part of a deal", "As expected", "Once a mayor"
)
NOBODY = re.compile(
    r"(?:Many|Some|Most|Few|People|Everyone|Everybody)\b(?! (?:\d|of the \d))(?: [^\s,]+){0,7}? (?:is|are|has|have)\b"
    r"|There (?:is|are|has|have)\b"
)


def sets_the_scene(outside: str) -> bool:
    """Whether a sentence leads up to the news and tells none; `outside` is what stands outside quotation marks."""
    if CLAUSE.match(outside) is None and NOBODY.match(outside) is None:
        return False
    return SOURCE.search(outside) is None and not names_a_day(outside)
