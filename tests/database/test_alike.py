"""A library in a file and one on a server are alike: what comes out, what is found, what is kept."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.config import Config, parse
from briefing.database import Address, Server, address, written
from briefing.database.seam import errors, opened
from briefing.export import exported, imported
from briefing.ledger.finding import method
from briefing.model import Article
from briefing.site.building import build
from briefing.store import open_library
from briefing.store.search import KINDS, Hit, Kind, Search, Wanted
from briefing.store.transfer import carried
from briefing.window import time_zone
from tests.cluster import Cluster
from tests.factory import MONDAY
from tests.fortnight import WEEKS
from tests.store.articles import ARTICLES
from tests.store.test_transfer import LETTERS, fill

SEEDS = Path(__file__).parents[2] / "seeds"
AT_ONCE = 4
PARTS = ("ship", '"', "-", "*", " ", "oil", "of the", "Harnby", "'", "&", "\\", ":")
EVERYTHING = 10_000
QUERIES = (
    "harnby", "HARNBY ferry", '"port selby"', '"gull bank" oil', "harb*", '"port sel"*', "ship -oil", '-"port selby" a',
    "2026", "3.5", "o'neil", "co-operate", "the", "a", "of the", "*", "-", '""', '"', "AND OR NOT", "title:ship",
    "NEAR(ship oil)", "(ship", "ship & oil | !bridge", "ship <-> oil", "ship:*", "'", "\\", "%", "_", "?", ":x", "\0",
    "\ud800", "école", "Talvoss", "x" * 5000, "ship " * 2000, '"' + "ship " * 500 + '"', "🚢", "中文", "ship;--",
    " ".join(f"s{number}" for number in range(2000)),
)  # fmt: skip


def brief(folder: Path, *arguments: str, library: Address) -> subprocess.Popen[str]:
    folder.mkdir(exist_ok=True)
    environment = {**os.environ, "BRIEF_LIBRARY": written(library), "PYTHONPATH": str(SEEDS.parent)}
    call = [sys.executable, "-m", "briefing", *arguments]
    return subprocess.Popen(
        call, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def done(run: subprocess.Popen[str]) -> str:
    said, errors_ = run.communicate()
    assert run.returncode == 0, errors_
    return said


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, cluster: Cluster) -> tuple[Path, dict[str, Address]]:
    """The fortnight of the samples, made with a library of either kind."""
    folder = tmp_path_factory.mktemp("both")
    places: dict[str, Address] = {"file": folder / "library.sqlite", "server": cluster.server()}
    for name, place in places.items():
        for week in WEEKS:
            (folder / name).mkdir(exist_ok=True)
            (folder / name / "brief.toml").write_text(f"sources = ['{SEEDS}']\nformats = ['md', 'html', 'json']\n")
            done(brief(folder / name, "make", "--week", week, "-q", library=place))
    return folder, places


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_briefings_of_the_samples_are_the_same_to_the_byte(both: tuple[Path, dict[str, Address]]) -> None:
    folder, _ = both
    made = bytes_below(folder / "file" / "briefs")
    assert len(made) == len(WEEKS) * 3 + 1
    assert bytes_below(folder / "server" / "briefs") == made


@pytest.mark.parametrize(
    "call",
    [
        ("list",),
        ("quotes", "--json"),
        ("people",),
        ("events", "--json"),
        ("make", "--week", WEEKS[0], "--dry-run"),
        ("verify", f"briefs/2026/{WEEKS[1]}.json"),
        ("doctor", "--offline"),
    ],
    ids=" ".join,
)
def test_commands_say_the_same(both: tuple[Path, dict[str, Address]], call: tuple[str, ...]) -> None:
    folder, places = both
    said = {name: done(brief(folder / name, *call, library=place)) for name, place in places.items()}
    here, there = ([line for line in text.splitlines() if not line.startswith("ok ")] for text in said.values())
    assert here == there


def hits(search: Search, kind: Kind, words: str) -> tuple[int, list[Hit]]:
    found = search.find(kind, Wanted(words, limit=EVERYTHING))
    return found.total, sorted(found.hits, key=lambda hit: (hit.id, repr(hit)))


def test_the_same_is_found_by_every_query(both: tuple[Path, dict[str, Address]]) -> None:
    _, places = both
    zone = time_zone("UTC")
    found = 0
    with Search(places["file"], zone, method()) as here, Search(places["server"], zone, method()) as there:
        for kind in KINDS:
            for words in QUERIES:
                ours, theirs = hits(here, kind, words), hits(there, kind, words)
                if kind == "event":  # shown by the article that fits best, which each tells by its own measure
                    assert [hit.id for hit in ours[1]] == [hit.id for hit in theirs[1]], words
                else:
                    assert ours == theirs, words
                found += ours[0]
            assert here.find(kind, Wanted()) == there.find(kind, Wanted())
    assert found > len(QUERIES)


@given(st.lists(st.sampled_from(PARTS), max_size=8))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_is_found_by_any_query(both: tuple[Path, dict[str, Address]], parts: list[str]) -> None:
    _, places = both
    with Search(places["file"], time_zone("UTC"), method()) as here:
        ours = hits(here, "article", "".join(parts))
    with Search(places["server"], time_zone("UTC"), method()) as there:
        assert hits(there, "article", "".join(parts)) == ours


def test_the_site_is_the_same(both: tuple[Path, dict[str, Address]]) -> None:
    folder, places = both

    def config(name: str) -> Config:
        settings = {"sources": [str(SEEDS)], "library": written(places[name]), "archive": "briefs"}
        return parse(settings, folder / name)

    for name in places:
        build(config(name), folder / f"{name}-site")
    made = bytes_below(folder / "file-site")
    assert len(made) > 20
    assert bytes_below(folder / "server-site") == made


def test_an_export_goes_into_a_server_and_out_again_unchanged(
    both: tuple[Path, dict[str, Address]], cluster: Cluster, tmp_path: Path
) -> None:
    for place in both[1].values():
        lines = list(exported(place))
        server = cluster.server()
        assert imported(lines, server) == len(lines) - 2
        assert list(exported(server)) == lines
        assert imported(lines, tmp_path / f"{len(lines)}.sqlite") == len(lines) - 2
        assert list(exported(tmp_path / f"{len(lines)}.sqlite")) == lines
        (tmp_path / f"{len(lines)}.sqlite").unlink()


@pytest.mark.parametrize("seed", range(3))
def test_anything_in_every_table_comes_back_from_a_server(tmp_path: Path, cluster: Cluster, seed: int) -> None:
    # NUL, which no key has, is sorted elsewhere by PostgreSQL.
    fill(tmp_path / "one", Random(seed), LETTERS.replace("\0", ""))  # noqa: S311 no secret
    lines = list(exported(tmp_path / "one"))
    server = cluster.server()
    assert imported(lines, server) == len(lines) - 2
    assert list(exported(server)) == lines
    with errors(server), opened(server) as connection:
        assert {line.split(b'"')[3].decode() for line in lines[1:-1]} == {*carried(connection)}


@given(st.lists(ARTICLES, max_size=6), st.lists(ARTICLES, max_size=6))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_articles_become_of_the_same_in_both(
    tmp_path_factory: pytest.TempPathFactory, cluster: Cluster, first: list[Article], second: list[Article]
) -> None:
    places: list[Address] = [tmp_path_factory.mktemp("t") / "library.sqlite", cluster.server()]
    kept = []
    for place in places:
        with open_library(place) as library:
            added = [library.add(some, seen_at=MONDAY) for some in (first, second)]
            ids = list(dict.fromkeys(each.id for each in (*first, *second)))
            kept.append((added, library.get(ids), [library.versions(each) for each in ids], library.calendar()))
    assert kept[0] == kept[1]


def articles_of(place: Address) -> set[tuple[str, ...]]:
    with errors(place), opened(place) as connection:
        return {*connection.execute("SELECT id, sha256, title, published, outlet FROM article").fetchall()}


@pytest.mark.parametrize("share", [1, AT_ONCE], ids=["each adds all", "each adds a part"])
def test_many_add_at_once_and_no_article_is_lost_or_doubled(
    tmp_path: Path, cluster: Cluster, share: int, figure: Callable[[str], None]
) -> None:
    files = sorted(path for path in SEEDS.iterdir() if path.is_file())
    alone, together = tmp_path / "library.sqlite", cluster.server()
    done(brief(tmp_path / "alone", "add", *map(str, files), library=alone))
    parts = [[str(path) for path in files[part % share :: share]] for part in range(AT_ONCE)]
    for run in [brief(tmp_path / "together", "add", *part, library=together) for part in parts]:
        done(run)
    with errors(together), opened(together) as connection:
        assert connection.execute("SELECT count(*) FROM former").fetchone() == (0,)
        ids = [row[0] for row in connection.execute("SELECT id FROM article")]
        lacking = "SELECT count(*) FROM article LEFT JOIN words ON words.article = id WHERE words.article IS NULL"
        assert connection.execute(lacking).fetchone() == (0,)
    assert len(ids) == len({*ids})
    assert articles_of(together) == articles_of(alone)
    figure(f"{AT_ONCE} adds at once into PostgreSQL: {len(ids)} articles, none lost, none doubled")


def test_many_make_at_once_and_agree(
    tmp_path: Path, cluster: Cluster, both: tuple[Path, dict[str, Address]], figure: Callable[[str], None]
) -> None:
    together = cluster.server()
    for number in range(AT_ONCE):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "brief.toml").write_text(f"sources = ['{SEEDS}']\nformats = ['md']\n")
    runs = [
        brief(tmp_path / str(number), "make", "--week", WEEKS[0], "-q", library=together) for number in range(AT_ONCE)
    ]
    for run in runs:
        done(run)
    expected = (both[0] / "file" / "briefs" / "2026" / f"{WEEKS[0]}.md").read_bytes()
    made = [(tmp_path / str(number) / "briefs" / "2026" / f"{WEEKS[0]}.md").read_bytes() for number in range(AT_ONCE)]
    assert made == [expected] * AT_ONCE
    figure(f"{AT_ONCE} makes at once over PostgreSQL: the same bytes")


def test_the_environment_and_the_flag_name_a_server_too(both: tuple[Path, dict[str, Address]], tmp_path: Path) -> None:
    server = both[1]["server"]
    assert isinstance(server, Server)
    assert address(written(server)) == server
    flagged = brief(tmp_path, "list", "--library", server.url, library=tmp_path / "nothing.sqlite")
    assert done(flagged) == done(brief(tmp_path, "list", library=server))
