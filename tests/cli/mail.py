"""A desk of its own: a folder with a brief.toml, two articles, and the real command in it."""

import os
import subprocess
import sys
from pathlib import Path

ARTICLES = {
    "bridge.txt": """Harnby bridge opens

Harnby Courier
12 May 2026

The mayor of Harnby, Ilse Varga, opened the new bridge over the Tarn on Tuesday after three years of works.
“Nobody has to take the ferry any more,” Varga said at the opening.
""",
    "school.txt": """Lindow school reopens

Lindow Radio
12 May 2026

The primary school of Lindow reopened on Tuesday, six weeks after a fire in its kitchen, the town council said.
""",
}
TOML = """
[mail]
from = "The Harnby desk <desk@harnby.example>"
host = "localhost"
port = {port}
security = "none"
"""


def brief(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real command in `folder`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BRIEF_")}
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=kept | environment,
        stdin=subprocess.DEVNULL,
    )


def desk(folder: Path, port: int, *recipients: str) -> Path:
    """The folder, with recipients as lines of TOML beyond `address`."""
    (folder / "seeds").mkdir()
    for name, text in ARTICLES.items():
        (folder / "seeds" / name).write_text(text, encoding="utf-8")
    tables = "".join(f"\n[[recipient]]\n{each}\n" for each in recipients)
    (folder / "brief.toml").write_text(TOML.format(port=port) + tables, encoding="utf-8")
    return folder
