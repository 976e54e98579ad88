"""A library with its archive, made by the real stages: of the project's sample articles, or of hostile text."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.config import Config, parse
from briefing.ledger.finding import method
from briefing.make import Order, make
from briefing.model import Quote, Span, Window
from briefing.store import open_library
from briefing.store.quotations import Quotations
from briefing.window import day, week

SEEDS = Path(__file__).parents[2] / "seeds"
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
WEEKS = ("2026-W20", "2026-W21")
PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "'><svg/onload=alert(3)>",
    "</title></style></textarea><script>alert(4)</script>",
    "javascript:alert(5)//",
    "{{7*7}}${7*7}<%= 7*7 %>{% raw %}",
    "\u202e\u2066<b>turned</b>\u0000\u2028\ud800",
    "--><iframe srcdoc='<script>parent.alert(6)</script>'>",
    "../../../etc/passwd%00.html",
    "<a href='javascript:alert(7)' style='x:expression(alert(8))'>x</a>",
)


def settings(folder: Path, **changes: object) -> Config:
    """The configuration of a folder: everything in it, the samples as its source."""
    config = parse({"sources": [str(SEEDS)], "formats": ["md", "html"]}, folder)
    return replace(config, **changes)  # type: ignore[arg-type]  # names and types are the caller's


def newsroom(folder: Path) -> Config:
    """Two weekly briefings and a daily one of the samples."""
    config = settings(folder)
    for name in WEEKS:
        make(order(config, week(name, NOW.date(), config.timezone)), NOW)
    make(order(config, day("2026-05-13", NOW.date(), config.timezone)), NOW)
    return config


def order(config: Config, window: Window) -> Order:
    """A plain call of `brief make`."""
    return Order(config, window, only_sources=False, force=False, dry_run=False)


def hostile(folder: Path, payloads: tuple[str, ...] = PAYLOADS) -> Config:
    """A week in which every field that comes from outside holds a payload."""
    source = folder / "hostile.jsonl"
    rows = []
    for number, payload in enumerate(payloads):
        for copy in range(2):
            time = datetime(2026, 5, 12, 6 + copy, number % 60, tzinfo=UTC) + timedelta(days=number % 5)
            rows.append(
                {
                    "title": f"Bridge {number} closed {payload}",
                    "text": f"The bridge number {number} of Harnby was closed on Tuesday after a crack {payload} was "
                    f"found in its third pillar, the city said in a letter to its {number} neighbours.\n\n"
                    f"“We shall repair it {payload} before the winter comes,” mayor Ruth Tollard said.",
                    "url": f"https://news.example/{number}-{copy}?q={payload}"
                    if copy
                    else f"javascript:alert({number})",
                    "outlet": f"Courier {payload} {copy}",
                    "published": time.isoformat(),
                }
            )
    source.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    config = settings(folder, sources=(source,), title=f"News {payloads[0]}")
    made = make(order(config, week("2026-W20", NOW.date(), config.timezone)), NOW)
    with open_library(config.library) as library, Quotations(config.library) as quotations:
        articles = library.get(article.id for article in made.brief.articles)
        found = [
            (each, [Quote(each.id, "direct", Span(0, 40), f"Mira {payloads[at % len(payloads)]} Solen",
                          payloads[at % len(payloads)], None, "said", 0.99)])
            for at, each in enumerate(articles)
        ]  # fmt: skip
        quotations.remember(found, method())
    return config
