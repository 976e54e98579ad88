import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import RenderError
from briefing.model import Brief
from briefing.render.to_mail import BYTES_MAX, COLUMNS, Mail, Setting, to_mail
from tests.render.mail_page import Page
from tests.render.sample import empty, rich

SETTING = Setting("mailto:desk@harnby.example?subject=unsubscribe")


def large(events: int) -> Brief:
    """A briefing with so many events in full, and as many on a line."""
    whole = rich()
    return replace(whole, sections=whole.sections * (events // 2), also=whole.also * (events // 2))


def mail(brief: Brief | None = None, setting: Setting = SETTING) -> Mail:
    return to_mail(brief or rich(), setting)


def test_the_subject_says_what_it_is_and_what_comes_first() -> None:
    assert (
        mail().subject == "Weekly briefing, 11 to 17 May 2026: Ferry runs aground off Port Selby, all passengers safe"
    )
    assert mail(empty()).subject.endswith(": nothing significant")


def test_text_and_html_say_the_same() -> None:
    made = mail()
    text = " ".join(made.text.split())
    page = re.sub(r"<[^>]+>", "", made.html.split("</head>")[1])
    for words in (
        "Transport minister Oskar Brenn ordered an inquiry",
        "We have everyone off the ship and everyone accounted for",
        "harbour master of Port Selby",
        "3 articles",
        "The spring fair in Lindow drew 48,000 visitors",
        "seeds/broken.jsonl (line 4 is not JSON)",
        "Tolls will be $4 a vehicle",
    ):
        assert words in text
        assert words in page.replace("&nbsp;", " ").replace("\xa0", " ")


def test_every_sentence_names_its_place() -> None:
    made = mail()
    assert "[Selby Courier, 13 May 2026]" in " ".join(made.text.split())
    assert 'href="https://news.example/3#:~:text=' in made.html


def test_nothing_is_fetched_from_anywhere() -> None:
    page = Page(mail(setting=replace(SETTING, logo="logo", logo_alt="Harnby desk")).html)
    assert [value for _, name, value in page.attributes if name in ("src", "background")] == ["cid:logo"]
    assert ("img", "alt", "Harnby desk") in page.attributes
    assert "url(" not in mail().html
    assert "@import" not in mail().html


@pytest.mark.parametrize("events", [60, 4000])
def test_a_page_that_would_be_clipped_names_the_last_events_instead(events: int) -> None:
    made = mail(large(events))
    assert len(made.html.encode()) <= BYTES_MAX
    assert not made.whole
    for part in (made.html, made.text):
        assert "The full briefing is attached" in part or "which is attached" in part
        assert "Coverage" in part
    linked = mail(large(events), replace(SETTING, web="https://harnby.example/2026/2026-W20.html"))
    assert 'href="https://harnby.example/2026/2026-W20.html"' in linked.html


def test_as_much_is_told_as_fits() -> None:
    made = mail(large(60))
    assert len(made.html.encode()) > BYTES_MAX - 5_000
    assert mail().whole


def test_lines_of_text_fit_an_answer_but_for_addresses() -> None:
    long = [line for line in mail().text.splitlines() if len(line) > COLUMNS]
    assert all(re.fullmatch(r"\s*\S+", line) or line.startswith("Unsubscribe") for line in long)


def test_hostile_headlines_stay_text() -> None:
    brief = rich()
    nasty = "</td><script>alert(1)</script><img src=x>{{ title }}\x00\u202e" + "w" * 5000
    section = brief.sections[0]
    brief = replace(brief, sections=(replace(section, event=replace(section.event, headline=nasty)),))
    made = mail(brief)
    assert set(Page(made.html).elements) == set(Page(mail().html).elements)
    assert "{{ title }}" in made.html
    assert "\x00" not in made.html + made.text


def test_a_users_own_template_goes_before_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "mail.txt.j2").write_text("{{ title }}: {{ parts | length }}", encoding="utf-8")
    made = to_mail(rich(), SETTING, templates=tmp_path)
    assert made.text == "Weekly briefing: 2"
    (tmp_path / "mail.html.j2").write_text("{{ nothing_of_that_name }}", encoding="utf-8")
    with pytest.raises(RenderError, match=r"mail\.html\.j2"):
        to_mail(rich(), SETTING, templates=tmp_path)
