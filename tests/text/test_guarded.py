import importlib
import pkgutil
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import briefing.summarise
from briefing.text.guarded import Guarded, Listed, guarded, listed

PLAIN = st.characters(codec="ascii", categories=("L", "N", "P", "Z"))
AROUND = st.text(alphabet=string.ascii_letters + " .,'-\"", max_size=12)


def guards() -> dict[str, Guarded]:
    found = {}
    for module in pkgutil.iter_modules(briefing.summarise.__path__, "briefing.summarise."):
        for name, value in sorted(vars(importlib.import_module(module.name)).items()):
            if isinstance(value, Guarded):
                found[f"{module.name}.{name}"] = value
    return found


@pytest.mark.parametrize("name", sorted(guards()))
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_guard_lets_everything_through_that_its_pattern_matches(name: str, data: st.DataObject) -> None:
    one = guards()[name]
    text = data.draw(st.from_regex(one.pattern, alphabet=PLAIN))
    if one.pattern.search(text):
        assert one.search(text), text


@pytest.mark.parametrize("name", ["furniture", "verdicts"])
def test_every_phrase_of_a_list_is_found_between_other_words(name: str) -> None:
    found: Listed = listed("en", name)
    for phrases in found.phrases.values():
        assert phrases
    for phrase in found.pattern.pattern.removeprefix("(?<!\\w)(?:").removesuffix(")(?!\\w)").split("|"):
        plain = phrase.replace("['’]", "’").replace("\\", "")
        assert found.search(f"They said, {plain.upper()}: yes"), plain


@given(AROUND, AROUND)
def test_a_guarded_pattern_finds_what_the_pattern_finds(before: str, after: str) -> None:
    one = guarded(r"\bmust (?:not )?\w+", "must")
    text = f"{before}must{after}"
    assert (one.search(text) is None) == (one.pattern.search(text) is None)
    assert one.may_match("They must go")
    assert not one.may_match("Mustard")
