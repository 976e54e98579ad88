"""The default beside the plain recipe it started from, on human summaries and on stand-ins for them.

    python -m benchmarks.summarise_recipe SUMMARIES.jsonl EVENTS.jsonl

The recipe: sentences of 8 to 60 words that open without leaning and ask nothing, weighted by (1 + position)^-0.75;
stems by tf·ln(N/sf)·(df/n)^0.2, pairs of two or more articles at 0.3; each article's vector enters the target by its
square root, small terms dropped; greedily the sentence that brings the summary's vector, to the power 0.7, nearest.
SUMMARIES.jsonl: one event a line with "articles" and "references". EVENTS.jsonl: one article a line with its "event";
of events of five articles or more a third is held out in turn, and the headline and text of those held out are the
references, unless a quarter of their runs of five words stand in the rest. ROUGE-1 and -2 recall, stemmed, each
reference cut to the words there are; the difference with its standard error over the sets.
"""

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from nltk.stem.porter import PorterStemmer
from rouge_score import rouge_scorer, tokenize
from scipy.sparse import csr_matrix, diags, hstack

from briefing import rows
from briefing.model import Article
from briefing.summarise import summarise
from briefing.summarise.candidates import candidates
from briefing.summarise.methods.position import position_weights
from briefing.summarise.openings import dangles
from briefing.summarise.terms import Terms, corpus

BUDGETS = (100, 200, 250)
FOLDS = 3
FEWEST_ARTICLES = 5
RUN = 5  # words
COPIED = 0.25
DECAY, PAIRS, SPREAD, SATURATION, SMALL = 0.75, 0.3, 0.2, 0.7, 0.1
WORDS = range(8, 61)
Set = tuple[list[Article], list[str]]
Summarise = Callable[[Sequence[Article], int], str]


def default(articles: Sequence[Article], words: int) -> str:
    """The project's own way."""
    texts = {article.id: article.text for article in articles}
    return " ".join(found.span.of(texts[found.article_id]) for found in summarise(articles, words=words))


def recipe(articles: Sequence[Article], words: int) -> str:
    """The recipe above, greedy, without any filter of redundancy."""
    sentences = candidates(articles)
    found = corpus(sentences, len(articles), "en")
    size = len(sentences)

    def weigh(terms: Terms, share: float, least: int) -> csr_matrix:
        spread = (terms.in_articles / len(articles)) ** SPREAD
        rarity = np.log(size / np.maximum(terms.in_sentences, 1))
        return csr_matrix(terms.counts @ diags(share * rarity * spread * (terms.in_articles >= least)))

    matrix = csr_matrix(hstack([weigh(found.words, 1, 1), weigh(found.pairs, PAIRS, min(2, len(articles)))]))
    owner = np.array([sentence.article for sentence in sentences])
    places = csr_matrix((position_weights(found, DECAY), (owner, np.arange(size))), shape=(len(articles), size))
    target = np.asarray((places @ matrix).sqrt().sum(axis=0)).ravel()
    target[target < SMALL * target.max(initial=0)] = 0
    free = np.array([s.words in WORDS and "?" not in s.text[-2:] and not dangles(s.text) for s in sentences])
    lengths = np.array([sentence.words for sentence in sentences])
    row = np.repeat(np.arange(size), np.diff(matrix.indptr))
    summary, chosen, left = np.zeros(matrix.shape[1]), [], words
    while (fits := free & (lengths <= left)).any():
        before = summary[matrix.indices] ** SATURATION
        after = (summary[matrix.indices] + matrix.data) ** SATURATION
        now = summary**SATURATION
        dots = now @ target + np.bincount(row, (after - before) * target[matrix.indices], minlength=size)
        norms = now @ now + np.bincount(row, after**2 - before**2, minlength=size)
        best = int(np.argmax(np.where(fits, dots / np.sqrt(np.maximum(norms, 1e-12)), -1)))
        chosen.append(best)
        free[best] = False
        left -= int(lengths[best])
        summary += matrix[[best]].toarray().ravel()
    return " ".join(sentences[i].text for i in chosen)


def stand_ins(path: Path) -> Iterator[Set]:
    """(articles, references) with a third of each event held out in turn."""
    events = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        events[json.loads(line)["event"]].append(english(json.loads(line)))
    for _, found in sorted(events.items()):
        ordered = sorted(found, key=lambda article: hashlib.sha256(article.id.encode()).hexdigest())
        for fold in range(FOLDS if len(ordered) >= FEWEST_ARTICLES else 0):
            seen = [article for i, article in enumerate(ordered) if i % FOLDS != fold]
            known = [runs(article.text) for article in seen]
            held = [f"{a.title}. {a.text}" for i, a in enumerate(ordered) if i % FOLDS == fold]
            fresh = [text for text in held if all(len(runs(text) & each) < COPIED * len(runs(text)) for each in known)]
            if fresh:
                yield seen, fresh


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of RUN words."""
    words = text.lower().split()
    return frozenset(zip(*(words[i:] for i in range(RUN)), strict=False))


def summaries(path: Path) -> Iterator[Set]:
    """(articles, references) of people's summaries."""
    for line in path.read_text("utf-8").splitlines():
        topic = json.loads(line)
        yield [english(row) for row in topic["articles"]], topic["references"]


def english(row: Mapping[str, Any]) -> Article:
    """The article of a row, in the sets' language: without one, no word is stemmed and none is a stop word."""
    return rows.article({**row, "language": "en"})


class Stems:
    """ROUGE's own tokens, each text's and each word's stem found once: the same references are asked for many times."""

    def __init__(self) -> None:
        stem = cache(PorterStemmer().stem)
        self.tokenize = cache(lambda text: tokenize.tokenize(text, SimpleNamespace(stem=stem)))


def scores(sets: Sequence[Set], words: int, how: Summarise) -> list[list[float]]:
    """ROUGE-1 and -2 recall in per cent of each set."""
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2"], tokenizer=STEMS)
    found = []
    for articles, references in sets:
        text = how(articles, words)
        each = [scorer.score(" ".join(reference.split()[:words]), text) for reference in references]
        found.append([100 * float(np.mean([score[name].recall for score in each])) for name in ("rouge1", "rouge2")])
    return found


STEMS = Stems()


def main() -> None:
    """Print one line a set and budget."""
    sets = {"summaries": list(summaries(Path(sys.argv[1]))), "stand-ins": list(stand_ins(Path(sys.argv[2])))}
    for name, listed in sets.items():
        for words in BUDGETS:
            plain, own = (np.array(scores(listed, words, how)) for how in (recipe, default))
            error = (own - plain).std(axis=0) / np.sqrt(len(listed))
            figures = "  ".join(
                f"rouge{i + 1} {plain[:, i].mean():.2f} -> {own[:, i].mean():.2f} ({(own - plain)[:, i].mean():+.2f} "
                f"± {error[i]:.2f})"
                for i in (0, 1)
            )
            print(f"{name} n={len(listed)} words={words}  {figures}", flush=True)


if __name__ == "__main__":
    main()
