"""Sentences of two articles that tell one fact."""

from dataclasses import replace
from datetime import timedelta

from briefing.compose.leading import Leads
from briefing.compose.retold import WEIGHTS, Tellings, without_second_tellings
from briefing.model import Difference, Extract, Place, Span
from tests.factory import MONDAY, article, extract

NOTHING: frozenset[str] = frozenset()


def by_rank(one: Extract) -> float:
    return -one.rank


def test_of_two_first_sentences_that_tell_one_fact_the_one_worth_more_stays() -> None:
    will = "Prime Minister Irena Stolvik will speak at the harvest march in Lindow on Friday, her office announced."
    spoke = (
        "Prime Minister Irena Stolvik spoke at the harvest march in Lindow on Friday, the first of her office to do so."
    )
    other = "Farmers emptied three carts of onions before the town hall."
    old = article("a1", f"{will} {other}")
    new = article("a2", spoke, published=MONDAY + timedelta(days=2))
    texts = {each.id: each for each in (old, new)}
    found = (extract(old, will), extract(new, spoke, rank=1), extract(old, other, rank=2))
    leads = Leads(old.title, (old, new))
    assert without_second_tellings(found, texts, leads.headline, leads.fitness) == found[1:]
    assert without_second_tellings(found, texts, leads.headline, by_rank) == (found[0], found[2])


def test_two_articles_that_begin_with_what_one_person_did_tell_one_fact() -> None:
    first = "Irena Stolvik unveiled a large relief bill on Tuesday, the fifth since the drought began."
    second = "Irena Stolvik unveiled a 300 million crown relief package that gives wells to every town."
    third = (
        "Irena Stolvik swam across the harbour of Kessel on Sunday, a thing that no head of a Valdorian "
        "government had dared since the old lighthouse keeper drowned there."
    )
    texts = {
        str(n): article(str(n), text, published=MONDAY + timedelta(hours=n))
        for n, text in enumerate((first, second, third))
    }
    found = tuple(extract(texts[str(n)], text, rank=n) for n, text in enumerate((first, second, third)))
    assert without_second_tellings(found, texts, NOTHING, by_rank) == (found[0], found[2])


def test_deeper_in_an_article_more_of_the_words_must_be_the_same() -> None:
    first = "Secretary Irena Stolvik this week declared the strait of Selby to be no longer open to foreign trawlers."
    deeper = (
        "On Wednesday, Stolvik declared that the strait of Selby was “no longer open,” which fishermen had long "
        "asked for."
    )
    again = f"Fog lay on the strait for the third day in a row, and nobody could see farther than a boat. {deeper}"
    texts = {"0": article("0", first), "1": article("1", again, published=MONDAY + timedelta(hours=1))}
    found = (extract(texts["0"], first), extract(texts["1"], deeper, rank=1))
    assert without_second_tellings(found, texts, NOTHING, by_rank) == found[:1]


BODY = (
    " The audit was ordered two years ago, after dockers complained that cranes stood idle. It counts ninety cranes in"
    " four yards, and finds that a third of them were not greased. The harbour board of Port Selby said it would answer"
    " by autumn; the union of dockers asked for its own count."
)
AUDIT = "Port Selby came under scrutiny on Tuesday with an audit that slams how its harbour keeps cranes."
RELEASED = "On Tuesday the harbour board released the results of its audit, on ninety cranes from rope to rust."
HEADLINE = frozenset({"audit", "crane", "harbour", "selbi"})


def test_two_full_reports_of_one_day_tell_one_fact_in_other_words() -> None:
    texts = {"0": article("0", AUDIT + BODY), "1": article("1", RELEASED + BODY)}
    found = (extract(texts["0"], AUDIT), extract(texts["1"], RELEASED, rank=1))
    assert without_second_tellings(found, texts, HEADLINE, by_rank) == found[:1]


def test_what_another_article_makes_of_it_stays() -> None:
    union = "Docker Olle Brandt said the union would march to the town hall for an audit of wages."
    aside = " Wages have not risen since the strike, he said. The mayor would not say whether she would come down."
    texts = {"0": article("0", AUDIT + BODY), "1": article("1", union + aside)}
    found = (extract(texts["0"], AUDIT), extract(texts["1"], union, rank=1))
    assert without_second_tellings(found, texts, HEADLINE, by_rank) == found


def test_in_a_language_that_was_not_read_only_rules_tell() -> None:
    texts = {one: replace(article(one, text + BODY), language="de") for one, text in (("0", AUDIT), ("1", RELEASED))}
    found = (extract(texts["0"], AUDIT), extract(texts["1"], RELEASED, rank=1))
    assert without_second_tellings(found, texts, HEADLINE, by_rank) == found


def test_every_mark_lies_between_none_and_all_and_has_a_weight() -> None:
    texts = {"0": article("0", AUDIT + BODY), "1": article("1", RELEASED + BODY)}
    found = (extract(texts["0"], AUDIT), extract(texts["1"], RELEASED))
    marks = Tellings(found, texts, HEADLINE).marks(found[0], found[1])
    assert marks.keys() == WEIGHTS.keys()
    assert all(0 <= value <= 1 for value in marks.values())


def test_of_two_counts_that_differ_the_later_stays_and_what_has_none_tells_neither() -> None:
    before = "Port Selby has counted twelve idle cranes on Tuesday, an audit of its harbour said."
    after = "The audit of the harbour of Port Selby has risen to forty idle cranes, the board said on Tuesday."
    texts = {
        one: article(one, text + BODY, published=MONDAY + timedelta(hours=int(one)))
        for one, text in (("0", before), ("1", after), ("2", AUDIT))
    }
    found = tuple(extract(texts[one], text, rank=int(one)) for one, text in (("0", before), ("1", after), ("2", AUDIT)))
    places = tuple(
        Place(each.article_id, Span(start, start + len(word)))
        for each, word in zip(found, ("twelve", "forty"), strict=False)
        for start in (texts[each.article_id].text.index(word),)
    )
    assert without_second_tellings(found[:2], texts, HEADLINE, by_rank) == found[:1]
    cranes = (Difference("cranes", places),)
    assert without_second_tellings(found[:2], texts, HEADLINE, by_rank, cranes) == found[1:2]
    assert found[1] in without_second_tellings(found[1:], texts, HEADLINE, lambda one: one.rank, cranes)
