import pytest

from briefing.summarise import summarise
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
