"""What each part of reading a page's text is worth: f1 over labelled pages without it, whole and on two halves.

FOLDER holds `gold.json` ({KEY: {"text"}}) and `html/KEY.html.gz`. Counted as scrapinghub's article extraction
benchmark counts: multisets of four-word runs, f1 of mean precision and mean recall. A part earns its place where both
halves gain by it. It takes five seconds a line.

    python benchmarks/clean_pages.py FOLDER
    python benchmarks/clean_pages.py FOLDER --words     and without each word of the classes that are pruned
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from briefing.clean import clean, page
from briefing.clean.steps import PAGE_STEPS, cleaned
from briefing.clean.urls import canonical, host_of
from briefing.model import RawDocument

NOW = datetime.now(UTC)
NEVER = re.compile(r"(?!)")
RUN = 4
WORD = re.compile(r"(?:\([^()]*\)|[^|()])+")  # of a pattern: an alternative, with the groups in it

main_text = import_module("briefing.clean.page.main_text")
pruning = import_module("briefing.clean.page.pruning")


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The multiset of a text's runs of four words."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))) if words else Counter()


def f1(wanted: Mapping[str, str], found: Mapping[str, str], keys: Iterable[str]) -> float:
    """F1 of the mean precision over pages with text found and the mean recall over pages with text wanted."""
    precisions, recalls = [], []
    for key in keys:
        want, got = runs(wanted[key]), runs(found[key])
        both = (want & got).total()
        if got:
            precisions.append(both / got.total())
        if want:
            recalls.append(both / want.total())
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return 2 * precision * recall / (precision + recall)


@contextmanager
def replaced(module: Any, name: str, value: object) -> Iterator[None]:
    """A part of a module exchanged for a while."""
    own = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, own)


def main() -> None:
    """Print f1 as it is, and without each part."""
    folder = Path(sys.argv[1])
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    wanted = {key: row["text"] for key, row in gold.items()}
    bodies = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in wanted}
    keys = sorted(wanted)

    hosts = {key: host_of(canonical(row.get("url"))) or key for key, row in gold.items()}
    whole: dict[str, float] = {}

    def sites(found: Mapping[str, str]) -> str:
        """How many sites read better with the part, and how many worse: a part for one site is none for others."""
        now = {key: f1(wanted, found, [key]) if wanted[key] and found[key] else 0.0 for key in keys}
        if not whole:
            whole.update(now)
        gains: Counter[str] = Counter()
        for key in keys:
            gains[hosts[key]] += round(10_000 * (whole[key] - now[key]))
        return (
            f"sites helped={sum(gain > 0 for gain in gains.values())} hurt={sum(gain < 0 for gain in gains.values())}"
        )

    def show(name: str) -> None:
        found = {}
        for key, body in bodies.items():
            article = clean(RawDocument(key, None, key, None, "text/html", body, NOW))[0]
            found[key] = article.text if article else ""
        parts = (f1(wanted, found, which) for which in (keys, keys[::2], keys[1::2]))
        print(f"{name:36} f1=%.4f halves=%.4f %.4f" % tuple(parts), sites(found), flush=True)

    def without(step: object) -> Any:
        return lambda draft, steps: cleaned(draft, [other for other in steps if other is not step])

    show("as it is")
    with replaced(main_text, "completed", lambda lines, _: tuple(lines)):
        show("without completion")
    with replaced(pruning, "_pointers", lambda _: ()):
        show("without pruned pointers")
    for name in ("STANDFIRST", "RELATED", "TOOLS"):
        own = getattr(pruning, name)
        less = tuple((NEVER if pattern is own else pattern, most) for pattern, most in pruning.MOST_WORDS)
        with replaced(pruning, "MOST_WORDS", less):
            show(f"without pruned {name.lower()}")
        words = WORD.findall(own.pattern) if "--words" in sys.argv else []
        for word in words:
            fewer = re.compile("|".join(other for other in words if other != word), re.I)
            less = tuple((fewer if pattern is own else pattern, most) for pattern, most in pruning.MOST_WORDS)
            with replaced(pruning, "MOST_WORDS", less):
                show(f"without {word}")
    for step in PAGE_STEPS:
        with replaced(page, "cleaned", without(step)):
            show(f"without {step.__name__}")


if __name__ == "__main__":
    main()
