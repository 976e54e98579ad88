import numpy as np
import pytest

from briefing.group.crowding import FROM, OWN_EVENT, SHARE, TO, Floats, Integers, crowding

ARTICLES = TO + 10


def every_pair(similarity: float, articles: int = ARTICLES) -> tuple[Integers, Integers, Floats]:
    left, right = np.triu_indices(articles, 1)
    return left.astype(np.int64), right.astype(np.int64), np.full(len(left), similarity)


def test_an_article_loses_a_share_of_its_similarity_to_its_surroundings() -> None:
    assert crowding(ARTICLES, *every_pair(0.1)) == pytest.approx(SHARE / 2 * 0.1)


def test_what_one_event_s_reports_share_crowds_nobody() -> None:
    left, right, similarity = every_pair(0.0)
    similarity[(left < FROM) & (right < FROM)] = 0.9
    assert np.allclose(crowding(ARTICLES, left, right, similarity), 0)


def test_a_small_batch_has_surroundings_too() -> None:
    assert crowding(20, *every_pair(0.1, 20)) == pytest.approx(SHARE / 2 * 0.1)


@pytest.mark.parametrize("articles", [1, 2, 3, 4])
def test_a_handful_of_articles_is_taken(articles: int) -> None:
    assert (crowding(articles, *every_pair(0.1, articles)) >= 0).all()


def test_an_event_of_a_hundred_reports_does_not_crowd_its_own() -> None:
    assert np.allclose(crowding(ARTICLES, *every_pair(OWN_EVENT)), 0)


def test_the_more_alike_surroundings_are_the_more_they_take_up_to_a_bound() -> None:
    taken = [crowding(ARTICLES, *every_pair(similarity))[0] for similarity in (0.02, 0.05, OWN_EVENT / 2)]
    assert taken == sorted(set(taken))
    assert crowding(ARTICLES, *every_pair(0.9 * OWN_EVENT))[0] < taken[-1]


def test_a_lonely_article_is_not_crowded_by_others_who_are() -> None:
    crowded = crowding(ARTICLES + 1, *every_pair(0.1))  # the last has no pair
    assert crowded[:-1].all()
    assert crowded[-1] == 0


def test_no_articles_have_no_crowding() -> None:
    nothing = np.zeros(0, dtype=np.int64)
    assert len(crowding(0, nothing, nothing, np.zeros(0))) == 0
