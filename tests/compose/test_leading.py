"""How fit a sentence is to stand first."""

from datetime import timedelta

from briefing.compose.leading import Leads
from tests.factory import MONDAY, article, extract

VOTE = "Harnby council on Tuesday voted to build the bridge to Selby."
SHOES = "Odile Branner came down the steps with her shoes in her hand."
LATER = "The bridge to Selby was paid for by Harnby council, which borrowed the money."
NEWS = article("a1", f"{VOTE} {'Much was said. ' * 60}{LATER}", title="Harnby council votes to build bridge to Selby")
SCENE = article("a2", f"{SHOES} {VOTE}", title="How Harnby got its bridge", published=MONDAY + timedelta(days=2))
LEADS = Leads(NEWS.title, (NEWS, SCENE))


def test_the_news_is_fitter_than_a_scene_though_that_is_newer() -> None:
    assert LEADS.fitness(extract(NEWS, VOTE)) > LEADS.fitness(extract(SCENE, SHOES))


def test_what_opens_an_article_is_fitter_than_what_stands_deeper() -> None:
    assert LEADS.fitness(extract(NEWS, VOTE)) > LEADS.fitness(extract(NEWS, LATER))


def test_every_mark_lies_between_none_and_all() -> None:
    for each in (extract(NEWS, VOTE), extract(NEWS, LATER), extract(SCENE, SHOES), extract(SCENE, VOTE)):
        assert all(0 <= value <= 1 for value in LEADS.marks(each).values())


def test_a_sentence_tells_of_the_headlines_when_it_has_two_of_their_words() -> None:
    assert LEADS.tells(extract(NEWS, VOTE))
    assert not LEADS.tells(extract(SCENE, SHOES))


def test_an_event_of_one_undated_article_has_fitness_too() -> None:
    alone = article("a3", VOTE, published=None)
    assert Leads(alone.title, (alone,)).fitness(extract(alone, VOTE)) > 0


def test_an_article_whose_head_says_little_of_the_first_line_is_beside() -> None:
    other = article("a4", "Bakers in Lindow sold nine hundred loaves before noon.", title="Loaves of Lindow")
    leads = Leads(NEWS.title, (NEWS, SCENE, other))
    assert leads.beside(extract(NEWS, VOTE)) == {"a4"}
