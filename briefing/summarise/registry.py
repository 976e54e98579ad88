"""The methods by name."""

from collections.abc import Callable

from briefing.errors import SummariseError
from briefing.summarise.methods import sumy
from briefing.summarise.methods.brief import brief
from briefing.summarise.methods.centroid import centroid
from briefing.summarise.methods.lead import lead
from briefing.summarise.methods.lsa import lsa
from briefing.summarise.methods.textrank import textrank
from briefing.summarise.terms import Corpus, Vector

Method = Callable[[Corpus], Vector]

OWN: dict[str, Method] = {"brief": brief, "centroid": centroid, "lead": lead, "lsa": lsa, "textrank": textrank}


def method_named(name: str) -> Method:
    """The method of that name; SummariseError, naming those there are, for any other."""
    if name in OWN:
        return OWN[name]
    if name.startswith(sumy.PREFIX) and name in sumy.names():
        return sumy.method(name)
    raise SummariseError(f"no method {name}: there are {', '.join([*sorted(OWN), *sumy.names()])}")
