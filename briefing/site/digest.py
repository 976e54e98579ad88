"""Digests: what tells one value from another between two runs, and no matter where."""

from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path

SIZE = 8  # bytes: of a million values two agree by chance once in 37 million libraries


def digest(value: object) -> str:
    """A digest of a plain value: of strings, numbers, None, and tuples and lists of these."""
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=SIZE).hexdigest()


def of_bytes(content: bytes) -> str:
    """A digest of a file's content."""
    return sha256(content).hexdigest()


@cache
def code() -> str:
    """A digest of this program: what another version of it made may be no longer what this one would make."""
    found = sha256()
    package = Path(__file__).parents[1]
    for file in sorted(package.rglob("*.py")):
        found.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return found.hexdigest()
