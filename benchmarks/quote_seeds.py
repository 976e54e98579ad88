"""Compare what the quote stage finds in a folder of articles with what an editor found there.

The folder holds text files and a gold.json: {"quotes": {file: [[words, speaker]]}, "not_a_statement": {file: [words]}}.

    python benchmarks/quote_seeds.py FOLDER
"""

import json
import sys
from pathlib import Path

from briefing.quote import PRINT_CONFIDENCE, quote
from briefing.rows import article


def main(folder: Path) -> None:
    """Print each difference, then the figures."""
    gold = json.loads(folder.joinpath("gold.json").read_text("utf-8"))
    wanted = right = printed = loud = 0
    for name, quotes in gold["quotes"].items():
        text = folder.joinpath(name).read_text("utf-8")
        found = [q for q in quote(article({"id": name, "text": text})) if q.kind == "direct"]
        for words, speaker in quotes:
            same = [q for q in found if q.span.of(text) == words]
            hit = next((q for q in same if q.speaker == speaker), None)
            wanted += 1
            right += hit is not None
            printed += hit is not None and hit.confidence >= PRINT_CONFIDENCE
            if hit is None:
                print(f"{name}: {words[:50]!r} is by {speaker}, found {[q.speaker for q in same]}")
        for words in gold["not_a_statement"].get(name, []):
            for q in found:
                if q.span.of(text) == words:
                    loud += 1
                    print(f"{name}: {words[:50]!r} is no statement, found {q.speaker} at {q.confidence}")
    print(f"quotations={wanted} right={right} sure_enough_for_print={printed} not_silent={loud}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
