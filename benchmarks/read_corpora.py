"""Reads corpora of odd feeds, odd mail and hostile XML, and counts what came of them.

    python benchmarks/read_corpora.py FOLDER

FOLDER holds `feeds.tgz` (feedparser's tests), `mail/` (mail-parser's tests) and `hostile/` (defusedxml's tests and the
big list of naughty strings). Nothing may raise, no file of `hostile/` may take a second, and while it is read opening
any other file, or a connection, counts as a failure.
"""

import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from briefing.clean import clean
from briefing.model import RawDocument
from briefing.read import read

SECOND = 1.0
SHOWN = 10

watching: list[str] = []  # the only file that may be opened; empty: anything may
opened: list[str] = []


def audit(event: str, arguments: tuple[object, ...]) -> None:
    """Note what is opened besides the file being read; modules that load late do not count."""
    if not watching or event not in ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen"):
        return
    name = str(arguments[0])
    is_descriptor = isinstance(arguments[0], int)  # of a file whose opening was seen already
    if not is_descriptor and name != watching[0] and not name.startswith(tuple(sys.path[1:])):
        opened.append(f"{event} {name}")


@contextmanager
def watched(path: Path) -> Iterator[None]:
    """Nothing but this file may be opened meanwhile."""
    watching.append(str(path))
    try:
        yield
    finally:
        watching.clear()


def read_all(paths: list[Path], *, hostile: bool = False) -> int:
    """Read and clean each file alone; print what came of them; the number of failures."""
    counts: Counter[str] = Counter()
    messages: Counter[str] = Counter()
    failures: list[str] = []
    slowest, slowest_path = 0.0, paths[0]
    for path in paths:
        start = time.perf_counter()
        try:
            with watched(path):
                for found in read([path], fetched_at=datetime.now(UTC)):
                    article = clean(found)[0] if isinstance(found, RawDocument) else None
                    kind = "articles" if article else "problems"
                    counts[kind] += 1
                    if not isinstance(found, RawDocument):
                        messages[found.message.lstrip("0123456789 ")] += 1
        except Exception as error:  # noqa: BLE001 any is what this looks for
            failures.append(f"{path.name}: {type(error).__name__}: {error}")
        seconds = time.perf_counter() - start
        if seconds > slowest:
            slowest, slowest_path = seconds, path
        if hostile and seconds > SECOND:
            failures.append(f"{path.name}: took {seconds:.1f} s")
    if hostile:
        failures += opened
    print(f"  {len(paths)} files: {counts['articles']} articles, {counts['problems']} without one")
    print(f"  slowest {slowest:.3f} s ({slowest_path.name}); failures {len(failures)}")
    for failure in failures[:SHOWN]:
        print(f"  FAILED {failure}")
    for message, count in messages.most_common(SHOWN):
        print(f"  {count:5} {message[:90]}")
    return len(failures)


def main(folder: Path) -> int:
    """Read the three corpora."""
    sys.addaudithook(audit)
    from briefing.text.languages import language

    language("A first sentence, so that the model is loaded before anything is measured.")
    with tempfile.TemporaryDirectory() as unpacked:
        with tarfile.open(folder / "feeds.tgz") as archive:
            archive.extractall(unpacked, filter="data")
        print("feeds")
        failures = read_all(sorted(path for path in Path(unpacked).rglob("*") if path.is_file()))
    print("mail")
    failures += read_all(sorted(path for path in (folder / "mail").iterdir() if path.is_file()))
    print("hostile")
    opened.clear()
    failures += read_all(sorted(path for path in (folder / "hostile").rglob("*") if path.is_file()), hostile=True)
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
