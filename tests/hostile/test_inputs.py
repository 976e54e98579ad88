"""Files made to be too much, small: each is read in time by its length, and is told of where it is not read whole.

`benchmarks/hostile_inputs.py` gives the same files at full size to `brief make`, with figures in docs/reliability.md.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from briefing.clean import clean
from briefing.group import group
from briefing.model import Article, Problem, RawDocument
from briefing.quote import quote
from briefing.read import read
from briefing.summarise import summarise
from tests.hostile.inputs import MAKERS, SENTENCE, strangers, text_of
from tests.hostile.watched import make
from tests.read.reading import NOW

SMALL = 0.002  # of the full size: files of 200 KB, headlines of 2 KB
DEEP = 0.03  # 3,000 deep: past every parser's own limit, Python's recursion limit among them
OF_DEPTH = frozenset(
    name for name in MAKERS if name.endswith((".md", ".eml")) or MAKERS[name].__qualname__.startswith("nested")
)
SECONDS = 4  # of processor for one small file; the slowest takes a quarter
MEGABYTES = 500  # of memory for all of them in one run; 160 are held
PATIENCE = 300  # seconds of processor until a run is taken to hang


def made(name: str, folder: Path) -> Path:
    path = folder / name
    MAKERS[name](path, DEEP if name in OF_DEPTH else SMALL)
    return path


def articles_of(path: Path) -> tuple[list[Article], list[str]]:
    """What is read and cleaned of a file, and everything that is said of it."""
    articles, said = [], []
    for each in read([path], fetched_at=NOW):
        if isinstance(each, Problem):
            said.append(each.message)
            continue
        assert isinstance(each, RawDocument)
        article, problems = clean(each)
        said += [problem.message for problem in problems]
        articles += [article] if article else []
    return articles, said


@pytest.mark.parametrize("name", MAKERS)
def test_a_file_made_to_be_too_much_is_read_in_time_or_told_of(tmp_path: Path, name: str) -> None:
    path = made(name, tmp_path)
    started = process_time()
    articles, said = articles_of(path)
    assert articles or said
    assert process_time() - started < SECONDS


@pytest.mark.parametrize("name", ["marks.jsonl", "words.jsonl", "strangers.jsonl", "names.jsonl"])
def test_text_made_to_be_slow_goes_through_every_stage_in_time(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    MAKERS[name](path, 0.02)  # texts of 20,000 characters, each as long as a long article
    articles, _ = articles_of(path)
    assert articles
    for article in articles:
        started = process_time()
        quote(article)
        group([article, articles[0]])
        summarise([article], words=100)
        assert process_time() - started < SECONDS, article.text[:40]


@pytest.mark.parametrize("stage", ["quote", "group", "summarise", "clean"])
def test_four_times_the_text_takes_about_four_times_as_long(tmp_path: Path, stage: str) -> None:
    """What is quadratic would take sixteen times as long."""
    times = []
    for size in (0.02, 0.08):
        path = tmp_path / f"{size}.jsonl"
        strangers(path, size)
        started = process_time()
        articles, _ = articles_of(path)
        if stage != "clean":
            started = process_time()
        for article in articles:
            if stage == "quote":
                quote(article)
            elif stage == "group":
                group([article, articles[0]])
            elif stage == "summarise":
                summarise([article], words=100)
        times.append(process_time() - started)
    assert times[1] < 11 * max(times[0], 0.1), times


def test_what_is_no_file_is_told_and_the_article_beside_it_read(tmp_path: Path) -> None:
    articles, said = articles_of(made("odd", tmp_path))
    assert [article.title for article in articles] == ["Prices rise"]
    assert set(said) >= {
        "not a regular file, so it was not opened",
        "a link to a folder is not followed, name the folder itself to read it",
        "the file could not be opened: too many levels of symbolic links",
    }


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/random", "/dev/tty", "/dev/stdin"])
def test_a_device_that_is_named_itself_is_not_opened(name: str, tmp_path: Path) -> None:
    for link in ("a.txt", "a.jsonl", "a.zip", "a.txt.gz", "a"):
        (tmp_path / link).unlink(missing_ok=True)
        (tmp_path / link).symlink_to(name)
        assert articles_of(tmp_path / link)[0] == []


def test_names_that_lead_somewhere_are_names(tmp_path: Path) -> None:
    articles, _ = articles_of(made("names.jsonl", tmp_path))
    assert all(len(article.id) == 12 and article.id.isalnum() for article in articles)
    assert len({article.id for article in articles}) == len(articles)


@pytest.mark.skipif(os.name != "posix", reason="measures a child as POSIX does")
def test_all_of_it_in_one_folder_ends_in_a_briefing_that_names_it(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    (tmp_path / "news").mkdir()
    for name in MAKERS:
        made(name, tmp_path / "news")
    (tmp_path / "news" / "kept.txt").write_text(f"The ferry is late\n\n12 May 2026\n\n{SENTENCE}")
    before = {path.name for path in tmp_path.iterdir()}
    done = make(tmp_path, "news", "--format", "md,json", seconds=PATIENCE)
    assert done.status == 3, done.said[-2000:]
    assert "Traceback" not in done.said
    told = json.loads((tmp_path / "briefs" / "2026" / "2026-W20.json").read_bytes())["coverage"]["problems"]
    named = " ".join(problem["subject"] for problem in told)
    for name in ("arrays.json", "deep.eml", "zeros.zip", "in-zips.zip", "zeros.txt.gz", "odd/pipe.jsonl", "div.html"):
        assert f"news/{name}" in named, name
    assert {path.name for path in tmp_path.iterdir()} - before <= {
        "briefs", "library.sqlite", "library.sqlite-wal", "library.sqlite-shm",
    }  # fmt: skip
    figure(f"{len(MAKERS)} hostile files in one run: {done.megabytes:.0f} MB held at most")
    assert done.megabytes < MEGABYTES


def test_a_text_of_one_piece_is_kept_as_far_as_anybody_reads(tmp_path: Path) -> None:
    text_of("word ")(tmp_path / "long.jsonl", 2.0)
    articles, said = articles_of(tmp_path / "long.jsonl")
    assert len(articles[0].text) <= 1_000_000
    assert len(said) == 1
