"""The fortnight of the samples, briefed one week after the other in all four formats, as somebody does who tries it.

What came out when it was last looked at stands in `briefs/` (Markdown) and in `tests/fixtures/golden/` (the page, the
JSON, and the PDF as what can be read on each of its pages). After a change that is meant:
`python -m tests.render.golden`, and read the difference.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "fixtures" / "golden"
ARCHIVE = ROOT / "briefs"
WEEKS = ("2026-W20", "2026-W21")
FORMATS = ("md", "html", "pdf", "json")
PAGE_END = "\f"


def made(folder: Path) -> dict[str, bytes]:
    """The briefings by file name, "2026-W20.md"; `folder` is an empty one to work in."""
    for week in WEEKS:
        subprocess.run(
            [sys.executable, "-m", "briefing", "make", "--week", week, "-q", "--format", ",".join(FORMATS),
             "--library", str(folder / "library.sqlite"), "--out", str(folder)],
            cwd=ROOT, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": "random"},
        )  # fmt: skip
    return {file.name: file.read_bytes() for file in sorted((folder / "2026").glob("2026-W*"))}


def kept(name: str) -> Path:
    """Where the last look of a file is kept."""
    if name.endswith(".md"):
        return ARCHIVE / "2026" / name
    return GOLDEN / (f"{name}.txt" if name.endswith(".pdf") else name)


def readable(pdf: bytes, folder: Path) -> str | None:
    """What can be read on each page of a PDF, a line a line; None without Poppler's `pdftotext`."""
    reader = shutil.which("pdftotext")
    if reader is None:
        return None
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    told = subprocess.run([reader, "-raw", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True)
    pages = told.stdout.decode("utf-8").removesuffix(PAGE_END).split(PAGE_END)
    return "\n".join(f"== page {number}\n{lines(page)}\n" for number, page in enumerate(pages, 1))


def lines(page: str) -> str:
    """A page's lines without white space at their ends, or empty ones."""
    return "\n".join(line.strip() for line in page.splitlines() if line.strip())
