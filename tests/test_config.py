from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import config
from briefing.errors import ConfigError

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "configuration.md"


def written(folder: Path, toml: str) -> Path:
    (folder / "brief.toml").write_text(toml, encoding="utf-8")
    return folder


def test_a_folder_without_a_file_has_every_default(tmp_path: Path) -> None:
    assert config.load(tmp_path) == config.Config(
        sources=(tmp_path / "seeds",),
        library=tmp_path / "library.sqlite",
        archive=tmp_path / "briefs",
        timezone="UTC",
        formats=("md", "html", "pdf"),
        words=1200,
        method="brief",
        templates=None,
        title="Briefing",
    )


def test_paths_are_taken_from_the_files_folder_unless_absolute(tmp_path: Path) -> None:
    toml = 'sources = ["news", "/var/news"]\nlibrary = "data/l.sqlite"\narchive = "out"\ntemplates = "look"\n'
    loaded = config.load(written(tmp_path, toml))
    assert loaded.sources == (tmp_path / "news", Path("/var/news"))
    assert loaded.library == tmp_path / "data" / "l.sqlite"
    assert (loaded.archive, loaded.templates) == (tmp_path / "out", tmp_path / "look")


def test_a_path_may_begin_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ilse")
    assert config.load(written(tmp_path, 'library = "~/l.sqlite"')).library == Path("/home/ilse/l.sqlite")


def test_what_is_stated_replaces_the_default_and_nothing_else(tmp_path: Path) -> None:
    toml = 'timezone = "Europe/Berlin"\nformats = ["pdf", "md", "pdf"]\nwords = 600\nmethod = "lsa"\ntitle = "Lage"\n'
    assert config.load(written(tmp_path, toml)) == replace(
        config.load(tmp_path / "elsewhere"),
        sources=(tmp_path / "seeds",),
        library=tmp_path / "library.sqlite",
        archive=tmp_path / "briefs",
        timezone="Europe/Berlin",
        formats=("pdf", "md"),
        words=600,
        method="lsa",
        title="Lage",
    )


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert config.load(written(tmp_path, "\ufeffwords = 5")).words == 5


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('timezome = "UTC"', 'no setting "timezome": did you mean "timezone"?'),
        ("Words = 3", 'no setting "Words": did you mean "words"?'),
        ("colour = 1", 'no setting "colour": there is sources, library'),
        ('"a\\nb" = 1', 'no setting "a b"'),
        ("[words]\nmany = 1", "words must be a whole number above 0, not {'many': 1}"),
        ('words = "many"', "words must be a whole number above 0, not 'many'"),
        ("words = true", "words must be a whole number above 0, not true"),
        ("words = 0", "words must be a whole number above 0, not 0"),
        ('sources = "news"', "sources must be a list such as"),
        ("sources = []", "sources must be a list such as"),
        ("sources = [1]", "each of sources must be text in quotation marks, not 1"),
        ('library = ""', "library must be text in quotation marks"),
        ('library = "a\\u0000b"', "library is no name a file can have"),
        ('formats = ["md", "docx"]', 'formats knows no "docx": there is md, html, pdf, json'),
        ('formats = ["htm"]', 'formats knows no "htm": did you mean "html"?'),
        ('timezone = "Berlin"', 'there is no time zone "Berlin": give an IANA name'),
        ("title = 2026-05-11", "title must be text in quotation marks"),
        ("words = ", "is not TOML"),
        ("a = " + "[" * 10_000, "is not TOML"),
        ('sources = ["C:\\News"]', "write paths with / or between single quotation marks"),
        ('sources = ["C:\\Users\\me"]', "write paths with / or between single quotation marks"),
    ],
)
def test_a_wrong_file_is_told_in_one_line_that_names_it(tmp_path: Path, toml: str, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        config.load(written(tmp_path, toml))
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"{tmp_path / 'brief.toml'}")
    assert "\n" not in str(caught.value)


def test_a_file_in_another_encoding_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "brief.toml").write_bytes('words = 800\ntitle = "Lagebericht für Müller"'.encode("latin-1"))
    with pytest.raises(ConfigError, match=r"is not in UTF-8 \(line 2\): save it as UTF-8"):
        config.load(tmp_path)


def test_a_folder_of_the_files_name_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "brief.toml").mkdir()
    with pytest.raises(ConfigError, match="cannot be read"):
        config.load(tmp_path)


def test_every_setting_is_documented_and_the_sample_loads_as_the_defaults(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    for key in config.READERS:
        assert f"`{key}`" in page
    sample = page.split("```toml\n")[1].split("```")[0]
    assert config.load(written(tmp_path, sample)) == config.parse({}, tmp_path)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.dictionaries(st.sampled_from([*config.READERS, "other"]), VALUES, max_size=4))
def test_no_setting_is_more_than_a_configuration_error(values: dict[str, object]) -> None:
    with suppress(ConfigError):
        config.parse(values, Path("somewhere"))
