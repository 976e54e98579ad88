import hashlib
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from briefing import correct
from briefing.config import Config
from briefing.errors import DeliverError, StoreError
from briefing.site import manifest
from briefing.site.building import build
from briefing.site.feed import ATOM
from briefing.store import open_library
from briefing.store.remembered import Remembered
from tests.site.links import Links, broken, pages

NOW = datetime(2026, 6, 1, tzinfo=UTC)


KINDS = (
    "index.html",
    "search.html",
    "feed.atom",
    "2026/index.html",
    "2026/2026-W20.html",
    "events/index.html",
    "events/2026-05.html",
    "stories/index.html",
    "people/index.html",
    "people/niels-tarrow.html",
    "outlets/index.html",
    "outlets/harnby-courier.html",
    "assets/site.css",
    "search/index.js",
)


def digest(root: Path) -> dict[str, str]:
    files = (path for path in root.rglob("*") if path.is_file() and not path.name.startswith(".brief-site"))
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def copy_of(config: Config, folder: Path) -> Config:
    """The same newsroom elsewhere, to be changed."""
    shutil.copytree(config.archive, folder / "briefs")
    shutil.copy(str(config.library), folder / "library.sqlite")
    return replace(config, library=folder / "library.sqlite", archive=folder / "briefs")


def test_every_kind_of_page_is_there(public: Path) -> None:
    for path in KINDS:
        assert (public / path).is_file(), path
    assert list((public / "events").glob("e*.html"))
    assert list((public / "stories").glob("s*.html"))


def test_no_link_of_the_whole_site_leads_nowhere(public: Path) -> None:
    assert len(pages(public)) > 50
    assert broken(public) == []


def test_an_event_has_no_more_origins_than_outlets(public: Path) -> None:
    counted = []
    for path in (public / "events").glob("e*.html"):
        page = " ".join(path.read_text("utf-8").split())  # some spaces do not break
        outlets = re.search(r"<span>[0-9]+ articles, ([0-9]+) outlets?</span>", page)
        if outlets:
            origins = re.search(r"<strong>([0-9]+) (?:independent )?origins?</strong>", page)
            assert origins, path
            counted.append((int(origins[1]), int(outlets[1])))
    assert len(counted) > 1
    assert all(origins <= outlets for origins, outlets in counted)


def test_a_page_loads_nothing_from_elsewhere_and_forbids_it(public: Path) -> None:
    for page in pages(public):
        text = page.read_text("utf-8")
        assert "default-src 'none'" in text
        assert "unsafe-inline" not in text
        links = Links(text)
        assert not [each for each in links.loads if each.split(":")[0] in ("http", "https") or each.startswith("//")]
        assert not [name for name, _ in links.attributes if name == "style" or name.startswith("on")]
        assert "<style" not in text


def test_a_second_run_writes_nothing(config: Config, public: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    first = build(config, out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    second = build(config, out)
    assert (second.written, second.removed, second.kept) == ((), (), len(first.written))
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()} == before
    assert digest(out) == digest(public)


def test_a_dropped_event_takes_its_page_away_and_changes_few_others(config: Config, tmp_path: Path) -> None:
    ours, out = copy_of(config, tmp_path), tmp_path / "site"
    build(ours, out)
    (out / "somebody.txt").write_text("mine")
    page = next(path for path in (out / "events").glob("e*.html") if "Measles" in path.read_text("utf-8"))
    with open_library(ours.library) as library, Remembered(ours.library) as remembered:
        for event in remembered.events():
            if event.id == page.stem:
                correct.drop(event.id, correct.Desk(library, remembered, NOW))
    built = build(ours, out)
    assert f"events/{page.name}" in built.removed
    assert len([path for path in built.written if path.endswith(".html")]) < len(pages(out)) / 3
    assert (out / "somebody.txt").read_text() == "mine"
    assert broken(out) == []
    fresh = tmp_path / "fresh"
    build(ours, fresh)
    (out / "somebody.txt").unlink()
    assert digest(out) == digest(fresh)


def test_a_page_that_somebody_changed_or_lost_is_made_again(config: Config, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(config, out)
    whole = (out / "index.html").read_bytes()
    (out / "index.html").write_bytes(whole + b"<!-- -->")
    (out / "search.html").unlink()
    assert set(build(config, out).written) == {"index.html", "search.html"}
    assert (out / "index.html").read_bytes() == whole


def test_a_manifest_that_points_outside_removes_nothing_there(config: Config, tmp_path: Path) -> None:
    out, precious = tmp_path / "site", tmp_path / "precious.txt"
    precious.write_text("mine")
    out.mkdir()
    wrong = {"../precious.txt": manifest.Made("x", 4), str(precious): manifest.Made("x", 4)}
    (out / manifest.NAME).write_bytes(manifest.written(manifest.Manifest(wrong, "x")))
    assert build(config, out).removed == ()
    assert precious.read_text() == "mine"


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"version": 2, "stamp": "a", "memory": "b", "files": {"a": 1}}', "\x00"]
)
def test_a_manifest_that_nobody_can_read_means_making_all_anew(config: Config, tmp_path: Path, content: str) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / manifest.NAME).write_text(content)
    assert build(config, out).kept == 0


