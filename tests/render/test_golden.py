"""The sample briefing in each format that is text, held to what was last looked at.

After a change that is meant: `python -m tests.render.golden`, and read the difference.
"""

from pathlib import Path

import pytest

from briefing.model import Format
from briefing.render import render
from tests.render.sample import rich

FORMATS: tuple[Format, ...] = ("md", "html", "json")


def golden(kind: Format) -> Path:
    """Where the last look of a format is kept."""
    return Path(__file__).parent / "golden" / f"rich.{kind}"


def made(kind: Format) -> bytes:
    """The sample in that format."""
    return render(rich(), kind)


@pytest.mark.parametrize("kind", FORMATS)
def test_the_briefing_is_as_it_was_last_looked_at(kind: Format) -> None:
    assert made(kind).decode() == golden(kind).read_text(encoding="utf-8")
