"""One pass over a week's articles, stage by stage: `scale.py` runs it; each line printed is what one stage cost.

python benchmarks/scale_stages.py ARTICLES.jsonl WEEK
"""

import json
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
from sparse_dot_topn import sp_matmul_topn

from briefing import rows, window
from briefing.clean import clean
from briefing.compose import plan
from briefing.group import group
from briefing.group.background import shipped
from briefing.group.tokens import tokens
from briefing.group.vectors import counted, vectors
from briefing.model import RawDocument
from briefing.pipeline import extracts, read_closely
from briefing.quote import quote
from briefing.read import read
from briefing.store import open_library

WORDS = re.compile(r"\w+")
ALL_PAIRS_MAX = 20_000  # beyond it all pairs take many minutes: a hundred thousand cost a hundred times ten thousand


@contextmanager
def measured(what: str) -> Iterator[None]:
    """Print what the work within costs."""
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"what": what, "cpu": cpu, "wall": wall, "memory": memory}), flush=True)


def all_pairs(file: Path) -> None:
    """The nearest of all pairs of articles, over vectors that exist already."""
    with file.open(encoding="utf-8") as lines:
        articles = [rows.article({**json.loads(line), "language": "en"}) for line in lines]
    if len(articles) > ALL_PAIRS_MAX:
        return
    read_words = tokens(articles)
    nothing = np.zeros(len(read_words.words.flat), dtype=bool)
    bodies = vectors(counted(read_words, nothing), shipped()).bodies
    with measured("all pairs"):
        sp_matmul_topn(bodies, bodies.T.tocsr(), top_n=20, threshold=0.03)


def main() -> None:
    """Go through the stages."""
    file, asked = Path(sys.argv[1]), window.week(sys.argv[2], date(2030, 1, 1), "UTC")
    now = datetime.now(UTC)
    shipped()
    with file.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    with measured("floor"):
        for text in texts:
            WORDS.findall(text)
    del texts
    all_pairs(file)
    with measured("read"):
        documents = list(read([file], fetched_at=now))
    with measured("clean"):
        found = [clean(each)[0] for each in documents if isinstance(each, RawDocument)]
        articles = {article.id: article for article in found if article}
    del documents, found
    with tempfile.TemporaryDirectory() as folder, measured("store"), open_library(Path(folder) / "x.sqlite") as library:
        library.add(articles.values(), seen_at=now)
    with measured("group"):
        events = group([article for article in articles.values() if article.published])
    with measured("plan"):
        planned = plan(events, articles, asked, words=1000)
    with measured("summarise"):
        extracts(planned, articles, "brief", {})
    with measured("quote"):
        for section in planned.sections:
            for article in read_closely(section.event, articles):
                quote(article)


if __name__ == "__main__":
    main()
