import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import config
from briefing.config.subscribe import subscribe, with_feeds
from briefing.errors import ConfigError
from briefing.read.web.manners import Manners

FEED, OTHER = "https://courier.example/rss", "https://lindow.example/feed?a=1&b=[2]"


def loaded(folder: Path, toml: str) -> config.Config:
    (folder / "brief.toml").write_text(toml, encoding="utf-8")
    return config.load(folder)


def test_nothing_is_fetched_unless_it_is_listed(tmp_path: Path) -> None:
    assert (config.load(tmp_path).feeds, config.load(tmp_path).pages) == ((), ())
    assert config.load(tmp_path).fetch == Manners()


def test_feeds_and_pages_are_addresses_each_once(tmp_path: Path) -> None:
    found = loaded(tmp_path, f'feeds = ["{FEED}", "{OTHER}", "{FEED}"]\npages = []\n')
    assert (found.feeds, found.pages) == ((FEED, OTHER), ())


def test_how_fetching_behaves_is_settled_in_a_table_of_its_own(tmp_path: Path) -> None:
    toml = "[fetch]\ntimeout = 5\nwhole = 30.5\ndelay = 0\nmost_megabytes = 3\ntries = 1\nside_by_side = 4\n"
    found = loaded(tmp_path, toml + "pages_a_feed = 9\nprivate_addresses = true\nrobots = false\n")
    assert found.fetch == Manners(5.0, 30.5, 0.0, 3_000_000, 1, 4, 9, True, False)


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('feeds = "https://courier.example/rss"', "feeds must be a list such as"),
        ('feeds = ["courier.example"]', "each of feeds must be an address that begins with https://"),
        ('pages = ["file:///etc/passwd"]', "each of pages must be an address that begins with https://"),
        ('feeds = ["https://a b/"]', "each of feeds must be an address"),
        ("feeds = [3]", "each of feeds must be text in quotation marks"),
        ("feed = []", 'there is no setting "feed": did you mean "feeds"?'),
        ("fetch = 3", "fetch must be a table that begins with [fetch]"),
        ("[fetch]\ntimeuot = 3", 'there is no setting "fetch.timeuot": did you mean "timeout"?'),
        ("[fetch]\ntimeout = 0", "fetch.timeout must be a number of seconds above 0"),
        ("[fetch]\ntimeout = nan", "fetch.timeout must be a number of seconds above 0"),
        ("[fetch]\ndelay = -1", "fetch.delay must be a number of seconds above 0"),
        ("[fetch]\ndelay = false", "fetch.delay must be a number of seconds above 0"),
        ('[fetch]\nrobots = "no"', "fetch.robots must be true or false"),
        ("[fetch]\ntries = 0", "fetch.tries must be a whole number above 0"),
    ],
)
def test_a_wrong_setting_is_told_in_one_line_that_names_it(tmp_path: Path, toml: str, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path, toml)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "toml",
    [
        "",
        "words = 600",
        '# mine\nwords = 600\n\n[schedule] # daily\nhour = "06:00"\n',
        f'feeds = ["{FEED}"]\nwords = 600\n',
        f'feeds = ["{FEED}",]',
        f'feeds = [\n    "{FEED}", # ours ]\n    "https://[::1]/",\n]\n[fetch]\ndelay = 2\n',
        f"feeds = [\r\n    '{FEED}'\r\n]\r\nwords = 600\r\n",
        "feeds = []",
        "title = '''\n[no table]\n'''\nwords = 3\n",
        '[[recipient]]\naddress = "a@b.example"\n',
    ],
)
def test_a_feed_is_added_and_every_other_word_stays(toml: str) -> None:
    edited = with_feeds(toml, (OTHER,))
    before = tomllib.loads(toml)
    assert tomllib.loads(edited) == before | {"feeds": [*before.get("feeds", []), OTHER]}
    for line in toml.splitlines():
        assert line.rstrip("]") in edited


def test_a_feed_that_is_there_is_not_added_again(tmp_path: Path) -> None:
    assert subscribe(tmp_path, (FEED, FEED)) == (FEED,)
    assert subscribe(tmp_path, (FEED, OTHER)) == (OTHER,)
    assert config.load(tmp_path).feeds == (FEED, OTHER)


@pytest.mark.parametrize("toml", ["feeds = 3", '"feeds" = ["https://a.example/"]', "feeds = ["])
def test_a_file_that_cannot_be_edited_safely_is_left_as_it_is(tmp_path: Path, toml: str) -> None:
    (tmp_path / "brief.toml").write_text(toml)
    with pytest.raises(ConfigError, match=r"brief\.toml"):
        subscribe(tmp_path, (FEED,))
    assert (tmp_path / "brief.toml").read_text() == toml


def test_a_folder_of_the_files_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "brief.toml").mkdir()
    with pytest.raises(ConfigError, match="cannot be changed"):
        subscribe(tmp_path, (FEED,))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20), max_size=3))
def test_whatever_an_address_holds_the_file_stays_toml(feeds: list[str]) -> None:
    edited = with_feeds("words = 3\n[fetch]\ndelay = 1\n", feeds)
    assert tomllib.loads(edited)["feeds"] == feeds
