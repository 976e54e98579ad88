"""What the reader sees of a briefing: folded, numbered, named, bounded."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefing.errors import RenderError
from briefing.model import Article, Brief, Copy, Event, KeySentence, Place, Quotation, Span
from briefing.render.arrange import arrange
from briefing.render.counting import NAMED
from briefing.render.listing import ARTICLES, COPIES
from tests.render.sample import article, empty, event, key, rich, said, section

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)


def of(
    articles: tuple[Article, ...],
    happening: Event,
    extracts: tuple[KeySentence, ...],
    quotes: tuple[Quotation, ...],
) -> Brief:
    """A briefing of one section."""
    return replace(empty(), sections=(section(happening, articles, extracts, quotes),), articles=articles)


def test_one_place_cited_twice_has_one_note() -> None:
    view = arrange(rich())
    assert view.parts[0].dek
    assert view.cover[0].note == view.parts[0].dek.note == 1
    assert [note.number for note in view.notes] == list(range(1, len(view.notes) + 1))


def test_copies_of_copies_are_folded_under_the_first_text() -> None:
    texts = [article(number, f"Title {number}", "Words.", f"Outlet {number}", NOON) for number in (1, 2, 3)]
    first, second, third = texts
    happening = event(texts, "Title 1", (Copy(second.id, third.id), Copy(third.id, first.id)))
    (part,) = arrange(of(tuple(texts), happening, (), ())).parts
    assert [(entry.outlet, [copy.outlet for copy in entry.copies]) for entry in part.listed] == [
        ("Outlet 1", ["Outlet 2", "Outlet 3"])
    ]
    assert (part.origins or "").replace("\u00a0", " ") == "1 origin"


def test_copies_that_name_each_other_do_not_hang() -> None:
    texts = [article(number, "Title", "Words.", "Outlet", NOON) for number in (1, 2)]
    happening = event(texts, "Title", (Copy(texts[0].id, texts[1].id), Copy(texts[1].id, texts[0].id)))
    assert len(arrange(of(tuple(texts), happening, (), ())).parts[0].listed) == 2


@pytest.mark.parametrize(
    ("outlet", "credit", "named"),
    [
        ("Harnby Courier", "Meridian", "Meridian"),
        ("Meridian News Agency", "Meridian", "Meridian News Agency"),
        ("Harnby Courier", None, "Harnby Courier"),
    ],
)
def test_where_all_is_one_text_its_author_is_named(outlet: str, credit: str | None, named: str) -> None:
    wire = article(1, "Title", "Words.", outlet, NOON, origin=credit)
    copy = article(2, "Title", "Words.", "Port Selby Gazette", NOON)
    happening = event([wire, copy], "Title", (Copy(copy.id, wire.id),))
    assert arrange(of((wire, copy), happening, (), ())).parts[0].origin == named


def test_an_outlet_without_a_name_is_called_by_its_host_or_its_file() -> None:
    online = article(1, "Title", "Some words.", None, NOON, url="https://www.news.example/1")
    on_disk = article(2, "Title", "Some words.", None, NOON, url=None, source="/home/mara/papers/ferry.txt")
    happening = event([online, on_disk], "Title")
    view = arrange(of((online, on_disk), happening, (), ()))
    assert [entry.outlet for entry in view.parts[0].listed] == ["news.example", "ferry.txt"]


@pytest.mark.parametrize(
    ("role", "text", "shown"),
    [
        ("Sen.", "Words. “Words,” Ingrid Talvoss said.", ("Sen.", None)),
        ("Prime Minister", "Words. Prime Minister Talvoss spoke.", ("Prime Minister", None)),
        ("Prime Minister", "Words. Talvoss is Prime Minister of Valdoria.", (None, "Prime Minister")),
        ("harbour master", "Words. The harbour master Ingrid Talvoss spoke.", (None, "harbour master")),
        (None, "Words. Ingrid Talvoss spoke.", (None, None)),
    ],
)
def test_a_title_is_set_before_the_name_as_the_article_sets_it(
    role: str | None, text: str, shown: tuple[str | None, str | None]
) -> None:
    one = article(1, "Title", text, "Outlet", NOON)
    (part,) = arrange(of((one,), event([one], "Title"), (), (said(one, "Words", "Ingrid Talvoss", role),))).parts
    assert (part.said[0].title, part.said[0].role) == shown


def test_who_speaks_again_is_not_introduced_again() -> None:
    one = article(1, "Title", "Words. More words.", "Outlet", NOON)
    voices = (said(one, "Words", "Ingrid Talvoss", "mayor"), said(one, "More words", "Ingrid Talvoss", "mayor"))
    (part,) = arrange(of((one,), event([one], "Title"), (), voices)).parts
    assert [each.role for each in part.said] == ["mayor", None]


def test_a_clause_that_introduces_its_speaker_needs_no_second_introduction() -> None:
    text = "The harbour master Ingrid Talvoss called it “a very near thing for all of us”."
    one = article(1, "Title", text, "Outlet", NOON)
    partial = said(one, "a very near thing for all of us", "Ingrid Talvoss", "harbour master", text)
    (part,) = arrange(of((one,), event([one], "Title"), (), (partial,))).parts
    assert (part.said[0].title, part.said[0].role) == (None, None)


def test_an_outlet_that_words_a_quotation_otherwise_is_told_apart() -> None:
    one = article(1, "Title", "Words.", "Outlet", NOON)
    other = article(2, "Title", "Other words.", "Gazette", NOON)
    quotation = replace(said(one, "Words", "Ingrid Talvoss", None), reworded=(Place(other.id, Span(0, 11)),))
    (note,) = arrange(of((one, other), event([one, other], "Title"), (), (quotation,))).notes
    assert (note.also, note.reworded) == ((), ("Gazette",))


def test_a_paragraph_without_end_is_shown_only_near_the_words() -> None:
    endless = article(1, "Title", "word " * 100_000 + "Here it is. " + "word " * 100_000, "Outlet", NOON)
    (note,) = arrange(of((endless,), event([endless], "Title"), (key(endless, "Here it is.", 0),), ())).notes
    assert note.before.startswith("… word")
    assert note.after.endswith("word …")
    assert len(note.before) + len(note.after) < 1300
    assert note.before.endswith(" ")


def test_a_statement_without_quotation_marks_gets_none() -> None:
    text = "According to the harbour office, the bar moves."
    one = article(1, "Title", text, "Outlet", NOON)
    quotation = said(one, text, "Ingrid Talvoss", None)
    indirect = replace(quotation, quote=replace(quotation.quote, kind="indirect"))
    (part,) = arrange(of((one,), event([one], "Title"), (), (indirect,))).parts
    assert (part.said[0].direct, part.said[0].text) == (False, text)


def test_a_week_in_which_no_two_outlets_tell_the_same_says_so() -> None:
    one = article(1, "Title", "Words.", "Outlet", NOON)
    brief = of((one,), event([one], "Title"), (), ())
    assert arrange(brief).finding is None
    several = replace(brief, coverage=replace(brief.coverage, outlets=2))
    assert (arrange(several).finding or "").startswith("Nothing in this window was reported by more than one outlet")
    assert arrange(rich()).finding is None


def test_what_has_no_headline_says_so() -> None:
    untitled = article(1, "", "Words.", "Outlet", NOON)
    (part,) = arrange(of((untitled,), event([untitled], ""), (), ())).parts
    assert part.headline == part.listed[0].title == "(no headline)"


def test_a_place_in_an_article_that_is_not_there_is_an_error_in_one_line() -> None:
    one = article(1, "Title", "Words.", "Outlet", NOON)
    line = key(one, "Words.", 0)
    lost = replace(line, citation=replace(line.citation, place=Place("ffffffffffff", Span(0, 5))))
    with pytest.raises(RenderError, match="cites article ffffffffffff but does not hold it"):
        arrange(of((one,), event([one], "Title"), (lost,), ()))


def test_a_long_list_of_undated_articles_is_counted_beyond_a_dozen() -> None:
    undated = tuple(article(number, f"Title {number}", "Words.", "Outlet", None) for number in range(20))
    brief = replace(empty(), articles=undated)
    brief = replace(brief, coverage=replace(brief.coverage, undated=tuple(each.id for each in undated)))
    (remark,) = (each for each in arrange(brief).coverage if each.label == "Undated, so in no window:")
    assert remark.text.count("Title") == 12
    assert remark.text.endswith("; 8 more.")


def test_of_a_very_large_event_the_first_and_the_cited_are_listed_and_the_rest_counted() -> None:
    texts = tuple(article(n, f"Title {n}", "Words enough.", f"Outlet {n}", NOON) for n in range(1, 101))
    happening = event(list(texts), "Title 1", (Copy(texts[2].id, texts[1].id),))
    cited = key(texts[89], "Words enough.", 0)
    (part,) = arrange(of(texts, happening, (cited,), ())).parts
    assert len(part.listed) == ARTICLES
    assert [entry.outlet for entry in (part.listed[0], part.listed[1], part.listed[-1])] == [
        "Outlet 1", "Outlet 2", "Outlet 90",
    ]  # fmt: skip
    assert (part.unlisted or "").replace("\u00a0", " ") == "75 more articles"
    assert (len(part.outlets), part.outlets[-1]) == (NAMED, "89 more")


def test_a_text_that_very_many_print_names_some_of_them() -> None:
    texts = tuple(article(n, "Title", "Words enough.", f"Outlet {n}", NOON) for n in range(1, 31))
    happening = event(list(texts), "Title", tuple(Copy(each.id, texts[0].id) for each in texts[1:]))
    (part,) = arrange(of(texts, happening, (), ())).parts
    assert [len(entry.copies) for entry in part.listed] == [COPIES]
    assert (part.unlisted or "").replace("\u00a0", " ") == f"{30 - 1 - COPIES} more articles"
