"""Sentence splitters side by side: hard cases right, and megabytes a second.

    python benchmarks/sentences_splitters.py NEWS.jsonl[.gz]

The cases are the fixtures in tests/text/sentences; the speed is measured on the first two million code points of NEWS.
"""

import gzip
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import nupunkt
from nltk.tokenize.punkt import PunktSentenceTokenizer

from briefing.text.sentences import sentences

CASES = Path(__file__).parents[1] / "tests" / "text" / "sentences" / "en.txt"
SAMPLE = 2_000_000  # code points
Splitter = Callable[[str], list[str]]


def ours(text: str) -> list[str]:
    """The project's rules."""
    return [span.of(text) for span in sentences(text)]


def by_nupunkt(text: str) -> list[str]:
    """nupunkt, paragraph by paragraph."""
    return [str(found).strip() for line in text.split("\n") if line.strip() for found in nupunkt.sent_tokenize(line)]


def by_bare_punkt(text: str) -> list[str]:
    """NLTK's Punkt without trained parameters, which is what there is offline."""
    tokenizer = PunktSentenceTokenizer()
    return [found for line in text.split("\n") for found in tokenizer.tokenize(line)]


def main() -> None:
    """Print one line a splitter."""
    cases = [line.split(" | ") for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    path = Path(sys.argv[1])
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        sample = "\n".join(json.loads(line)["text"] for line in lines)[:SAMPLE]
    splitters: dict[str, Splitter] = {"rules": ours, "nupunkt": by_nupunkt, "bare_punkt": by_bare_punkt}
    for name, split in splitters.items():
        right = sum(split(" ".join(parts)) == [part.strip() for part in parts] for parts in cases)
        start = time.process_time()
        split(sample)
        speed = len(sample) / 1e6 / (time.process_time() - start)
        print(f"{name} cases={len(cases)} right={right / len(cases):.3f} megabytes_a_second={speed:.1f}")


if __name__ == "__main__":
    main()
