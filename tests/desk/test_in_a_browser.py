"""The desk in a real browser: an editor's whole walk, with and without a script, by keyboard, narrow and dark."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.store.remembered import Remembered
from tests.desk.conftest import Opened, Opener, opening
from tests.render.chromium import grave, launched
from tests.render.test_valid_html import checker, faults
from tests.site.newsroom import hostile
from tests.site.test_in_a_browser import NARROW, POLICY_OF_A_FOLDER, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["checker"]  # the fixture of the W3C's checker

WEEK = "2026/2026-W20.html"
SHIP = "Container ship aground on Gull Bank closes Harnby harbour"
PATIENCE = 60_000  # milliseconds for a briefing to be made on a busy machine


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with ExitStack() as stack:
        yield opening(stack, hostile(tmp_path_factory.mktemp("hostile")))()


def root(desk: Opened) -> str:
    return f"http://127.0.0.1:{desk.port}"


def page_of(desk: Opened, headline: str = SHIP) -> str:
    with Remembered(desk.config.library) as remembered:
        return next(
            f"{root(desk)}/events/{event.id}.html" for event in remembered.events() if event.headline == headline
        )


def kinds(desk: Opened) -> list[str]:
    """One page of every kind that the desk has."""
    event = page_of(desk)
    with Remembered(desk.config.library) as remembered:
        events = remembered.events()
    article = events[0].article_ids[0]
    story = next(event.story_id for event in events if event.story_id)
    return [event, *(f"{root(desk)}/{path}" for path in (
        "index.html", "search.html?q=harbour", "2026/index.html", WEEK, "events/index.html", "events/2026-05.html",
        "stories/index.html", f"stories/{story}.html", "people/index.html", "people/alexander-brontz.html",
        "outlets/index.html", "outlets/harnby-courier.html", f"articles/{article}.html", "desk/index.html", "login",
        "no/such/page.html",
    ))]  # fmt: skip


def opened_page(browser: "Browser", desk: Opened, **look: object) -> "tuple[Page, list[str]]":
    context = browser.new_context(**look)  # type: ignore[arg-type]  # names and types are the caller's
    page, seen = watched(context, root(desk))
    page.set_default_timeout(PATIENCE)
    return page, seen


def all_open(page: "Page") -> None:
    """Open every fold of the page, so that all of it is looked at."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


@pytest.mark.parametrize("look", ["light", "dark", "narrow"])
def test_no_page_of_the_desk_sticks_out_or_fails_before_axe(browser: "Browser", door: Opened, look: str) -> None:
    options: dict[str, object] = {"viewport": NARROW} if look == "narrow" else {}
    page, seen = opened_page(
        browser, door, color_scheme="dark" if look == "dark" else "light", bypass_csp=True, **options
    )
    for address in kinds(door):
        page.goto(address)
        all_open(page)
        room, wide = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
        assert wide <= room, address
        assert grave(page) == [], address
    page.context.close()
    assert [each for each in seen if "404" not in each] == []


def test_an_editors_walk_search_merge_strike_undo_make_again(browser: "Browser", desk: Opened) -> None:
    page, seen = opened_page(browser, desk)
    page.goto(f"{root(desk)}/index.html")
    page.get_by_role("link", name="Search").click()
    page.get_by_role("searchbox").fill('"Gull Bank"')
    page.keyboard.press("Enter")
    page.get_by_role("link", name=SHIP).first.click()

    page.goto(page_of(desk))
    page.get_by_text("Merge", exact=True).first.click()
    choice = page.locator("#merge-other option").nth(1)
    other = choice.get_attribute("value")
    page.locator("#merge-other").select_option(other)
    page.get_by_role("button", name="Merge").click()
    page.wait_for_selector(".notice >> text=The two events are one")
    page.locator(".notice").get_by_role("button", name="Undo").click()
    page.wait_for_selector(".notice >> text=Taken back")

    page.goto(f"{root(desk)}/{WEEK}")
    page.locator("button.cite").first.click()
    place = page.locator(".place:popover-open")
    words = place.locator("mark").inner_text()
    assert words in page.locator("main > section").first.inner_text()
    place.get_by_role("button", name="Strike").click()
    page.wait_for_selector(".notice >> text=Struck")
    page.get_by_role("button", name="Make again").click()
    page.wait_for_selector("text=Read it")
    page.get_by_role("link", name="Read it").click()
    assert words not in page.locator("main").inner_text()

    page.get_by_role("link", name="Desk", exact=True).click()
    page.get_by_role("button", name=re.compile("Undo: Struck")).click()
    page.wait_for_selector(".notice >> text=Taken back")
    page.goto(f"{root(desk)}/{WEEK}")
    page.get_by_role("button", name="Make again").click()
    page.get_by_role("link", name="Read it").click()
    assert words in page.locator("main").inner_text()
    assert seen == []
    page.context.close()


