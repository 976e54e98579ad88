"""Recent news as a background: how common words are at the time, by the articles that came just before a batch.

What ships with the package grows old, and does not know a reader's own field: in weeks of one trial its judge and its
charges are in every second article and tell nothing, though no table of other years has them. A library that has been
fed for a fortnight knows.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from briefing.group.background import Background
from briefing.group.ordering import in_content_order
from briefing.group.over import Over
from briefing.group.tokens import Reading, read_now, tokens
from briefing.group.vectors import counted
from briefing.model import Article

# The latest so many are counted: they tell how common a word is to a tenth of a per cent, and cost half a second.
MOST_RECENT = 1000


def with_recent(
    background: Background, articles: Sequence[Article], over: Over = map, reading: Reading = read_now
) -> Background:
    """The background, and in how many of these articles, the latest of them, each stem occurs; undated ones first."""
    by_time = sorted(in_content_order(articles), key=lambda each: each.published.timestamp() if each.published else 0.0)
    latest = by_time[-MOST_RECENT:]
    if not latest:
        return background
    read = tokens(latest, over, reading)
    bodies = counted(read, np.zeros(len(read.texts.flat), dtype=bool)).bodies
    articles_with = np.bincount(bodies.indices, minlength=len(read.stems)).tolist()
    return replace(background, recent=dict(zip(read.stems, articles_with, strict=True)), recent_articles=len(latest))
