"""How fast cleaning is on one core: plain articles a second, and pages a second beside trafilatura's defaults.

ROWS is JSON Lines of articles (.gz or not), each with a "text"; PAGES a folder of saved pages (.html.gz).
Times are of this process's own work; trafilatura is asked for text and metadata, which is what cleaning gives.

    python benchmarks/clean_speed.py ROWS PAGES
"""

import gzip
import json
import logging
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from briefing.clean import clean
from briefing.model import RawDocument

NOW = datetime.now(UTC)
MOST_ARTICLES, MOST_PAGES = 2_000, 181


def texts(path: Path) -> list[bytes]:
    """The texts of rows, as files would hold them."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"].encode() for _, line in zip(range(MOST_ARTICLES), lines, strict=False)]


def pages(folder: Path) -> list[bytes]:
    """The pages of a folder, unpacked."""
    return [gzip.decompress(path.read_bytes()) for path in sorted(folder.rglob("*.html.gz"))[:MOST_PAGES]]


def rate(work: Callable[[bytes], object], bodies: Sequence[bytes]) -> float:
    """Documents a second; the first is done before the clock starts, as it loads models and modules."""
    work(bodies[0])
    start = time.process_time()
    for body in bodies:
        work(body)
    return len(bodies) / (time.process_time() - start)


def main() -> None:
    """Print both rates and their ratio."""
    import trafilatura

    logging.disable(logging.CRITICAL)

    def cleaned(media_type: str) -> Callable[[bytes], object]:
        return lambda body: clean(RawDocument("a", None, "a", None, media_type, body, NOW))

    def extracted(body: bytes) -> object:
        return trafilatura.bare_extraction(body, with_metadata=True)

    saved = pages(Path(sys.argv[2]))
    ours, theirs = rate(cleaned("text/html"), saved), rate(extracted, saved)
    print(f"plain articles_per_second={rate(cleaned('text/plain'), texts(Path(sys.argv[1]))):.0f}")
    print(f"pages pages_per_second={ours:.1f} trafilatura={theirs:.1f} ratio={ours / theirs:.2f}")


if __name__ == "__main__":
    main()