def test_the_same_by_keyboard_alone(browser: "Browser", desk: Opened) -> None:
    page, seen = opened_page(browser, desk)
    page.goto(f"{root(desk)}/{WEEK}")
    reach(page, "button.cite")
    page.keyboard.press("Enter")
    place = page.locator(".place:popover-open")
    words = place.locator("mark").inner_text()
    reach(page, ".place:popover-open button[formaction='/desk/strike']")
    page.keyboard.press("Enter")
    taken_back(page, "Struck")
    page.goto(page_of(desk))
    reach(page, ".tools summary")
    page.keyboard.press("Enter")
    reach(page, "#title")
    page.keyboard.press("Control+A")
    page.keyboard.type("The ship on the bank")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1 >> text=The ship on the bank")
    assert words
    assert seen == []
    page.context.close()


def test_who_is_who_is_said_by_keyboard_and_without_a_script(browser: "Browser", desk: Opened) -> None:
    page, seen = opened_page(browser, desk)
    page.goto(f"{root(desk)}/people/niels-tarrow.html")
    reach(page, ".tools summary")
    page.keyboard.press("Enter")
    reach(page, "#other")
    page.keyboard.type("Freya Sandholt")
    page.keyboard.press("Enter")
    page.wait_for_selector("main >> text=Also printed as Freya Sandholt")
    taken_back(page, "one person’s")
    assert "Also printed" not in page.locator("main").inner_text()
    assert seen == []
    page.context.close()
    page, _ = opened_page(browser, desk, java_script_enabled=False)
    page.goto(f"{root(desk)}/people/alexander-brontz.html")
    page.get_by_text("Not the same", exact=True).click()
    page.get_by_role("button", name="Aleksander Brontz is somebody else").click()
    assert page.locator(".notice").inner_text().startswith("They are two people")
    page.goto(f"{root(desk)}/desk/index.html")
    page.get_by_role("button", name="Undo: Kept apart").click()
    assert page.locator(".notice").inner_text().startswith("Taken back")
    page.goto(f"{root(desk)}/people/alexander-brontz.html")
    assert "Also printed as Aleksander Brontz" in page.locator("main").inner_text()
    page.context.close()


def taken_back(page: "Page", told: str) -> None:
    """Undo by one key what the page says was just done."""
    page.wait_for_selector(f".notice >> text={told}")
    assert page.evaluate("document.activeElement.closest('.notice') !== null")  # undoing is one key away
    page.keyboard.press("Enter")
    page.wait_for_selector(".notice >> text=Taken back")


