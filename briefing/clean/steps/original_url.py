"""Original URL: the line an archive or a clipping tool adds to say where an article was."""

import re
from dataclasses import replace

from briefing.clean.draft import Draft
from briefing.clean.urls import canonical

STEP = "address"

LABEL = re.compile(
    r"(?:original (?:url|link|article)|source url|url|permalink|originally published at|retrieved from)\s?:?\s*", re.I
)
ADDRESS = re.compile(r"<?(https?://[^\s<>]{4,2000})>?\s*", re.I)


def without_original_url(draft: Draft) -> Draft:
    """Learns the article's address from a labelled line, or from a line that is nothing but an address."""
    dropped, url = [], draft.url
    for index, paragraph in enumerate(draft.paragraphs):
        label = LABEL.match(paragraph)
        start = label.end() if label else 0
        address = ADDRESS.fullmatch(paragraph, start)
        if address:
            dropped.append(index)
            labelled = label or (index and LABEL.fullmatch(draft.paragraphs[index - 1]))
            at_an_end = index in (0, len(draft.paragraphs) - 1)
            if url is None and (labelled or at_an_end):
                url = canonical(address.group(1))
        elif label and start == len(paragraph) and paragraph.endswith(":"):
            dropped.append(index)
    return replace(draft.without(STEP, dropped), url=url)
