"""Marking: forms to pin and strike in the places that a briefing's citations open."""

import re
from html import escape, unescape

from briefing.model import Place
from briefing.verify.places import parse_place

NOTE = re.compile(r'<li id="fn-([0-9]{1,6})">.{0,4000}?<code>([^<]{1,2100})</code>', re.DOTALL)
BOX = re.compile(r'<div class="place" id="place-([0-9]{1,6})"[^>]{0,200}>.*?(?=</div>)', re.DOTALL)


def places(body: str) -> dict[str, Place]:
    """Number of a note → the place it names."""
    found = ((number, parse_place(unescape(code))) for number, code in NOTE.findall(body))
    return {number: place for number, place in found if place}


def with_forms(body: str, back: str, token: str) -> str:
    """The body with two buttons in every place that opens. back: the page's own path; token: of the form."""
    known = places(body)

    def marked(box: re.Match[str]) -> str:
        place = known.get(box[1])
        return box[0] + form(place, back, token) if place else box[0]

    return BOX.sub(marked, body)


def form(place: Place, back: str, token: str) -> str:
    """The two buttons for one place."""
    hidden = {
        "token": token,
        "article": place.article_id,
        "start": str(place.span.start),
        "end": str(place.span.end),
        "back": back,
    }
    fields = "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in hidden.items())
    buttons = "".join(
        f'<button type="submit" formaction="/desk/{deed}">{label}</button>'
        for deed, label in (("pin", "Pin"), ("strike", "Strike"))
    )
    return f'<form class="deed marks" method="post" action="/desk/pin">{fields}{buttons}</form>'
