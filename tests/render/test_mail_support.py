import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from briefing.letters import PICTURES
from briefing.model import Brief
from briefing.render.to_mail import Setting, to_mail
from tests.render.mail_page import Page
from tests.render.sample import rich

# What Gmail, Outlook and Apple Mail know, by caniemail.com; benchmarks/render_mail_support.py makes it from their data.
TABLE = Path(__file__).with_name("mail_support.tsv")


@cache
def support() -> dict[str, str]:
    """Thing → "yes", "partly", "unknown", "no", or "" where nobody keeps track of it."""
    rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[1:]]
    return {row[0]: row[3] if len(row) > 3 else "" for row in rows}


def shortened() -> Brief:
    whole = rich()
    return replace(whole, sections=whole.sections * 30, also=whole.also * 30)


@cache
def pages() -> tuple[Page, ...]:
    """Letters with everything a letter can have."""
    plain = Setting("mailto:desk@harnby.example?subject=unsubscribe")
    full = Setting("https://harnby.example/out", ("ferry",), "https://harnby.example/a.html", "logo", "Harnby desk")
    made = [to_mail(brief, setting) for brief in (rich(), shortened()) for setting in (plain, full)]
    return tuple(Page(each.html) for each in made)


def test_the_letter_is_made_of_nothing_that_a_mail_program_does_not_know() -> None:
    used = {thing for page in pages() for thing in page.things()} | set(PICTURES.values())
    assert used <= support().keys()
    assert {support()[thing] for thing in used} <= {"yes", "partly", ""}


def test_the_table_holds_nothing_that_the_letter_does_not_use() -> None:
    used = {thing for page in pages() for thing in page.things()} | set(PICTURES.values())
    assert support().keys() <= used


def test_what_is_known_in_part_is_used_in_that_part() -> None:
    for page in pages():
        for tag, style, value in page.styles():
            if style == "padding" or style.startswith("border"):  # Outlook for Windows: on cells only
                assert tag == "td"
            if style.startswith("border"):  # the same: not beyond 8 pixels
                assert int(value.split("px")[0]) <= 8
            if style == "width" or (style == "max-width" and tag != "img"):
                assert tag == "table"  # the same; a logo wider than the window is for the operator to see to
            if style == "margin":
                assert tag not in ("span", "body")
                assert "-" not in value
                assert "auto" not in value
            if style == "font-size":
                assert value.endswith("px")
            if style == "font-weight":
                assert value in ("bold", "normal")
            if style == "line-height":  # the same: strange in pixels and ems
                assert re.fullmatch(r"\d(\.\d+)?", value)


def test_there_is_no_html5_doctype_and_yet_no_browser_goes_into_quirks_mode() -> None:
    # Of the public identifiers without an address this one means standards mode (HTML, 13.2.6.4.1).
    assert {page.declaration for page in pages()} == {'DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"'}


def test_ground_and_ink_are_the_programs_own_and_a_pair_so_the_letter_is_dark_where_that_is() -> None:
    for page in pages():
        styles = [value for _, name, value in page.attributes if name == "style" and "Canvas" in value]
        assert set(styles) == {"background-color: Canvas; color: CanvasText;", "color: CanvasText;"}
        assert {value for _, style, value in page.styles() if style == "color"} == {"inherit", "CanvasText"}
        assert {value for _, style, value in page.styles() if style == "background-color"} == {"Canvas"}
        assert not [name for _, name, _ in page.attributes if name in ("bgcolor", "background", "color", "text")]


def test_no_table_falls_back_to_another_ink_in_quirks_mode() -> None:
    # There a table does not take the colour of text from what is around it (HTML, 15.3.8); its rows say it again.
    for page in pages():
        rows = page.elements.count("tr")
        said = [tag for tag, style, value in page.styles() if (style, value) == ("color", "CanvasText")]
        assert said.count("tr") == rows - 1  # all but the outermost table's, which says it itself
        assert said.count("table") == 1


def test_rules_stand_out_from_white_and_from_the_grounds_of_dark_programs() -> None:
    colours = {value.split("#")[1] for page in pages() for _, style, value in page.styles() if "#" in value}
    assert colours
    for colour in colours:
        for ground in ("ffffff", "000000", "1f1f1f"):
            assert contrast(colour, ground) >= 3  # WCAG 2.2, 1.4.11: what is not text


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: how much one colour stands out from another, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
