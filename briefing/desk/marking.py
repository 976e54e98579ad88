"""Marking: forms to pin and strike in the places that a briefing's citations open."""

import re
from html import escape

from briefing.model import Place
from briefing.site.silencing import BOX, places


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
