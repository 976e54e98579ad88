"""The manifest: what a site's folder holds, and of which inputs each file was made."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

NAME = ".brief-site.json"
VERSION = 2


@dataclass(frozen=True, slots=True)
class Made:
    """A file as it was made."""

    inputs: str  # a digest of all it depends on
    size: int  # bytes: one that somebody changed since is seldom as long


UNSURE = Made("", -1)  # a file that is the site's, and nobody knows what is in it


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in a folder."""

    files: Mapping[str, Made] = field(default_factory=dict)  # by address
    stamp: str = ""  # a digest of all that the whole site was made of; empty where it was not finished
    memory: str = ""  # a digest of the memory that goes with it


def read(folder: Path) -> Manifest:
    """What was made in a folder before; nothing where nothing was, or nobody can read what.

    Of a run that did not come to its end only the addresses are believed.
    """
    try:
        found = json.loads((folder / NAME).read_text("utf-8"))
        if found["version"] != VERSION:
            return Manifest()
        stamp, memory, rows = str(found["stamp"]), str(found["memory"]), found["files"]
        if not stamp:
            return Manifest({str(path): UNSURE for path in rows})
        return Manifest(
            {str(path): Made(str(inputs), int(size)) for path, (inputs, size) in rows.items()}, stamp, memory
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Manifest()


def written(manifest: Manifest) -> bytes:
    """The manifest as it is kept."""
    rows = {path: [manifest.files[path].inputs, manifest.files[path].size] for path in sorted(manifest.files)}
    kept = {"version": VERSION, "stamp": manifest.stamp, "memory": manifest.memory, "files": rows}
    return (json.dumps(kept, separators=(",", ":")) + "\n").encode()
