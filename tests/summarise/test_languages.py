from dataclasses import replace

from briefing.summarise.languages import uncovered
from tests.summarise.articles import article


def test_a_language_without_rules_is_said_once_with_its_number() -> None:
    polish = article("a", "Statek wypłynął.", language="pl")
    problems = uncovered([polish, replace(polish, id="b"), article("c", "Navio.", language="pt")])
    assert [problem.subject for problem in problems] == ["2 articles in Polish", "1 article in Portuguese"]


def test_languages_with_rules_and_unknown_ones_need_no_word() -> None:
    assert uncovered([article(code, "…", language=code) for code in ("de", "en", "es", "fr", "ru", "uk", "und")]) == ()
