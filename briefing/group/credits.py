"""Agency credits: whether an article is an agency's own, or carries its text.

A credit stands where agencies put it: in the dateline ("KESSEL (Reuters) -", "/TASS/"), in the byline, or in the last
line. An agency named in running text ("told Reuters") is no credit.
"""

import re

from briefing.model import Article

# The agencies whose text other outlets print, by the names they are credited with.
AGENCIES = (
    "Reuters", "Associated Press", "AP", "Agence France-Presse", "AFP", "TASS", "Itar-Tass", "Xinhua", "DPA", "dpa",
    "EFE", "ANSA", "Bloomberg", "Interfax", "RIA Novosti", "Kyodo", "Kyodo News", "Yonhap", "PTI", "IANS", "UPI",
    "Press Association", "PA", "PA Media", "Canadian Press", "AAP", "Anadolu", "Belga", "NTB", "TT", "Ritzau", "APA",
)  # fmt: skip
HEAD, TAIL = 600, 200  # characters at either end in which a credit may stand
NAME = "(?:" + "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True)) + ")"
# Each form allows only what news style puts round the name.
CREDIT = re.compile(rf"\({NAME}\)|/{NAME}/|\bBy (?:The )?{NAME}\b|\bREUTERS/")
PLAIN_NAMES = frozenset(name.lower() for name in AGENCIES)


def is_agency(article: Article) -> bool:
    """Whether an agency published it itself."""
    return _plain(article.outlet) in PLAIN_NAMES or (article.outlet is None and credits_agency(article))


def credits_agency(article: Article) -> bool:
    """Whether an agency is named as where its text comes from."""
    head, tail = article.text[:HEAD], article.text[HEAD:][-TAIL:]
    return bool(article.origin or CREDIT.search(head) or CREDIT.search(tail))


def _plain(outlet: str | None) -> str:
    return (outlet or "").lower().removeprefix("the ").removesuffix(" news").strip()
