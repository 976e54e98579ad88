"""Over New Year: the week that lies in two years, the archive's two folders, and the links between them."""

import json
from pathlib import Path

from tests.cli.test_make import DONE, WRONG_USE, brief
from tests.site.links import broken

TEXTS = {
    "2020-12-29T09:00:00Z": "The ferry Lady Annik ran aground off Port Selby on Tuesday, the harbour office said.",
    "2021-01-02T09:00:00Z": "The ferry Lady Annik leaks oil off Port Selby, the harbour office said on Saturday.",
    "2021-01-03T23:30:00Z": "Tugs freed the ferry Lady Annik off Port Selby on Sunday night, the harbour office said.",
}


def test_a_week_in_two_years_is_the_old_ones_and_the_next_links_back_to_it(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for number, (published, text) in enumerate(TEXTS.items()):
        row = {"id": str(number), "title": f"Ferry Lady Annik off Port Selby, report {number}", "outlet": "Selby Mail"}
        # The same two further paragraphs, so that all tell one event.
        body = f"{text}\n\nThe ferry had 214 people on board, its owner Northern Lines said."
        (tmp_path / "seeds" / f"{number}.json").write_text(json.dumps(row | {"published": published, "text": body}))
    (tmp_path / "brief.toml").write_text('sources = ["seeds"]\ntimezone = "Europe/Berlin"\n')
    for week in ("2020-W53", "2021-W01"):
        made = brief(tmp_path, "make", "--week", week, "-q")
        assert made.returncode == DONE, made.stderr
    old = (tmp_path / "briefs" / "2020" / "2020-W53.md").read_text("utf-8")
    new = (tmp_path / "briefs" / "2021" / "2021-W01.md").read_text("utf-8")
    assert "\narticles: 2\n" in old  # the third is of Monday in Berlin
    assert "**28 December 2020 to 3 January 2021**" in old
    assert "\narticles: 1\n" in new
    assert "](../2020/2020-W53.md)" in new
    assert "2020-W53.md" in (tmp_path / "briefs" / "2020" / "README.md").read_text("utf-8")
    assert "2020-W53.md" not in (tmp_path / "briefs" / "2021" / "README.md").read_text("utf-8")
    assert brief(tmp_path, "site", "--out", "site").returncode == DONE
    assert not broken(tmp_path / "site")
    assert brief(tmp_path, "make", "--week", "2021-W53").returncode == WRONG_USE
