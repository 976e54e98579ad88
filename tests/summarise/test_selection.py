import pytest

from briefing.summarise import summarise
from briefing.summarise.above import Above
from briefing.summarise.anchors import Known
from briefing.summarise.candidates import candidates
from briefing.summarise.standing import Judge, Judgement
from tests.summarise.articles import article

PLACES = ("Harnby", "Port Selby", "Kessel", "Lindow")
DEEDS = ("closed its harbour", "voted on the new bridge", "paid the dockers", "opened a school", "sold two ferries")


def test_most_sentences_are_never_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only those that are about to be chosen."""
    judged = []
    of = Judge.of

    def counted(judge: Judge, number: int) -> Judgement:
        judged.append(number)
        return of(judge, number)

    monkeypatch.setattr(Judge, "of", counted)
    texts = [
        " ".join(
            f"The council of {place} {deed} on {day} May because of {100 + 7 * day + number} complaints."
            for day in range(1, 13)
            for deed in DEEDS
        )
        for number, place in enumerate(PLACES)
    ]
    articles = [article(str(number), text) for number, text in enumerate(texts)]
    assert summarise(articles, words=100)
    assert len(set(judged)) < len(candidates(articles)) / 4


def test_where_too_few_of_the_nearest_may_be_chosen_the_next_ones_are_tried() -> None:
    near = "\n".join(f"He said the harbour of Port Selby would shut for {number} days." for number in range(200))
    far = (
        "Nothing else happened.",
        "Olga Brandt repaved Mill Street in Kessel with stone from a quarry in Estmark.",
        "Teachers in Lindow were paid four per cent more than a year ago.",
        "Marek Toll sold two ferries to a company that runs hotels in Harnby.",
        "A court in Valdoria heard nine witnesses about the fire at the mint.",
        "Lena Dorn opened a school for sailors beside the old lighthouse of Selby Head.",
        "Farmers around Kessel lost a third of their barley to hail in June.",
    )
    articles = [article("a", near), article("b", near, hours=1), article("c", "\n".join(far), hours=2)]
    chosen = summarise(articles, words=100)
    assert {found.article_id for found in chosen} == {"c"}
    assert sum(len(found.span.of(articles[2].text).split()) for found in chosen) >= 50


def test_what_begins_several_names_is_no_first_name() -> None:
    armies = article(
        "a", "The V.R. Army, the V.R. Navy and the V.R. Guard left Kessel. The V.R. signed an accord with Estmark."
    )
    people = article("b", "Olga Brandt left Kessel on Monday. Then Olga signed an accord with Estmark.")
    small = [each.text.lower() for each in (armies, people)]
    told = Known((armies, people), small)
    assert not told.is_stranger("v.r", 0)
    assert told.is_stranger("olga", 1)


def test_a_name_is_told_by_a_capital_inside_sentences_and_by_none_without() -> None:
    text = "The ferry reached Port Selby. Rope from Kessel was sold for rope."
    told = Known((article("a", text),), (text.lower(),))
    assert told.is_name("selby")
    assert told.is_name("kessel")
    assert not told.is_name("rope")
    assert not told.is_name("ferry")


def test_printed_one_by_one_a_second_telling_is_left_out_sooner() -> None:
    first = (
        "Governor Orla Brandt on Friday signed the harbour act in Kessel, which forbids night ferries between islands."
    )
    again = (
        "On Friday in Kessel Governor Orla Brandt put her name to the harbour act, long disputed by skippers of Selby."
    )
    articles = [article("a", first), article("b", again)]
    assert len(summarise(articles, words=60)) == 2
    assert len(summarise(articles, words=60, above=Above("Brandt signs harbour act"))) == 1
