"""The PDF: the same bytes every time, tagged, and made whatever the text."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.render import render
from briefing.render.arrange import arrange
from briefing.render.to_pdf import telling_of, without_glyph
from briefing.verify.in_pdf import attachments
from tests.render.chromium import lacking
from tests.render.sample import empty, rich

MARGIN = 80  # points that every page leaves free on its right
UA = b"pdfuaid:part"  # the XMP property by which a PDF claims PDF/UA


def test_the_same_briefing_gives_the_same_bytes() -> None:
    assert render(rich(), "pdf") == render(rich(), "pdf")


def test_the_pdf_claims_pdf_ua_and_is_tagged() -> None:
    pdf = render(rich(), "pdf")
    assert UA in pdf
    assert b"/StructTreeRoot" in pdf
    assert b"/Lang" in pdf


def test_an_empty_window_is_a_page_too() -> None:
    assert UA in render(empty(), "pdf")


def test_words_in_another_language_are_tagged_with_it() -> None:
    foreign = tuple(replace(each, language="de") for each in rich().articles)
    assert re.search(rb"/Lang ?\(de\)", render(replace(rich(), articles=foreign), "pdf"))


def test_greek_and_cyrillic_have_their_letters() -> None:
    assert UA in render(replace(rich(), title="Еженедельный обзор — Εβδομαδιαία σύνοψη"), "pdf")


@pytest.mark.parametrize("title", ["每週簡報", "Ferry ⛴ 🚢"])
def test_a_character_without_a_glyph_costs_the_claim_and_not_the_page(title: str) -> None:
    pdf = render(replace(rich(), title=title), "pdf")
    assert pdf.startswith(b"%PDF-")
    assert UA not in pdf


def test_characters_without_a_glyph_are_told_of_where_they_are_missed() -> None:
    pdf = render(replace(rich(), title="每週簡報 ⛴"), "pdf")
    (data,) = attachments(pdf)
    remark = data["coverage"][-1]
    assert remark["label"] == "Not shown, for want of a font:"
    assert remark["text"].startswith("5\u00a0characters (FERRY, CJK).")
    assert data["title"] == "每週簡報 ⛴"


def test_where_every_character_has_its_glyph_nothing_is_said() -> None:
    assert telling_of(arrange(rich()), without_glyph("error: something else")) == arrange(rich())


def test_a_word_longer_than_a_line_stays_on_the_page_and_is_kept_whole_for_verify(tmp_path: Path) -> None:
    reader = shutil.which("pdftotext")
    if reader is None:
        lacking("pdftotext")
        return
    name = "Dampfschifffahrtsgesellschaft" * 8
    pdf = render(replace(rich(), articles=tuple(replace(each, outlet=name) for each in rich().articles)), "pdf")
    (tmp_path / "long.pdf").write_bytes(pdf)
    boxes = subprocess.run(
        [reader, "-bbox", "long.pdf", "-"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    width = float(re.findall(r'<page width="([0-9.]+)"', boxes)[0])
    assert max(float(end) for end in re.findall(r'xMax="([0-9.]+)"', boxes)) < width - MARGIN
    assert name in str(list(attachments(pdf)))
