"""Strings that break programs, spoken, speaking and standing about: nothing raises, and every offset holds."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.quote import quote
from tests.factory import article

NAUGHTY = (
    "", " ", "\u00a0", "\u200b\u200d\ufeff", "\u202ekcab\u202c", "\u2066isolated\u2069", "none", "nil", "NaN", "-7/0",
    "9e999", "0xffff", "٤٥٦", "⅓ of ⅞", "√∞≠Δ", "ﬁ ﬂ ﬀ", "ǅ ǆ Ǆ", "ß ẞ ſ", "İ ı I i", "e\u0301\u0302\u0303" * 9,
    "港の人", "하늘과 바다", "ים ונמל", "👩\u200d🚒 🏴 🇪🇺", "(╯_╰)", "<b onclick='said()'>", "<tweet author=\"@Roe\">",
    "'; DELETE FROM roe; --", "%s %d {0} {{", "../../harnby", "=1+said()", "\x00", "\x07\x08\x1b[31m", "\r\n\r\n",
    "\u2028\u2029\x85\x0b\x0c", "\ud800", "\udfff\ud800", "\U0010ffff", "''", "``", '"', "“”", "””“", "‘’‘", "«»»«",
    "„“", "'s", "’s’s", "Mr.", "Jr.", "O'", "al-", "-al-", "A.A.A.A.A.A.A.", "…...", "—–-‐", "(", "[sic]", ")](",
    "Ã©Ã±", "A\u0303\xa9", "RoeRoeRoe", "ROE ROE ROE ROE ROE ROE", "mcROE-o'roe.roe", "according to according to",
)  # fmt: skip
AROUND = (
    "{0}",
    '"{0}," said {0}.',
    "“We go home,” {0} said. “{0}”",
    '{0} told {0}: "{0} {0} {0} {0}',
    "According to {0}, the mayor of {0}, “{0} is {0}”.\n\n“{0},” he added.",
    "Ana Velt ({0}), {0}, said that {0} was {0}. Her call for “{0}” failed.",
)


def check(text: str, title: str = "") -> None:
    found = quote(article(text=text, title=title))

    for each in found:
        assert 0 <= each.span.start < each.span.end <= len(text)
        assert each.mention_span is None or 0 <= each.mention_span.start < each.mention_span.end <= len(text)
        assert 0 <= each.confidence <= 1
        assert each.speaker is None or each.speaker.strip()
        assert each.speaker is not None or not each.confidence
    assert list(found) == sorted(found, key=lambda each: (each.span, each.kind))
    direct = [each.span for each in found if each.kind == "direct"]
    assert all(one.end <= other.start for one, other in pairwise(direct))


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("words", NAUGHTY)
def test_a_naughty_string_is_only_a_string(words: str, around: str) -> None:
    check(around.format(words), words)


@given(st.lists(st.sampled_from([*NAUGHTY, *AROUND, "he said", "Ana Velt", "\n", " "]), max_size=25), st.text())
def test_naughty_strings_together_are_no_worse(pieces: list[str], title: str) -> None:
    check("".join(pieces), title)
