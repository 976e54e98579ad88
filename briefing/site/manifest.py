"""The manifest: what a site's folder holds, and of which inputs each file was made."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAME = ".brief-site.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Made:
    """A file as it was made."""

    inputs: str  # a digest of all it depends on
    size: int  # bytes: one that somebody changed since is seldom as long


def read(folder: Path) -> dict[str, Made]:
    """Address → file, of all that was made here before; nothing where nothing was, or nobody can read what."""
    try:
        found = json.loads((folder / NAME).read_text("utf-8"))
        if found["version"] != VERSION:
            return {}
        return {str(path): Made(str(inputs), int(size)) for path, (inputs, size) in found["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def written(files: Mapping[str, Made]) -> bytes:
    """The manifest as it is kept."""
    rows = {path: [files[path].inputs, files[path].size] for path in sorted(files)}
    return (json.dumps({"version": VERSION, "files": rows}, indent=0) + "\n").encode()