def test_without_a_library_it_says_so(config: Config, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no library"):
        build(replace(config, library=tmp_path / "none.sqlite"), tmp_path / "site")


def test_a_folder_that_cannot_be_made_is_named(config: Config, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DeliverError, match="--out"):
        build(config, tmp_path / "file")


def test_the_feed_is_what_rfc_4287_asks(config: Config, public: Path, tmp_path: Path) -> None:
    build(config, tmp_path / "site", "https://example.org/news/")
    for file, base in ((public, ""), (tmp_path / "site", "https://example.org/news/")):
        root = ElementTree.fromstring((file / "feed.atom").read_bytes())  # noqa: S314 our own file
        names = [child.tag.removeprefix(f"{{{ATOM}}}") for child in root]
        assert [names.count(each) for each in ("id", "title", "updated", "author")] == [1, 1, 1, 1]
        entries = root.findall(f"{{{ATOM}}}entry")
        assert len(entries) == 3
        ids = [each.findtext(f"{{{ATOM}}}id") or "" for each in (root, *entries)]
        assert len(set(ids)) == len(ids)
        assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", each) for each in ids)
        for each in (root, *entries):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", each.findtext(f"{{{ATOM}}}updated") or "")
        for each in entries:
            assert each.findtext(f"{{{ATOM}}}title")
            assert each.findtext(f"{{{ATOM}}}summary")
            link = each.find(f"{{{ATOM}}}link")
            assert link is not None
            assert link.get("href", "").startswith(f"{base}2026/")


def test_hostile_text_comes_out_as_text_on_every_page(poisoned: Path) -> None:
    assert len(pages(poisoned)) > 30
    assert broken(poisoned) == []
    for page in pages(poisoned):
        links = Links(page.read_text("utf-8"))
        assert links.tags.isdisjoint({"iframe", "img", "style", "textarea", "b"}), page
        assert not [value for name, value in links.attributes if name == "href" and value.startswith("javascript")]
        assert not [name for name, _ in links.attributes if name.startswith("on") or name == "style"]
    names = [path.relative_to(poisoned).as_posix() for path in poisoned.rglob("*")]
    assert all(re.fullmatch(r"[\w./-]+", name) for name in names)


def test_the_first_page_leads_with_the_cover_of_the_latest_briefing(public: Path) -> None:
    home = (public / "index.html").read_text("utf-8")
    led = re.findall(r"<li>([^<]{30,})", home.partition('<ol class="short">')[2].partition("</ol>")[0])
    briefing = (public / "2026" / "2026-W21.html").read_text("utf-8").replace('<span class="held">', "")
    assert len(led) >= 2
    assert all(each.strip() in briefing for each in led)


def test_a_briefing_is_called_what_stands_at_its_top(config: Config, tmp_path: Path) -> None:
    ours = copy_of(config, tmp_path)
    page = ours.archive / "2026" / "2026-W20.html"
    page.write_text(page.read_text("utf-8").replace("<h1>Weekly briefing", "<h1>The Harnby &amp; Kessel Week"), "utf-8")
    build(ours, tmp_path / "site")
    for name in ("2026/2026-W20.html", "2026/index.html", "index.html", "feed.atom"):
        assert "The Harnby &amp; Kessel Week" in (tmp_path / "site" / name).read_text("utf-8"), name
    assert "Daily briefing" in (tmp_path / "site" / "2026" / "2026-05-13.html").read_text("utf-8")
