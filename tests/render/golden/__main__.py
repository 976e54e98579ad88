"""Write the sample briefing and the samples' fortnight anew, to be looked at before they are committed."""

import shutil
import tempfile
from pathlib import Path

from briefing.deliver.year import keep_year
from briefing.render.checksum import is_intact, stamp
from tests import fortnight
from tests.render.test_golden import FORMATS, golden, made

for kind in FORMATS:
    golden(kind).write_bytes(made(kind))
fortnight.GOLDEN.mkdir(exist_ok=True)
with tempfile.TemporaryDirectory() as work:
    for name, data in fortnight.made(Path(work)).items():
        read = fortnight.readable(data, Path(work)) if name.endswith(".pdf") else data.decode("utf-8")
        if read is None:
            raise SystemExit("the PDF's pages cannot be read without pdftotext (Debian: poppler-utils)")
        fortnight.kept(name).write_text(read, "utf-8")
with tempfile.TemporaryDirectory() as work:  # the repository has the Markdown alone, so nothing else is linked to
    year = Path(work) / "2026"
    year.mkdir()
    for page in (fortnight.ARCHIVE / "2026").glob("2026-W*.md"):
        shutil.copy(page, year)
    keep_year(year, stamp=stamp, is_intact=is_intact)
    shutil.copy(year / "README.md", fortnight.ARCHIVE / "2026")
