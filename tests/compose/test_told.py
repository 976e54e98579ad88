"""What an earlier briefing has told, and what only shares its words."""

import pytest

from briefing.compose.redundancy import adds_nothing, statement
from briefing.compose.told import Sentence, already_told

# Told one day; what is told the next. Each second one shares so many words that within a briefing it is a repetition.
NEWS = """
The Kessel court is to decide on Tuesday whether Jon Melk is guilty of fraud on the harbour fund.
The Kessel court found Jon Melk guilty of fraud on the harbour fund on Tuesday.
The council of Harnby will vote on Tuesday on a tram from the station to the harbour.
The council of Harnby voted on Tuesday for a tram from the station to the harbour.
The government of Valdoria plans to close the border with Estmark for trucks from Friday.
The government of Valdoria closed the border with Estmark for trucks on Friday.
Teachers in Lindow threaten to strike from Wednesday over the size of classes.
Teachers in Lindow went on strike on Wednesday over the size of classes.
Foreign minister Ida Castellan may meet her Estmark colleague Peer Lund in Kessel this week.
Foreign minister Ida Castellan met her Estmark colleague Peer Lund in Kessel.
Foreign minister Ida Castellan met her Estmark colleague Peer Lund in Kessel on Monday.
Foreign minister Ida Castellan did not meet her Estmark colleague Peer Lund in Kessel on Tuesday.
Rescuers near Vell are searching for the crew of the trawler Anna Lund.
Rescuers near Vell have stopped searching for the crew of the trawler Anna Lund.
The harbour of Port Selby is closed to ferries after a tanker lost oil.
The harbour of Port Selby is open to ferries again after a tanker lost oil.
Police in Harnby arrested a man of 34 over the fire in the paint factory.
Police in Harnby released a man of 34 whom they had arrested over the fire in the paint factory.
The Harnby shipyard will lay off 400 workers in June, its owner said.
The Harnby shipyard will not lay off 400 workers in June, its owner said.
President Brandt said that she would sign the law on fisheries.
President Brandt signed the law on fisheries.
Peer Lund was nominated as judge at the supreme court of Valdoria.
Peer Lund was confirmed as judge at the supreme court of Valdoria.
A bill on smaller classes was introduced in the parliament of Valdoria by Ida Castellan.
A bill on smaller classes by Ida Castellan was rejected in the parliament of Valdoria.
""".strip().splitlines()
SAME = """
At least 12 people died when a ferry sank off Port Selby early on Monday, the coast guard said.
Twelve people died when a ferry sank off Port Selby in fog on Monday, according to the coast guard.
The council of Harnby voted on Monday by 31 to 20 for a tram to the harbour that costs 210 million crowns.
The council of Harnby voted for a tram to the harbour that costs 210 million crowns.
A court in Kessel sentenced the former harbour director Jon Melk to four years in prison on Friday.
Jon Melk, the former harbour director, was sentenced to four years in prison by a court in Kessel.
An earthquake of magnitude 6.1 destroyed much of the hill town of Vell in the early hours of Saturday.
An earthquake of magnitude 6.1 destroyed much of the hill town of Vell early on Saturday, officials said.
The council of Harnby will vote on Tuesday on a tram from the station to the harbour.
The council of Harnby is to vote on a tram from the station to the harbour.
Ada Quill has won the great prize for letters of Valdoria, the academy announced.
The great prize for letters of Valdoria was won by Ada Quill, the academy announced on Monday.
A wolf that killed more than sixty sheep in the hills above Tarn has been shot by order of the district.
The district had a wolf shot that killed more than sixty sheep in the hills above Tarn.
""".strip().splitlines()


@pytest.mark.parametrize(("old", "new"), [*zip(NEWS[::2], NEWS[1::2], strict=True)])
def test_what_was_to_come_and_is_done_or_denied_is_news_though_it_shares_the_words(old: str, new: str) -> None:
    assert adds_nothing(statement(new, "en"), statement(old, "en"))
    assert not already_told(Sentence(new, "en"), Sentence(old, "en"))


@pytest.mark.parametrize(("old", "new"), [*zip(SAME[::2], SAME[1::2], strict=True)])
def test_what_says_the_same_in_other_words_was_told(old: str, new: str) -> None:
    assert already_told(Sentence(new, "en"), Sentence(old, "en"))


def test_a_toll_that_rose_was_not_told() -> None:
    old = "At least 12 people died when a ferry sank off Port Selby early on Monday, the coast guard said."
    for new in ("19", "nineteen"):
        assert not already_told(Sentence(old.replace("12", new), "en"), Sentence(old, "en"))


def test_in_other_languages_common_words_decide() -> None:
    old = "Der Rat von Harnby wird am Dienstag über die Straßenbahn zum Hafen abstimmen."
    new = "Der Rat von Harnby hat am Dienstag über die Straßenbahn zum Hafen abgestimmt."
    assert already_told(Sentence(old, "de"), Sentence(old, "de"))
    assert already_told(Sentence(new, "de"), Sentence(old, "de")) == adds_nothing(
        statement(new, "de"), statement(old, "de")
    )
