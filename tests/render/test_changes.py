import json
from dataclasses import replace

from briefing.model import Alteration, Amendment, Brief
from briefing.render import render
from briefing.render.arrange import arrange
from briefing.render.changes import SHOWN, changes
from briefing.render.to_json import schema
from briefing.render.to_mail import Setting, to_mail
from briefing.verify import verify
from tests.render.mail_page import Page
from tests.render.sample import BEFORE, rich
from tests.render.schema import faults
from tests.render.test_mail_support import support

NASTY = "<script>alert(1)</script> **bold** [x](javascript:1) “quoted” {{ title }} #panic() \u202e&amp;"
ALTERED = Alteration(
    "000000000001", "Selby Courier", "Ferry stuck", "https://courier.example/1", BEFORE, "It carried 214 people.",
    "It carried 240 people.", "s2",
)  # fmt: skip
AMENDED = (
    Amendment(3, "Ferry", "words", "Nobody was hurt.", "One man was hurt."),
    Amendment(3, "Ferry", "words", "", "Tugs came."),
    Amendment(3, "Bridge", "event", "", "Bridge"),
    Amendment(2, "Ferry", "speaker", "Ingrid Talvoss: All safe.", "Oskar Brenn: All safe."),
)


def changed(*altered: Alteration) -> Brief:
    return replace(rich(), edition=3, amendments=AMENDED, alterations=altered or (ALTERED,))


def pages(brief: Brief) -> dict[str, str]:
    mail = to_mail(brief, Setting("mailto:desk@harnby.example"))
    made = {kind: render(brief, kind).decode() for kind in ("md", "html", "json")}
    return {**made, "mail": mail.html, "text": mail.text}


def test_both_versions_stand_side_by_side_in_every_format() -> None:
    for kind, page in pages(changed()).items():
        words = " ".join(page.split())
        for told in ("It carried 214 people.", "It carried 240 people.", "Nobody was hurt.", "One man was hurt."):
            assert told in words, kind
    assert render(changed(), "pdf").startswith(b"%PDF")


def test_the_front_matter_and_the_list_say_which_edition_it_is() -> None:
    page = pages(changed())["md"]
    assert "\nedition: 3\ncorrections: 3\n" in page
    assert "\n## Corrections\n\nThis is edition 3. It tells otherwise than editions 1 to 2 did:\n" in page
    assert "- Bridge, told now, and not before.\n" in page
    assert "cited in the briefing of [4 to 10 May 2026](2026-W19.md). **Then:**" in page


def test_a_first_edition_of_unchanged_sources_says_nothing_of_it() -> None:
    assert changes(rich(), None) == ()
    for kind, page in pages(rich()).items():
        assert "Corrections" not in page, kind
        assert "Changed at the source" not in page, kind


def test_long_lists_end() -> None:
    lists = arrange(changed(*[replace(ALTERED, before=f"{number}") for number in range(SHOWN + 2)])).changes
    assert (len(lists[0].items), lists[0].more, lists[1].more) == (SHOWN, "and 2\u00a0more changes", None)


def test_what_a_source_says_stays_text() -> None:
    nasty = replace(ALTERED, before=NASTY, after=NASTY, title=NASTY, outlet=NASTY, url="javascript:alert(1)")
    brief = replace(changed(nasty), amendments=(Amendment(3, NASTY, "words", NASTY, NASTY),))
    made = pages(brief)
    for kind in ("html", "mail"):
        assert "<script" not in made[kind]
        assert "javascript:1" not in made[kind].replace("[x](javascript:1)", "")
    assert 'href="javascript' not in "".join(made.values())
    assert "(javascript:alert" not in made["md"]
    assert render(brief, "pdf").startswith(b"%PDF")
    assert set(Page(made["mail"]).things()) <= support().keys()


def test_the_lists_are_no_claims_and_the_json_follows_the_schema() -> None:
    brief = changed()
    articles = {article.id: article for article in brief.articles}
    for kind in ("md", "html", "pdf", "json"):
        report = verify(render(brief, kind), kind, articles.get)
        assert report.faults == (), kind
    document = json.loads(render(brief, "json"))
    assert list(faults(document, schema(), schema())) == []
    assert document["alterations"][0]["before"] == "It carried 214 people."
