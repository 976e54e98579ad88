from collections.abc import Sequence

import numpy as np
import pytest

from briefing.summarise.candidates import candidates
from briefing.summarise.methods import sumy
from briefing.summarise.methods.textrank import pagerank, similarities
from briefing.summarise.terms import Corpus, Terms, corpus, count
from tests.summarise.articles import FERRY

SUMY_TOLERANCE = 1e-4  # of sumy's power method


def of_ferry() -> Corpus:
    sentences = candidates(FERRY)
    return corpus(sentences, len(FERRY), "en")


def counted(sentences: Sequence[Sequence[str]]) -> Terms:
    number: dict[str, int] = {}
    keys = [number.setdefault(word, len(number)) for sentence in sentences for word in sentence]
    row = np.repeat(np.arange(len(sentences)), [len(sentence) for sentence in sentences])
    return count(np.array(keys), row, np.zeros(len(sentences), dtype=np.int64))


def test_on_sumys_own_terms_our_textrank_gives_its_ranking() -> None:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.text_rank import TextRankSummarizer

    found = of_ferry()
    texts = [sentence.text for sentence in found.sentences if len(sentence.text.split()) > 1]
    tokenizer = sumy.Tokenizer()
    document = ObjectDocumentModel([Paragraph([Sentence(text, tokenizer) for text in texts])])
    theirs = TextRankSummarizer().rate_sentences(document)
    terms = counted([tokenizer.to_words(text) for text in texts])
    size = len(texts)
    ours = pagerank(similarities(terms.counts), np.full(size, 1 / size), tolerance=SUMY_TOLERANCE)
    expected = np.array([theirs[sentence] for sentence in document.sentences])
    assert ours == pytest.approx(expected, rel=1e-9)
    assert list(np.argsort(-ours, kind="stable")) == list(np.argsort(-expected, kind="stable"))


def test_ranks_are_a_distribution_that_favours_what_others_repeat() -> None:
    terms = counted([("ferry", "rocks"), ("ferry", "rocks", "port"), ("minister", "charts")])
    ranks = pagerank(similarities(terms.counts), np.full(3, 1 / 3))
    assert ranks[1] == pytest.approx(ranks[0], rel=0.2)
    assert ranks.sum() <= 1 + 1e-9
    assert (ranks > 0).all()


def test_every_summariser_sumy_ships_has_a_name() -> None:
    assert sumy.names() == [f"sumy:{name}" for name in (
        "edmundson", "kl", "lex-rank", "lsa", "luhn", "random", "reduction", "sum-basic", "text-rank")]  # fmt: skip
