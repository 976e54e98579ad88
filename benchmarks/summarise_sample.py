"""A sample of key sentences to be read as an editor reads them, out of briefings: drawn by a seed.

usage: summarise_sample.py SEED COUNT BRIEFING.json...

Prints each sentence with its number, under its section's headline and behind the sentences that stand above it there,
since that is all its reader has; then, for `summarise_reading.tsv`, a row for each without its words: week, article
(its id begins so), offset, verdict, what is wrong, the article whose headline stands above it. Verdicts are the
reader's.
"""

import json
import random
import sys
from pathlib import Path

ID = 6  # characters of an article's id that tell it from the others of a year

seed, count, *names = sys.argv[1:]
rows = []
for name in names:
    brief = json.loads(Path(name).read_text("utf-8"))
    titles = {article["title"]: article["id"] for article in brief["articles"]}
    for section in brief["sections"]:
        told: list[str] = []
        for sentence in section["sentences"]:
            place = sentence["place"]
            headline = section["event"]["headline"]
            rows.append((brief["window"]["id"], headline, titles.get(headline, "-"), tuple(told), place))
            told.append(place["text"])
drawn = sorted(random.Random(int(seed)).sample(range(len(rows)), min(int(count), len(rows))))  # noqa: S311 - a sample
last = ""
for number, index in enumerate(drawn):
    week, headline, _, above, place = rows[index]
    if headline != last:
        print(f"\n{week} {headline}")
        last = headline
    for each in above:
        print(f"      . {each}")
    print(f"{number:4} {place['text']}")
print()
for index in drawn:
    week, _, title, _, place = rows[index]
    print("\t".join((week[-3:], place["article"][:ID], str(place["start"]), "yes", "-", title[:ID])))
