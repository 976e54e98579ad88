import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.read.xml_text import root_name, tree, xml_text

BODY = "<news><title>Hafen geöffnet</title></news>"


@pytest.mark.parametrize(
    "codec", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32-be", "cp037"]
)
def test_a_document_is_decoded_as_it_declares(codec: str) -> None:
    body = f"<?xml version='1.0' encoding='{codec}'?>{BODY}".encode(codec)
    assert xml_text(body) == BODY


def test_an_encoding_that_is_none_of_text_is_not_used() -> None:
    body = b"<?xml version='1.0' encoding='unicode_escape'?><a>\\x41</a>"
    assert xml_text(body) == "<a>\\x41</a>"


@pytest.mark.parametrize(
    "prolog",
    [
        "<!DOCTYPE rss PUBLIC '-//Sample//DTD//EN' 'http://dtd.example/rss.dtd'>",
        "<!-- <news --><!DOCTYPE news SYSTEM 'file:///etc/passwd'>",
        "<?style x?>\n<!doctype news [ <!ELEMENT news ANY> ]>",
    ],
)
def test_a_document_type_is_cut_out_with_whatever_it_names(prolog: str) -> None:
    text = xml_text((prolog + BODY).encode())
    assert text is not None
    assert "DOCTYPE" not in text.upper()
    assert root_name(text) == "news"


@pytest.mark.parametrize(
    "prolog",
    [
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
        "<!-- x --><!DOCTYPE a [ <!ENTITY % b ']'> <!ENTITY c '&b;&b;'>]>",
        "<!DOCTYPE a [<!ELEMENT a ANY>\n<!entity b 'c'>]>",
        "rubbish <!DOCTYPE a [<!ENTITY b 'c'>]>",
        "<!DOCTYPE a [<!ENTITY b '<a>'>]>",
        "<!DOCTYPE a [<!ENTITY b 'c'",
        "<!DOCTYPE a [ ] > <!DOCTYPE a [<!ENTITY b 'c'>]>",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_a_document_that_declares_entities_is_refused(prolog: str, codec: str) -> None:
    assert xml_text((prolog + BODY).encode(codec)) is None


def test_an_article_may_write_about_entities() -> None:
    text = xml_text(b"<a><![CDATA[<!DOCTYPE x [<!ENTITY y 'z'>]>]]></a>")
    assert text is not None
    assert tree(text).text.startswith("<!DOCTYPE")


def test_entities_of_html_are_their_letters_and_unknown_ones_nothing() -> None:
    assert tree("<a>M&uuml;ller &amp; S&ouml;hne&nosuchthing;</a>").text == "Müller & Söhne"


def test_what_is_cut_short_is_read_as_far_as_it_goes() -> None:
    assert [child.text for child in tree("<a><b>one</b><b>two</b><b>thr")] == ["one", "two", "thr"]


@pytest.mark.parametrize("text", ["", " ", "no xml", "<", "<!--", "<?", "<!DOCTYPE"])
def test_what_is_no_xml_has_no_root(text: str) -> None:
    assert root_name(xml_text(text.encode()) or "") == ""
    assert tree(text) is None


def test_long_rubbish_takes_no_time() -> None:
    start = time.process_time()
    for piece in ("<!--", "<?", "<!DOCTYPE [", " ", "<!-- --> ", "&a", "<"):
        text = xml_text((piece * 200_000).encode())
        root_name(text or "")
    assert time.process_time() - start < 2


@given(st.binary(max_size=300))
def test_no_bytes_are_an_error(body: bytes) -> None:
    text = xml_text(body)
    if text:
        root_name(text)
        tree(text)
