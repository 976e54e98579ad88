import numpy as np
from scipy.sparse import csr_matrix

from briefing.summarise.methods.lsa import DENSE_BELOW, LEAST_SHARE, MOST_DIMENSIONS, topic_lengths
from briefing.summarise.terms import Vector

SENTENCES, TERMS = 240, 700
TOPIC = 20  # sentences that share a topic's terms; of each topic later in the text they weigh less


def counts() -> csr_matrix:
    """Sentences of eight terms each; every TOPIC of them draw half of theirs from twelve terms of a topic."""
    rows = np.repeat(np.arange(SENTENCES), 8)
    turn = np.tile(np.arange(8), SENTENCES)
    of_topic = (rows // TOPIC) * 12 + (rows * 5 + turn * turn * 3) % 12
    elsewhere = 100 + (rows * rows * 7 + turn * 131 + rows * turn * 17) % (TERMS - 100)
    weights = 1.0 - 0.06 * (rows // TOPIC)
    return csr_matrix((weights, (rows, np.where(turn < 4, of_topic, elsewhere))), shape=(SENTENCES, TERMS))


def exact(weighted: csr_matrix) -> Vector:
    left, values, _ = np.linalg.svd(weighted.toarray(), full_matrices=False)
    left, values = left[:, :MOST_DIMENSIONS], values[:MOST_DIMENSIONS]
    kept = values >= LEAST_SHARE * values[0]
    return np.asarray(np.sqrt(((left[:, kept] * values[kept]) ** 2).sum(axis=1)))


def ranks(lengths: Vector) -> Vector:
    return np.argsort(np.argsort(lengths, kind="stable"), kind="stable").astype(np.float64)


def test_topics_are_followed_nearly_exactly() -> None:
    weighted = counts()
    assert min(weighted.shape) > DENSE_BELOW
    found = ranks(topic_lengths(weighted)), ranks(exact(weighted))
    assert float(np.corrcoef(*found)[0, 1]) > 0.95


def test_a_short_text_is_decomposed_exactly() -> None:
    short = counts()[:DENSE_BELOW]
    assert np.allclose(topic_lengths(short), exact(short))


def test_sentences_that_are_all_the_same_have_one_topic() -> None:
    same = csr_matrix(np.ones((100, 80)))
    assert np.allclose(topic_lengths(same), np.sqrt(80))
