import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.site import addresses


@given(st.text())
def test_no_name_leads_out_of_its_folder(name: str) -> None:
    address = addresses.event(name)
    assert address.count("/") == 1
    assert ".." not in address
    assert "\0" not in address


def test_an_id_of_the_librarys_own_stands_as_it_is() -> None:
    assert addresses.event("e0123456789ab") == "events/e0123456789ab.html"


@given(st.lists(st.text(), unique=True))
def test_two_names_never_share_an_address(names: list[str]) -> None:
    found = addresses.slugs(names)
    assert list(found) == names
    assert len(set(found.values())) == len(names)


def test_names_without_latin_letters_and_names_alike_are_told_apart() -> None:
    found = addresses.slugs(["José Müller", "Jose Muller", "李明", "Index"])
    assert found["José Müller"] != found["Jose Muller"]
    assert all(slug.isascii() for slug in found.values())
    assert found["Index"] != "index"


@pytest.mark.parametrize(
    ("page", "target", "way"),
    [
        ("index.html", "events/e1.html", "events/e1.html"),
        ("events/e1.html", "index.html", "../index.html"),
        ("events/e1.html", "events/e2.html", "e2.html"),
        ("2026/2026-W20.html", "people/a.html#x", "../people/a.html#x"),
    ],
)
def test_the_way_from_page_to_page_is_relative(page: str, target: str, way: str) -> None:
    assert addresses.relative(page, target) == way
