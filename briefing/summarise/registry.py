"""The methods by name; each is imported when it first weighs, as most bring more with them than one run needs."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from briefing.errors import SummariseError

if TYPE_CHECKING:
    from briefing.summarise.terms import Corpus, Vector

Method = Callable[["Corpus"], "Vector"]

HOME = "briefing.summarise.methods"


def _late(name: str) -> Method:
    """The method in the module of that name."""

    def weigh(corpus: "Corpus") -> "Vector":
        found: Method = getattr(import_module(f"{HOME}.{name}"), name)
        return found(corpus)

    return weigh


OWN: dict[str, Method] = {name: _late(name) for name in ("brief", "centroid", "lead", "lsa", "textrank")}


def method_named(name: str) -> Method:
    """The method of that name; SummariseError, naming those there are, for any other."""
    if name in OWN:
        return OWN[name]
    from briefing.summarise.methods import sumy  # late: brings NumPy

    names = sumy.names()
    if name in names:
        return sumy.method(name)
    raise SummariseError(f"no method {name}: there are {', '.join([*sorted(OWN), *names])}")
