"""What a test of a reader needs: files to read, and what came of them in short."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from briefing.model import Problem, RawDocument
from briefing.read import read

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)


def found(path: Path, content: str | bytes) -> tuple[list[RawDocument], list[str]]:
    """The documents in a file of that content, and what was wrong with it."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return sorted_out([path])


def sorted_out(paths: Sequence[Path]) -> tuple[list[RawDocument], list[str]]:
    """The documents in these files and folders, and what was wrong with them."""
    everything = list(read(paths, fetched_at=NOW))
    documents = [each for each in everything if isinstance(each, RawDocument)]
    return documents, [each.message for each in everything if isinstance(each, Problem)]


def row(document: RawDocument) -> dict[str, Any]:
    """The row a document holds."""
    value = json.loads(document.body)
    assert isinstance(value, dict)
    return value
