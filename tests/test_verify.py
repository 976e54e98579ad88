import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import VerifyError
from briefing.model import (
    Article,
    Brief,
    Citation,
    Difference,
    Extract,
    Format,
    KeySentence,
    Place,
    Quotation,
    Quote,
    Span,
)
from briefing.render import render
from briefing.rows import digest
from briefing.verify import FORMATS, Fault, verify
from tests.factory import article
from tests.render.sample import empty, rich

FERRY = article(
    "f00000000001",
    "HARNBY — The ferry ran aground.\nNobody was hurt, *officials* [said].\n“We were lucky,” said Ilse Brandt.",
    outlet="Selby Mail",
)
HEAD = '---\nid: "2026-W20"\n---\n\n# Briefing\n\n**11 to 17 May 2026** · 1 article\n\n## In short\n\n'
BODY = r"""1. The ferry ran aground.[^1]

## Ferry aground

_12 May 2026 · Selby Mail · 1 article_

- The ferry ran aground.[^1]
- Nobody was hurt, \*officials\* \[said\].[^2]

**Who said what**

> “We were lucky”
>
> — **Ilse Brandt**, mayor; Selby Mail, 12 May 2026[^3]

**Articles**:

- [Ferry aground](https://mail.example/1), Selby Mail, 12 May 2026
- Ferry aground, Selby Mail, 12 May 2026

## Also

- The ferry ran aground.[^1] — [Fair opens](https://mail.example/2), Selby Mail, 12 May 2026
- Tram drivers to vote, Selby Mail

## Coverage

1 source read. All times: UTC.

[^1]: Selby Mail, 12 May 2026, paragraph 1 (`f00000000001:9-31`).
[^2]: Selby Mail, 12 May 2026, paragraph 2 (`f00000000001:32-68`). Also in Kessel Post.
[^3]: Selby Mail, 12 May 2026, paragraph 3 (`f00000000001:70-83`).
"""
WHOLE = HEAD + BODY
FIRST = HEAD.count("\n")  # lines before the body


def nothing(_article_id: str) -> None:
    """An empty library."""


def faults(text: str, *articles: Article, former: tuple[Article, ...] = ()) -> list[str]:
    """What is wrong with a briefing in Markdown, each with the line it is in, counted within the body."""
    known = {each.id: each for each in articles or (FERRY,)}
    found = verify(text.encode(), "md", known.get, lambda _: former).faults
    return [f"{int(each.where.removeprefix('line ')) - FIRST}: {each.message}" for each in found]


def changed(old: str, new: str, times: int = 1) -> str:
    """The briefing with something replaced that stands in it."""
    assert old in BODY
    return HEAD + BODY.replace(old, new, times)


def test_a_briefing_whose_words_all_stand_where_it_says_has_no_fault() -> None:
    report = verify(WHOLE.encode(), "md", {FERRY.id: FERRY}.get)
    assert (report.checked, report.faults) == (5, ())


@pytest.mark.parametrize(
    ("old", "new", "line", "reads"),
    [
        ("1. The ferry", "1. The ship", 1, "The ferry ran aground."),
        ("- The ferry", "- The Ferry", 7, "The ferry ran aground."),
        ("hurt", "injured", 8, "Nobody was hurt, *officials* [said]."),
        ("“We were lucky”", "“We were happy”", 12, "We were lucky"),
        ("- The ferry ran aground.[^1] — ", "- The ferry sank.[^1] — ", 23, "The ferry ran aground."),
        ("- Tram drivers to vote, Selby Mail", "- The trams stop.[^1]", 24, "The ferry ran aground."),
    ],
)
def test_other_words_than_the_articles_are_named_by_line(old: str, new: str, line: int, reads: str) -> None:
    assert faults(changed(old, new)) == [f"{line}: article f00000000001 reads “{reads}” there"]