def reach(page: "Page", selector: str) -> None:
    """Press Tab until the first thing of that kind has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not lead to {selector}")


def test_ticked_articles_leave_and_their_event_stays(browser: "Browser", desk: Opened) -> None:
    page, seen = opened_page(browser, desk)
    address = page_of(desk)
    page.goto(address)
    titles = page.locator(".ticks li").all_inner_texts()
    page.locator(".ticks input").nth(0).check()
    page.get_by_text("With the ticked articles").click()
    page.get_by_role("button", name="Drop them").click()
    page.wait_for_selector(".notice >> text=no briefing tells of them")
    page.goto(address)
    assert page.locator(".ticks li").count() == len(titles) - 1
    page.locator(".ticks input").nth(0).check()
    page.get_by_text("With the ticked articles").click()
    page.get_by_role("button", name="Make them an event of their own").click()
    page.wait_for_selector(".notice >> text=an event of their own")
    assert page.locator(".ticks li").count() == 1
    assert seen == []
    page.context.close()


def test_reading_and_editing_work_without_a_script(browser: "Browser", desk: Opened) -> None:
    page, _ = opened_page(browser, desk, java_script_enabled=False)
    page.goto(page_of(desk))
    line = page.locator("ul.told li").first
    words = line.locator("span").first.inner_text()
    line.get_by_role("button", name="Strike").click()
    assert page.locator(".notice").inner_text().startswith("Struck")
    assert page.locator("li.struck").first.locator("span").first.inner_text() == words
    page.locator(".notice").get_by_role("button", name="Undo").click()
    assert page.locator("li.struck").count() == 0
    page.get_by_role("link", name="Search").click()
    page.get_by_role("searchbox").fill("measles")
    page.get_by_role("button", name="Search").click()
    assert page.locator("ol.hits li").count() > 0
    page.goto(f"{root(desk)}/{WEEK}")
    page.get_by_role("button", name="Preview").click()
    page.wait_for_selector("iframe.preview")
    page.context.close()


def test_the_preview_is_styled_by_its_own_style_and_nothing_is_refused(browser: "Browser", desk: Opened) -> None:
    page, seen = opened_page(browser, desk)
    page.goto(f"{root(desk)}/{WEEK}")
    page.get_by_role("button", name="Preview").click()
    page.wait_for_selector("iframe.preview, .fault")
    assert page.locator(".fault").all_inner_texts() == []
    for name in ("Page", "Mail"):
        page.get_by_role("link", name=name, exact=True).click()
        page.wait_for_load_state()
        assert page.locator("h1").evaluate("each => getComputedStyle(each).fontFamily") != "Times New Roman"
        page.go_back()
    assert seen == []
    page.context.close()


def test_the_pages_of_work_in_hand_do_not_fail_before_axe(browser: "Browser", desk: Opened) -> None:
    page, _ = opened_page(browser, desk, bypass_csp=True)
    for button, done in (("Preview", "iframe.preview"), ("Make again", "text=Read it")):
        page.goto(f"{root(desk)}/{WEEK}")
        page.get_by_role("button", name=button).first.click()
        page.wait_for_selector(done)
        assert grave(page) == [], button
    page.context.close()


def test_a_login_asks_for_the_token_and_lets_in(browser: "Browser", opener: Opener) -> None:
    from briefing.desk.keys import digest

    desk = opener(digest("open sesame"), loopback=False)
    page, seen = opened_page(browser, desk)
    page.goto(f"{root(desk)}/{WEEK}")
    assert page.url.endswith("/login")
    page.get_by_label("The token").fill("wrong")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=That is not the token")
    page.get_by_label("The token").fill("open sesame")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=The latest briefing")
    assert [each for each in seen if "403" not in each] == []
    page.context.close()


def people(desk: Opened) -> list[str]:
    """The addresses of the people of a desk."""
    return sorted(set(re.findall(r"people/[a-z0-9-]+[.]html", desk.client.get("/people/index.html").text)))


def test_hostile_text_does_nothing_on_any_page_of_the_desk(browser: "Browser", poisoned: Opened) -> None:
    page, seen = opened_page(browser, poisoned)
    with Remembered(poisoned.config.library) as remembered:
        events = remembered.events()
    paths = ["index.html", "desk/index.html", "people/index.html", "outlets/index.html", "events/2026-05.html", WEEK,
             "search.html?q=%3Cscript%3Ealert(1)%3C/script%3E", "search.html?q=bridge", "%3Cscript%3E.html",
             "desk/index.html?done=%3Cscript%3E", *(f"events/{event.id}.html" for event in events),
             *(f"articles/{article}.html" for event in events for article in event.article_ids[:1]),
             *people(poisoned)]  # fmt: skip
    for path in paths:
        page.goto(f"{root(poisoned)}/{path}")
        all_open(page)
        assert page.locator("main script, main img, main iframe, main style").count() == 0, path
    page.goto(f"{root(poisoned)}/events/{events[0].id}.html")
    page.get_by_text("Retitle", exact=True).first.click()
    page.locator("#title").fill("<img src=x onerror=alert(1)>")
    page.get_by_role("button", name="Retitle").click()
    page.wait_for_selector("h1 >> text=<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0
    assert [each for each in seen if "404" not in each] == []
    page.context.close()


def test_every_page_of_the_desk_is_valid_html(checker: str, door: Opened, tmp_path: Path) -> None:
    files = []
    for number, address in enumerate(kinds(door)):
        file = tmp_path / f"{number}.html"
        file.write_bytes(door.client.get(address).content)
        files.append(file)
    told = faults(checker, files)
    assert "\n".join(each for each in told if POLICY_OF_A_FOLDER not in each) == ""
