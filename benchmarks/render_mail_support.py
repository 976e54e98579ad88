"""What mail programs know of what the letter is made of: `tests/render/mail_support.tsv`, out of caniemail's data.

    npm pack caniemail && tar xzf caniemail-*.tgz
    python -m benchmarks.render_mail_support package/data/caniemail.json > tests/render/mail_support.tsv

One row for each thing that `templates/mail.html.j2` uses: what it is, caniemail's name of it ("-": nobody keeps track
of it), the day it was tested last, and what the newest version of each client in Gmail, Outlook and Apple Mail does
with it: "yes", "partly", "unknown" or "no", the least of them, and which clients fall short.
"""

import json
import sys
from pathlib import Path
from typing import Any

FAMILIES = ("gmail", "outlook", "apple-mail")
ANSWERS = {"y": "yes", "a": "partly", "u": "unknown", "n": "no"}  # from best to worst
UNTRACKED = "-"

USED = {
    "<html lang>": "html-lang",
    "<table>": "html-table",
    "<table width>": "html-width",
    "<table cellpadding>": "html-cellpadding",
    "<table cellspacing>": "html-cellspacing",
    "<td align>": "html-align",
    "<h1>": "html-h1-h6",
    "<h2>": "html-h1-h6",
    "<h3>": "html-h1-h6",
    "<p>": "html-p",
    "<span>": "html-span",
    "<strong>": "html-strong",
    "<a href=mailto>": "html-mailto-links",
    "<img>": "html-img",
    "background-color": "css-background-color",
    "border-bottom": "css-border",
    "border-left": "css-border",
    "border-top": "css-border",
    "font-size": "css-font-size",
    "font-weight": "css-font-weight",
    "line-height": "css-line-height",
    "margin": "css-margin",
    "max-width": "css-max-width",
    "padding": "css-padding",
    "width": "css-width",
    "px": "css-unit-px",
    "%": "css-unit-percent",
    "image/png": "image-png",
    "image/jpeg": "image-jpg",
    "image/gif": "image-gif",
}
NOBODY_TRACKS = (
    "<html>", "<head>", "<title>", "<meta>", "<meta http-equiv>", "<meta content>", "<meta name>", "<tr>", "<td>",
    "<em>", "<br>", "<a>", "<a href>", "<img src>", "<img alt>", "<table border>", "color", "font-family", "font-style",
)  # fmt: skip


def newest(feature: dict[str, Any]) -> dict[str, str]:
    """Client → the letter that stands for what its newest version does; clients by family, as the data have them."""
    stats = feature["stats"]
    return {
        f"{family}.{client}": list(versions.values())[-1][0]
        for family in FAMILIES
        for client, versions in stats.get(family, {}).items()
    }


def row(thing: str, feature: dict[str, Any]) -> str:
    """One line of the table."""
    told = newest(feature)
    worst = max(told.values(), key=list(ANSWERS).index)
    short = " ".join(client for client, answer in told.items() if answer != "y")
    return "\t".join((thing, feature["slug"], feature["last_test_date"], ANSWERS[worst], short)).rstrip()


def table(data: dict[str, Any]) -> list[str]:
    """The whole table, its source in the first line."""
    features = {feature["slug"]: feature for feature in data["data"]}
    rows = [row(thing, features[slug]) for thing, slug in USED.items()]
    rows += [f"{thing}\t{UNTRACKED}" for thing in NOBODY_TRACKS]
    head = (
        f"# caniemail.com, data of {data['last_update_date'][:10]} (npm package caniemail, MIT); {', '.join(FAMILIES)}"
    )
    return [head, *sorted(rows)]


if __name__ == "__main__":
    print("\n".join(table(json.loads(Path(sys.argv[1]).read_text("utf-8")))))