UNCITED = "a sentence without a citation"
LEFT_OVER = "note 3 is cited nowhere"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("1. The ferry ran aground.[^1]", "1. The ferry ran aground.", [f"1: {UNCITED}"]),
        ("- The ferry ran aground.[^1]\n-", "- The ferry ran aground.\n-", [f"7: {UNCITED}"]),
        ("aground.[^1]\n-", "aground.[^1] It was late.\n-", [f"7: {UNCITED}"]),
        ("**Who said what**", "The ferry was old.", [f"10: {UNCITED}"]),
        ("**Who said what**", "_The ferry was old._", [f"10: {UNCITED}"]),
        ("**Who said what**", "**The ferry was old.**", [f"10: {UNCITED}"]),
        ("**Who said what**", "<!-- a --> The ferry was old. <!-- b -->", [f"10: {UNCITED}"]),
        ("aground.[^1]\n-", "aground.[^1]\n  - It was late.\n-", [f"7: {UNCITED}"]),
        ("Selby Mail, 12 May 2026[^3]", "Selby Mail", [f"12: {UNCITED}", f"32: {LEFT_OVER}"]),
        ("\n> — **Ilse Brandt**, mayor; Selby Mail, 12 May 2026[^3]", "", [f"12: {UNCITED}", f"31: {LEFT_OVER}"]),
    ],
)
def test_a_sentence_without_a_citation_is_a_fault(old: str, new: str, expected: list[str]) -> None:
    assert faults(changed(old, new)) == expected


CODE = "f00000000001:70-83"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("aground.[^1]\n-", "aground.[^7]\n-", ["7: there is no note 7"]),
        ("aground.[^1]\n-", "aground.[^1][^7]\n-", ["7: there is no note 7"]),
        ("[^3]: Selby", "[^4]: Selby", ["12: there is no note 3", "32: note 4 is cited nowhere"]),
        ("[^3]: Selby", "[^2]: Selby", ["12: there is no note 3", "32: note 2 stands twice"]),
        (f" (`{CODE}`)", "", ["32: note 3 names no place in the library"]),
        (CODE, "f00000000001:70", ["32: note 3 names no place in the library"]),
        ("[^1]: Selby", "[^1]: Kessel", ["30: article f00000000001 is by Selby Mail, which the note does not say"]),
        ("paragraph 2", "paragraph 9", ["31: the place is in paragraph 2, not 9"]),
        (CODE, "f00000000001:70-999", ["12: article f00000000001 has 103 characters, so none at 70-999"]),
        (CODE, "f00000000001:83-70", ["12: article f00000000001 has 103 characters, so none at 83-70"]),
        (CODE, "f00000000001:69-83", ["12: the words stand in article f00000000001, but not at 69-83"]),
        (CODE, "a00000000009:70-83", ["12: article a00000000009 is not in the library"]),
    ],
)
def test_a_note_that_leads_nowhere_is_a_fault(old: str, new: str, expected: list[str]) -> None:
    assert faults(changed(old, new)) == expected


def test_an_article_that_changed_since_is_told_from_a_wrong_citation() -> None:
    now = replace(FERRY, text=FERRY.text.replace("Nobody was hurt", "One man was hurt"), sha256="1" * 64)
    found = faults(WHOLE, now, former=(FERRY, now))
    assert found[0] == (
        "8: article f00000000001 has changed since; "
        "there it read “Nobody was hurt, *officials* [said].”, now “One man was hurt, *officials* [said].”"
    )


def test_a_note_that_was_right_of_the_version_it_cites_is_no_second_fault() -> None:
    now = replace(FERRY, outlet="Kessel Mail", text="A live page.\n\n" + FERRY.text, sha256="1" * 64)
    found = faults(WHOLE, now, former=(FERRY, now))
    assert found
    assert all("has changed since" in each for each in found)
    assert any("which the note does not say" in each for each in faults(WHOLE, now))


def test_a_change_elsewhere_in_the_article_is_no_fault() -> None:
    assert faults(WHOLE, replace(FERRY, text=FERRY.text + "\nMore follows.", sha256="1" * 64)) == []


def test_wrapped_lines_and_foreign_line_endings_do_no_harm() -> None:
    wrapped = WHOLE.replace("The ferry ran aground", "The ferry\n  ran aground").replace("“We were", "“We\n> were")
    assert faults(wrapped) == []
    assert faults(WHOLE.replace("\n", "\r\n")) == []
    assert faults("\ufeff" + WHOLE) == []


@pytest.mark.parametrize("added", ["**Background**", "<!-- ask the mayor -->", "* * *", "---", ""])
def test_labels_comments_and_rules_are_no_sentences(added: str) -> None:
    assert faults(changed("**Who said what**", f"{added}\n\n**Who said what**")) == []


def test_quotations_run_together_by_an_editor_are_still_told_apart() -> None:
    twice = "> “We were lucky”\n>\n> — **Ilse Brandt**[^3]\n>\n"
    assert faults(changed("> “We were lucky”\n", twice + "> “We were lucky”\n")) == []
    assert faults(changed("> “We were lucky”\n", twice.replace("lucky", "brave") + "> “We were lucky”\n")) != []


