"""Bytes to letters, whoever hands them over: a file, a feed, a mail, a server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.encodings import known_codec, to_text

SENTENCES = {
    "cp1250": "Vláda ve čtvrtek schválila návrh zákona o přístavech, řekl ministr zemědělství v Kesselu. ",
    "cp1251": "Правительство в среду одобрило закон о портах, сказал министр в Кесселе. ",
    "koi8-r": "Правительство в среду одобрило закон о портах, сказал министр в Кесселе. ",
    "cp1252": "Le gouvernement a adopté mercredi la loi sur les ports, a déclaré la ministre à Kessel. ",
    "cp1253": "Η κυβέρνηση ενέκρινε την Τετάρτη τον νόμο για τα λιμάνια, είπε ο υπουργός. ",
    "cp1254": "Hükümet çarşamba günü liman yasasını kabul etti, dedi bakan Kessel'de. Ücretler düşecek. ",
    "cp1255": "הממשלה אישרה ביום רביעי את חוק הנמלים, אמר השר. ",
    "cp1256": "وافقت الحكومة يوم الأربعاء على قانون الموانئ، قال الوزير. ",
    "shift_jis": "政府は水曜日、港湾に関する法律を承認したと大臣が述べた。",
    "gb18030": "政府周三批准了港口法，部长在发布会上说。",
    "big5": "政府週三批准了港口法，部長在發布會上說。",
    "euc_kr": "정부는 수요일 항만법을 승인했다고 장관이 말했다. ",
}


@pytest.mark.parametrize("codec", SENTENCES)
def test_an_alphabet_is_told_by_its_statistics(codec: str) -> None:
    text = (SENTENCES[codec] * 5).encode(codec, "ignore").decode(codec)
    assert to_text(text.encode(codec)) == text


def test_english_with_typographic_marks_is_nothing_rarer_than_windows_latin() -> None:
    text = "“It won’t sail,” the harbour master said — “not this week”. The ferry’s owners wouldn’t say more. " * 9
    assert to_text(text.encode("cp1252")) == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_is_told_by_its_nuls(codec: str) -> None:
    assert to_text("The ferry sailed.".encode(codec)) == "The ferry sailed."


def test_what_is_declared_is_believed_unless_the_bytes_are_utf_8() -> None:
    assert to_text("Паром ушёл.".encode("cp1251"), "windows-1251") == "Паром ушёл."
    assert to_text("Паром ушёл.".encode(), "windows-1251") == "Паром ушёл."
    assert to_text("船は出た。".encode("iso2022_jp"), "ISO-2022-JP") == "船は出た。"


@pytest.mark.parametrize("name", ["punycode", "idna", "unicode_escape", "rot13", "utf-7", "a\0b", "no such thing", ""])
def test_only_real_character_sets_may_be_named(name: str) -> None:
    assert known_codec(name) is None


@given(st.binary(max_size=300), st.sampled_from(["", "utf-16", "shift_jis", "hz", "cp1251", "nonsense"]))
def test_no_bytes_are_an_error(body: bytes, declared: str) -> None:
    assert isinstance(to_text(body, declared), str)
