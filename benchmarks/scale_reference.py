"""What one would put together instead of `brief`: TF-IDF and DBSCAN, sumy's TextRank, textacy's quotations over spaCy.

    python benchmarks/scale_reference.py ARTICLES.jsonl [--without-quotations]

Needs `pip install scikit-learn sumy`, and for quotations `textacy` with spaCy's en_core_web_sm; nothing of it is needed
by `brief`. `scale.py --reference PYTHON` runs it and counts its processor time. Nothing is tuned: each part is used as
its documentation shows, but that sumy is given sentences and words by plain patterns, which is faster than NLTK's and
needs no data. Prints how many events, sentences and quotations it found.
"""

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

SENTENCE, WORD = re.compile(r"(?<=[.!?])\s+"), re.compile(r"\w+")
DISTANCE = 0.5  # DBSCAN's, its default
SENTENCES = 4  # of each event
SPEAKING_MODEL = "en_core_web_sm"


class Plain:
    """Sentences and words for sumy."""

    language = "english"

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """Sentences."""
        return tuple(part for part in SENTENCE.split(text) if part.strip())

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Words."""
        return tuple(WORD.findall(sentence))


def events_of(texts: list[str]) -> dict[int, list[int]]:
    """Label → rows; what is near nothing is an event of its own."""
    from sklearn.cluster import DBSCAN
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(stop_words="english").fit_transform(texts)
    labels = DBSCAN(eps=DISTANCE, min_samples=2, metric="cosine").fit_predict(vectors)
    found: dict[int, list[int]] = defaultdict(list)
    for row, label in enumerate(labels):
        found[int(label) if label >= 0 else -1 - row].append(row)
    return found


def key_sentences(text: str) -> list[str]:
    """What sumy's TextRank picks."""
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.text_rank import TextRankSummarizer

    parser = PlaintextParser.from_string(text, Plain())
    return [str(sentence) for sentence in TextRankSummarizer(Stemmer("english"))(parser.document, SENTENCES)]


def quotations(texts: list[str]) -> int:
    """How many quotations textacy finds."""
    import spacy
    from textacy.extract import direct_quotations

    model: Any = spacy.load(SPEAKING_MODEL)
    return sum(len(list(direct_quotations(document))) for document in model.pipe(texts))


def main() -> None:
    """Run it over a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--without-quotations", action="store_true")
    arguments = parser.parse_args()
    with arguments.articles.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    found = events_of(texts)
    picked = sum(len(key_sentences("\n\n".join(texts[row] for row in rows))) for rows in found.values())
    said = None if arguments.without_quotations else quotations(texts)
    print(f"{len(found)} events, {picked} sentences, {said} quotations")


if __name__ == "__main__":
    main()