def test_a_reference_that_is_an_articles_own_text_is_none() -> None:
    odd = article("f00000000002", "See [^7] and \\", outlet="Selby Mail")
    text = HEAD + r"1. See \[&#x5E;7\] and \\[^1]" + "\n\n[^1]: Selby Mail, 12 May 2026 (`f00000000002:0-14`).\n"
    assert faults(text, odd) == []


def test_an_event_may_be_called_like_a_part_of_the_briefing() -> None:
    for name in ("Coverage", "Also", "In short"):
        assert faults(changed("## Ferry aground", f"## {name}")) == []
        assert faults(changed("## Ferry aground", f"## {name}").replace("- Nobody", "- Somebody")) != []


@pytest.mark.parametrize(
    "data", [b"", b"# A page", b"---\nno: thing\n---\n", b"---\nid: x\n", b"\xff\xfe", b"%PDF-1.7"]
)
def test_what_is_no_briefing_is_told_in_one_line(data: bytes) -> None:
    for kind in ("md", "json", "html"):
        with pytest.raises(VerifyError, match="no briefing") as caught:
            verify(data, kind, nothing)
        assert "\n" not in str(caught.value)


def test_a_format_that_cannot_be_verified_is_told_which_can() -> None:
    with pytest.raises(VerifyError, match="md, html, pdf, json, not in docx"):
        verify(b"PK", "docx", nothing)


@pytest.mark.parametrize("make", [rich, empty])
@pytest.mark.parametrize("kind", FORMATS)
def test_what_is_rendered_verifies(make: Callable[[], Brief], kind: Format) -> None:
    brief = make()
    data = render(brief, kind)
    report = verify(data, kind, {each.id: each for each in brief.articles}.get)
    assert report.faults == ()
    assert bool(report.checked) == bool(brief.sections)


def in_json(edit: Callable[[str], str], *articles: Article, former: tuple[Article, ...] = ()) -> tuple[Fault, ...]:
    known = {each.id: each for each in (*rich().articles, *articles)}
    return verify(edit(render(rich(), "json").decode()).encode(), "json", known.get, lambda _: former).faults


def test_other_words_in_json_are_named_by_their_path() -> None:
    def edit(text: str) -> str:
        document = json.loads(text)
        document["sections"][0]["quotes"][0]["place"]["text"] = "We have nobody off the ship"
        return json.dumps(document)

    (fault,) = in_json(edit)
    assert fault.where == "sections[0].quotes[0].place"
    assert "reads “We have everyone off the ship" in fault.message


def test_in_json_even_white_space_counts() -> None:
    faulty = in_json(lambda text: text.replace('"Tolls will be', '"Tolls  will be'))
    assert [fault.where for fault in faulty] == ["sections[1].sentences[1].place"]


def test_a_changed_article_in_json_is_known_by_its_hash() -> None:
    treaty = next(each for each in rich().articles if "Kessel" in each.title)
    now = replace(treaty, text="Other words.", sha256=digest(treaty.title, "Other words."))
    found = {each.message for each in in_json(str, now, former=(treaty, now))}
    assert found
    assert all(f"article {treaty.id} has changed since; there it read “" in each for each in found)
    assert all(each.endswith("now nothing like it") for each in found)
    assert all("never in the library" in each.message for each in in_json(str, now))


@pytest.mark.parametrize("text", ["[]", "{}", "null", "[" * 100_000, '{"version": 1}'])
def test_json_that_is_no_briefing_is_told_so(text: str) -> None:
    with pytest.raises(VerifyError, match="no briefing"):
        verify(text.encode(), "json", nothing)


def test_json_of_another_version_is_told_so() -> None:
    with pytest.raises(VerifyError, match="version 99"):
        in_json(lambda text: text.replace('"version": 1', '"version": 99'))


FRAGMENTS = r"""
## A
## Also
## Coverage
- x[^1]
- [^1]
> “x”
>
> — A[^1]
[^1]: x (`a:0-1`).
**Articles**:
_x_
x\
1. [^
---
"""
LINES = st.sampled_from(FRAGMENTS.split("\n"))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.lists(LINES | st.text(max_size=20), max_size=20))
def test_no_text_is_more_than_faulty(lines: list[str]) -> None:
    text = "\n".join(["---", "id: x", "---", *lines])
    verify(text.encode("utf-8", "replace"), "md", {"a": article("a", "x")}.get)


