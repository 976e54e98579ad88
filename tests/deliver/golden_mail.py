"""The letter made from `seeds/`: `python -m tests.deliver.golden_mail` writes it to `golden/`, headers and both parts.

Run it after a change that is meant to change the letter, and read the difference before you keep it.
"""

import contextlib
import email
import email.policy
import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from briefing import config
from briefing.letters import Letters
from briefing.make import Order, make
from briefing.pipeline import GENERATOR
from briefing.send import mail_of
from briefing.window import week

GOLDEN = Path(__file__).parent / "golden"
SEEDS = Path(__file__).parents[2] / "seeds"
WEEK = "2026-W20"
MONDAY = datetime(2026, 5, 18, 5, tzinfo=UTC)
LATER = datetime(2026, 6, 1, tzinfo=UTC)  # when the samples are read: all of their dates have come by then
TOML = {
    "mail": {"from": "The Harnby desk <desk@harnby.example>", "host": "smtp.harnby.example"},
    "recipient": [{"address": "Mira Solen <mira@lindow.example>"}],
}


def letter() -> EmailMessage:
    """The letter, as its reader's program has it."""
    # An article without an address is known by its path, so the samples are read by the same path wherever this stands.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(SEEDS, "seeds")
        settings = config.parse(TOML, Path())
        settings = replace(settings, sources=(Path("seeds"),), formats=())
        window = week(WEEK, MONDAY.date(), settings.timezone)
        made = make(Order(settings, window, only_sources=False, force=False, dry_run=False), LATER)
    letters = Letters(made.brief, settings, mail_of(settings), 1)
    data = letters.written(settings.recipients[0], MONDAY)
    found = email.message_from_bytes(data, policy=email.policy.default.clone(raise_on_defect=True))
    assert isinstance(found, EmailMessage)
    return found


def parts() -> dict[str, str]:
    """What is compared, by the name of its file."""
    found = letter()
    files = {f"{WEEK}.headers": "".join(f"{name}: {value}\n" for name, value in found.items())}
    for kind, name in (("plain", "txt"), ("html", "html")):
        part = found.get_body((kind,))
        assert part is not None
        content = part.get_content().replace("\r\n", "\n").replace(GENERATOR, "brief")  # of whatever version
        files[f"{WEEK}.{name}"] = content
    return files


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for file, content in parts().items():
        (GOLDEN / file).write_text(content, encoding="utf-8")
