"""All formats at once: the same as one after the other, whichever is done beside the rest."""

from pathlib import Path

import pytest

from briefing.errors import RenderError
from briefing.render import FORMATS, Format, render, render_all
from tests.render import sample


@pytest.mark.parametrize("formats", [(), ("md",), ("pdf",), ("pdf", "md"), FORMATS])
def test_each_format_is_what_it_is_alone_and_they_keep_their_order(formats: tuple[Format, ...]) -> None:
    brief = sample.rich()
    assert list(render_all(brief, formats).items()) == [(each, render(brief, each)) for each in formats]


@pytest.mark.parametrize("faulty", ["brief.typ", "brief.md.j2"])
def test_a_faulty_template_is_told_as_ever(tmp_path: Path, faulty: str) -> None:
    (tmp_path / faulty).write_text("{% if %} #let", encoding="utf-8")
    with pytest.raises(RenderError, match=faulty):
        render_all(sample.rich(), ("md", "pdf"), templates=tmp_path)