def test_a_quotation_may_begin_with_a_dash() -> None:
    source = article("f00000000001", "Then — nothing at all.", outlet="Selby Mail")
    assert verify(render(brief_of(source, Span(5, 14)), "md"), "md", {source.id: source}.get).faults == ()


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.data())
def test_whatever_an_article_says_its_sentences_verify_and_altered_ones_do_not(data: st.DataObject) -> None:
    text = data.draw(
        st.text(alphabet=st.sampled_from(" \n\\`*_[]^#>-+1.“”\"'&;<|~$%=:@wmsaiß—\u2028\0"), min_size=1, max_size=40)
    )
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    source = article("f00000000001", text, outlet="Selby [Mail]")
    brief = brief_of(source, Span(start, end))
    rendered = render(brief, "md")
    known = {source.id: source}
    assert verify(rendered, "md", known.get).faults == ()
    assert verify(render(brief, "json"), "json", known.get).faults == ()
    page = render(brief, "html")
    assert verify(page, "html", known.get).faults == ()
    other = replace(source, text=text[:start] + "Q" + text[start + 1 :])
    if text[start : start + 1].strip():
        assert verify(rendered, "md", {source.id: other}.get).faults != ()
        assert verify(page, "html", {source.id: other}.get).faults != ()


def brief_of(source: Article, span: Span) -> Brief:
    """A briefing that shows one place as a cover line, the line under a headline, a quotation and a figure."""
    whole = rich()
    citation = Citation(Place(source.id, span), ())
    sentence = KeySentence(Extract(source.id, span, 1.0, 0), citation)
    said = Quotation(Quote(source.id, "indirect", span, "Ilse Brandt", None, None, None, 0.9), citation)
    figure = Difference("ships", (Place(source.id, span),))
    event = replace(whole.sections[0].event, article_ids=(source.id,), copies=())
    section = replace(
        whole.sections[0], event=event, extracts=(sentence,), dek=sentence, quotes=(said,), figures=(figure,)
    )
    return replace(whole, cover=(sentence,), sections=(section,), also=(), articles=(source,))


def on_page(old: str, new: str) -> list[str]:
    """What is wrong with the page of the sample after something in it was replaced."""
    known = {each.id: each for each in rich().articles}
    page = render(rich(), "html").decode()
    assert old in page
    return [each.message for each in verify(page.replace(old, new).encode(), "html", known.get).faults]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("<li>Tolls will be $4", "<li>Tolls will be $5", "reads “Tolls will be $4"),
        ("<p>“A bridge is only", "<p>“A bridge is but", "reads “A bridge is only"),
        ("<mark>Tolls will be $4", "<mark>Tolls will be $9", "reads “Tolls will be $4"),
        ("<li>nine of <span", "<li>ten of <span", "reads “nine of them”"),
        ("000000000004:154-215", "000000000004:154-9999", "characters, so none at 154-9999"),
        ("000000000004:154-215", "nowhere", "there is no note 9"),
    ],
)
def test_other_words_on_a_page_are_found(old: str, new: str, told: str) -> None:
    assert any(told in message for message in on_page(old, new))


def test_a_sentence_on_a_page_without_a_citation_is_a_fault() -> None:
    assert on_page("<li>Tolls", "<li>The bridge is old.</li>\n<li>Tolls") == ["a sentence without a citation"]


def test_a_pdf_is_checked_by_the_data_it_is_set_from() -> None:
    brief = rich()
    data = render(brief, "pdf")
    known = {each.id: replace(each, text=each.text.replace("$4", "$5")) for each in brief.articles}
    (fault,) = verify(data, "pdf", known.get).faults
    assert fault.where == "parts[1].lines[1]"
    assert "reads “Tolls will be $5" in fault.message


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.7", b"%PDF-1.7 <</EmbeddedFile>>stream\nxx"])
def test_a_pdf_without_a_briefings_data_is_told_in_one_line(data: bytes) -> None:
    with pytest.raises(VerifyError, match=r"no briefing|no data of a briefing"):
        verify(data, "pdf", nothing)


@given(st.text(alphabet=st.sampled_from('<>/="abliupsectonmrk-1:& '), max_size=200))
def test_no_page_is_more_than_faulty(text: str) -> None:
    verify(f"<section>{text}".encode(), "html", nothing)
