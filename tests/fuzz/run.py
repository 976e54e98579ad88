"""One target under atheris: `python -m tests.fuzz.run quoted --seconds 60 --into found/`.

atheris (https://github.com/google/atheris) changes texts by what they reach in the program. It is no part of what the
tests need, as it is not to be had for every Python. What breaks a target is written to the folder, named as the target.
"""

import argparse
import importlib.metadata
import os
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["briefing"], exclude=["briefing.cli"]):
    from tests.fuzz import corpus, targets

LONGEST = 6_000  # bytes of a text; time is what it costs
SLOW = 20  # seconds; a text of LONGEST takes a hundredth of one, a hundred times more under atheris


def main() -> None:
    """Run it; the process ends with 0 where nothing was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=targets.TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--into", type=Path, required=True, help="the folder for what is found")
    asked = parser.parse_args()
    kept = asked.into / "corpus" / asked.target
    kept.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(corpus.of(asked.target)):
        (kept / f"seed{number}").write_bytes(seed)
    words = kept.parent / f"{asked.target}.dict"
    words.write_text("".join(f'"{each}"\n' for each in corpus.DICTIONARY), encoding="ascii")
    sys.stderr.write(f"{asked.target}: atheris {importlib.metadata.version('atheris')}, seed {asked.seed}\n")
    options = {
        "max_total_time": asked.seconds, "seed": asked.seed, "max_len": LONGEST, "timeout": SLOW, "dict": words,
        "artifact_prefix": f"{asked.into}{os.sep}{asked.target}-", "rss_limit_mb": 3_000, "print_final_stats": 1,
        "verbosity": 0, "close_fd_mask": 0,
    }  # fmt: skip
    atheris.Setup([sys.argv[0], *(f"-{name}={value}" for name, value in options.items()), str(kept)],
                  targets.TARGETS[asked.target])  # fmt: skip
    atheris.Fuzz()


if __name__ == "__main__":
    main()
