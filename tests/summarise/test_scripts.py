"""Languages that no rule was made for: sentences end where their writing ends them, and have words to be counted."""

from dataclasses import replace

import pytest

from briefing.summarise import summarise
from briefing.text.words import length, words_in
from tests.factory import article as english

HINDI = "पुराना पुल टूट गया और रास्ता बंद है। पुलिस ने बताया कि कोई घायल नहीं हुआ। महापौर ने जाँच का आदेश दिया है।"
CHINESE = (
    "周二早上，地铁三号线因停电中断两个小时。约一万名乘客改乘公共汽车。地铁公司说，原因正在调查，下午列车已恢复正常。"
)
JAPANESE = "火曜日の朝、地下鉄は停電のため二時間止まりました。約一万人がバスに乗り換えました。"


@pytest.mark.parametrize(("language", "text", "sentences"), [("hi", HINDI, 3), ("zh", CHINESE, 3), ("ja", JAPANESE, 2)])
def test_a_text_in_another_script_has_key_sentences(language: str, text: str, sentences: int) -> None:
    found = summarise([replace(english("a", text), language=language)], words=100)
    assert len(found) == sentences
    assert all(each.span.of(text)[-1] in "。।" for each in found)


def test_two_letters_are_a_word_where_there_are_no_spaces() -> None:
    assert words_in("地铁三号线 停运 in 2026", "zh") == ["地铁", "铁三", "三号", "号线", "停运", "in", "2026"]
    assert length("地铁三号线，停运 in 2026。", "zh") == 6
    assert length("The metro stood still", "zh") == length("The metro stood still") == 4
    assert words_in("", "zh") == words_in("", "en") == []
