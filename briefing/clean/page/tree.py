"""Tree: a page's HTML parsed once, for everyone who looks into it."""

import logging
import re
from typing import Any

BLANK = "\n\t "
PROCESSING = re.compile(r"<\?xml[^>]{0,200}>")


def quiet_trafilatura() -> Any:
    """The trafilatura package, loaded late as it takes half a second, and silent.

    What it logs (a broken date, an empty page) is either found out by what comes back, or nobody's concern.
    """
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return trafilatura


def parsed(html: str) -> Any | None:
    """The lxml tree of a page's text; None: there is nothing in it.

    HTML's parser reads no entities but those of HTML, opens no other file, and cuts off elements nested deeper than
    256, so neither an XML bomb nor a tower of tags is more than text to it.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    body = PROCESSING.sub("", html.replace("\0", "").strip(BLANK), count=1).encode("utf-8", "replace")
    if not body:
        return None
    try:
        tree = document_fromstring(body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree if len(tree) else None
