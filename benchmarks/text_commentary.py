"""How well the share of own-voice words tells commentary: the table that OWN_VOICE_SHARE was read off.

    python benchmarks/text_commentary.py ARTICLES.jsonl.gz

Labels are the articles' own: an address or an outlet that says opinion. Prints, for each share, what part of the
labelled, of the unlabelled, and of the unlabelled by agencies lies above it.
"""

import gzip
import json
import sys
from dataclasses import replace
from pathlib import Path

from briefing.rows import article
from briefing.text.commentary import is_commentary, own_voice

SHARES = (0.1, 0.2, 0.3, 0.5, 0.8, 1.0, 1.5)
AGENCIES = frozenset({"Reuters", "Associated Press"})


def main() -> None:
    """Print the table."""
    with gzip.open(Path(sys.argv[1]), "rt", encoding="utf-8") as lines:
        articles = [article(json.loads(line)) for line in lines]
    # Without its text an article is commentary by its label alone.
    labelled = [own_voice(each.text) for each in articles if is_commentary(replace(each, text=""))]
    others = [each for each in articles if not is_commentary(replace(each, text=""))]
    rest = [own_voice(each.text) for each in others]
    agencies = [own_voice(each.text) for each in others if each.outlet in AGENCIES]
    print(f"{'share':>6} {'labelled':>9} {'rest':>6} {'agencies':>9}")
    for share in SHARES:
        print(f"{share:6.1f} {above(labelled, share):9.3f} {above(rest, share):6.3f} {above(agencies, share):9.3f}")


def above(values: list[float], share: float) -> float:
    """What part of the values lies above."""
    return sum(value > share for value in values) / len(values)


if __name__ == "__main__":
    main()
