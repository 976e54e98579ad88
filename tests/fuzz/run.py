"""Targets under atheris: `python -m tests.fuzz.run quoted feed --seconds 60 --into found/`; all, where none is named.

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
MEMORY = 3_000  # megabytes


def main() -> None:
    """Run them one after the other, each in a process of its own; 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[*targets.TARGETS, []])
    parser.add_argument("--seconds", type=int, default=60, help="for one target")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--into", type=Path, required=True, help="the folder for what is found")
    asked = parser.parse_args()
    sys.stderr.write(f"atheris {importlib.metadata.version('atheris')}, seed {asked.seed}\n")
    failed = [name for name in asked.targets or targets.TARGETS if run(name, asked)]
    sys.stderr.write(f"found something: {', '.join(failed)}\n" if failed else "nothing was found\n")
    sys.exit(bool(failed))


def run(name: str, asked: argparse.Namespace) -> int:
    """Fuzz one target in a child, as libFuzzer ends the process it runs in; the child's exit status."""
    sys.stderr.write(f"== {name}\n")
    child = os.fork()
    if not child:
        fuzz(name, asked)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def fuzz(name: str, asked: argparse.Namespace) -> None:
    """Does not return."""
    kept = asked.into / "corpus" / name
    kept.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(corpus.of(name)):
        (kept / f"seed{number}").write_bytes(seed)
    words = kept.parent / f"{name}.dict"
    words.write_text("".join(f'"{each}"\n' for each in corpus.DICTIONARY), encoding="ascii")
    options = {
        "max_total_time": asked.seconds, "seed": asked.seed, "max_len": LONGEST, "timeout": SLOW, "dict": words,
        "artifact_prefix": f"{asked.into}{os.sep}{name}-", "rss_limit_mb": MEMORY, "print_final_stats": 1,
        "verbosity": 0,
    }  # fmt: skip
    arguments = (f"-{option}={value}" for option, value in options.items())
    atheris.Setup([sys.argv[0], *arguments, str(kept)], targets.TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
