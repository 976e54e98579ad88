"""Sentences beside the event."""

from dataclasses import replace

from briefing.compose.redundancy import statement
from briefing.compose.relevance import FULL, background_last, of_one_matter, to_the_point
from tests.factory import article, extract

SIGNED = "The leaders of Estmark and Valdoria signed the accord on the Norrin Bridge on Thursday."
PENS = "The leaders exchanged pens when the accord on the bridge was signed."
CAKE = "Edda Fairlie set out from home with a cake in a tin."
WALK = "About 3,000 people walked over the Norrin Bridge after the leaders had signed."
REPORT = article("a1", f"{SIGNED} {PENS}", title="Leaders sign accord on Norrin Bridge")
FEATURE = article("a2", f"{CAKE} {WALK}", title="Two sisters meet on Norrin Bridge")
ALL = (extract(FEATURE, CAKE), extract(REPORT, SIGNED, rank=1), extract(FEATURE, WALK, rank=2))


def test_a_sentence_that_shares_no_word_with_the_event_is_left_out() -> None:
    assert to_the_point(ALL, (REPORT, FEATURE)) == ALL[1:]


def test_what_a_single_article_tells_is_of_its_event() -> None:
    alone = (extract(FEATURE, CAKE), extract(FEATURE, WALK, rank=1))
    assert to_the_point(alone, (FEATURE,)) == alone


def test_a_section_is_not_emptied() -> None:
    few = (extract(FEATURE, CAKE), extract(REPORT, SIGNED, rank=1))
    assert to_the_point(few, (REPORT, FEATURE)) == few


def test_what_another_article_opens_with_is_of_the_event() -> None:
    third = article("a3", f"With a cake in a tin, Edda Fairlie set out. {WALK}", title="A cake on the bridge")
    assert to_the_point(ALL, (REPORT, FEATURE, third)) == ALL


def test_what_lies_behind_the_event_comes_last() -> None:
    years = "The bridge had been closed since a quarrel over customs six years before."
    report = article("a4", f"{years} {SIGNED}", title="Leaders sign accord on Norrin Bridge")
    told = (extract(report, years), extract(report, SIGNED, rank=1))
    assert background_last(told, (report,)) == told[::-1]


def details(first: str) -> str:
    """A hundred words that no other article has, in sentences of ten."""
    named = [f"{first}{one}{two}" for one in "abdegiklmn" for two in ("ber", "dor", "gal", "hin", "kem", "los", "mur")]
    named += [f"{first}{one}{two}" for one in "oprstuvz" for two in ("ber", "dor", "gal", "hin", "kem")]
    return "".join(f" {' '.join(named[at : at + 10])}." for at in range(0, len(named), 10))


TRAIN = "Nobody was hurt on Thursday when a goods train left the rails north of Harnby."


def test_a_sentence_of_an_article_that_goes_on_to_other_things_is_of_another_matter() -> None:
    signed, train = article("a1", SIGNED + details("qu")), article("a2", TRAIN + details("fy"))
    told = (extract(signed, SIGNED), extract(train, TRAIN, rank=1))
    first = statement(SIGNED, "en").content
    assert of_one_matter(told, told[0], (signed, train), first) == told[:1]
    assert of_one_matter(told, told[0], (signed, train), first | statement(TRAIN, "en").content) == told
    assert of_one_matter(told, told[0], (signed, replace(train, language="de")), first) == told


def test_a_sentence_of_a_report_of_the_same_is_of_one_matter_whatever_its_words() -> None:
    signed, train = article("a1", SIGNED + details("qu")), article("a2", TRAIN + details("qu"))
    told = (extract(signed, SIGNED), extract(train, TRAIN, rank=1))
    assert of_one_matter(told, told[0], (signed, train), statement(SIGNED, "en").content) == told


def test_articles_of_a_few_sentences_do_not_tell_what_their_matter_is() -> None:
    signed, train = article("a1", SIGNED), article("a2", TRAIN)
    told = (extract(signed, SIGNED), extract(train, TRAIN, rank=1))
    assert len(statement(details("qu"), "en").content) >= FULL
    assert of_one_matter(told, told[0], (signed, train), statement(SIGNED, "en").content) == told
