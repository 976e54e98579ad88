"""Notice: what a site shows in place of an article: that there is none, that its reader may be a robot, has to agree.

Saved or fetched without a look, such a page would stand in a briefing as an article.
"""

import re
from collections.abc import Sequence

TITLE = re.compile(
    r"(?:error\W{0,3})?(?:40[0-9]|410|50[0-9])\b.{0,60}|(?:error|oops|sorry)\W{0,3}(?:page )?not found\W{0,3}"
    r"|(?:the |this |that )?(?:requested )?(?:page|article|story|content|url|file)(?: you requested)?"
    r" (?:(?:is |was |could |can)?not(?: be)? (?:found|available)|(?:is )?no longer (?:available|exists?)|"
    r"(?:has been|was) removed|doesn['’]t exist)\W{0,3}"
    r"|not found|access (?:to this page has been )?denied|forbidden|unauthori[sz]ed|service unavailable|bad gateway"
    r"|just a moment\W{0,5}|one moment,? please\W{0,5}|please wait\W{0,5}|attention required!?.{0,40}"
    r"|(?:please )?(?:verify|confirm|prove)(?: that)? you(?:['’]re| are) (?:not a (?:ro)?bot|(?:a )?human).{0,40}"
    r"|are you (?:a |an )?(?:human|robot).{0,30}|(?:bot|human) (?:check|verification).{0,30}"
    r"|pardon our interruption\W{0,5}|checking your browser.{0,80}|security (?:check|verification).{0,40}"
    r"|ddos.guard|captcha|seite (?:wurde )?nicht gefunden|(?:diese )?seite existiert nicht.{0,20}"
    r"|page (?:introuvable|non trouvée)|página no encontrada|página não encontrada|pagina non trovata"
    r"|pagina niet gevonden|страница не найдена|сторінк[ау] не знайден[ао]|nie znaleziono strony",
    re.I,
)
"""The whole headline of such a page, or of its `<title>` without the site."""

AGREE = re.compile(
    r"\bcookies?\b|\bconsent\b|\bpersonali[sz]ed (?:ad|content)|\bprivacy (?:policy|settings|choices)\b"
    r"|\b(?:our|\d{1,4}) (?:\w+ )?partners\b|\beinwilligung\b|\bdatenschutz|\bconsentement\b|\bconsentimiento\b",
    re.I,
)

LONGEST = 150
"""Words of such a page; an article about one is headed otherwise, and has more."""

MOSTLY = 0.7
"""So much of a wall is in paragraphs about agreeing, that it is nothing else."""


def notice(titles: Sequence[str], paragraphs: Sequence[str], *, known: bool) -> str | None:
    """What a page is in place of an article; None: it may be one. `known`: its date or its author are stated."""
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    if words > LONGEST:
        return None
    found = next((title for title in titles if TITLE.fullmatch(title.strip())), None)
    if found:
        return f"a notice of the site ({found.strip()}), not an article"
    agreeing = sum(len(paragraph.split()) for paragraph in paragraphs if AGREE.search(paragraph))
    if not known and words and agreeing >= MOSTLY * words:
        return "a wall that asks for consent, not an article"
    return None
