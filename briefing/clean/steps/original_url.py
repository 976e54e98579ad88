"""Original URL: the line an archive or a clipping tool adds to say where an article was."""

import re
from dataclasses import replace

from briefing.clean.draft import Draft
from briefing.clean.urls import canonical

STEP = "address"

LABEL = re.compile(
    r"(?:original (?:url|link|article)|source url|url|permalink|originally published at|retrieved from)\s?:?\s*", re.I
)
HEAD = 5
"""Lines at the top among which an article's own address may stand."""

ADDRESS = re.compile(r"<?(https?://[^\s<>]{4,2000})>?\s*", re.I)


def without_original_url(draft: Draft) -> Draft:
    """Learns the article's address from a labelled line, or from one at either end that is nothing but an address.

    An address between paragraphs is a source the text names, so it stays.
    """
    dropped, url = [], draft.url
    for index, paragraph in enumerate(draft.paragraphs):
        if "://" not in paragraph and not paragraph.endswith(":"):
            continue
        label = LABEL.match(paragraph)
        start = label.end() if label else 0
        address = ADDRESS.fullmatch(paragraph, start)
        labelled = label or (index and LABEL.fullmatch(draft.paragraphs[index - 1]))
        at_an_end = index < HEAD or index == len(draft.paragraphs) - 1
        if address and (labelled or at_an_end):
            dropped.append(index)
            url = url or canonical(address.group(1))
        elif label and start == len(paragraph) and paragraph.endswith(":"):
            dropped.append(index)
    return replace(draft.without(STEP, dropped), url=url)
