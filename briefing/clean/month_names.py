"""Month names: dates in the languages of neighbours, put into English words, which is what dates are read in."""

import re
from collections.abc import Mapping
from types import MappingProxyType

ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ABROAD = (
    "januar jänner jän janvier janv enero ene gennaio gen janeiro januari stycznia января янв січня січ",
    "februar février févr fév febrero febbraio fevereiro fev februari lutego lut февраля фев лютого лют",
    "märz mär mrz mars marzo março maart mrt marca марта мар березня бер",
    "avril avr abril abr aprile april kwietnia kwi апреля апр квітня кві",
    "mai mayo maggio mag maio mei maja мая май травня тра",
    "juni juin junio giugno giu junho czerwca cze июня июн червня чер",
    "juli juillet juil julio luglio lug julho lipca lip июля июл липня лип",
    "août aout agosto ago augustus sierpnia sie августа авг серпня сер",
    "septembre septiembre settembre set setembro września wrz сентября сен сент вересня вер",
    "oktober okt octobre octubre ottobre ott outubro out października paź октября окт жовтня жов",
    "novembre noviembre novembro listopada lis ноября ноя нояб листопада лис",
    "dezember dez décembre déc diciembre dic dicembre dezembro december grudnia gru декабря дек грудня гру",
)
"""German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian and Ukrainian, month by month."""

NUMBERED: Mapping[str, int] = MappingProxyType(
    {name: number for number, names in enumerate(ABROAD) for name in names.split()}
)

DAY_MONTH_YEAR = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:\.|º|er)?[\s-]{1,3}(?:de\s{1,3})?(?P<month>[^\W\d_]{2,12})\.?[,\s-]{1,3}(?:de\s{1,3})?"
    r"(?P<year>(?:19|20)\d\d)(?!\d)(?:\s?(?:г|р)\.?(?!\w))?"
)
"""12. November 2026, 12 de noviembre de 2026, 12 ноября 2026 г."""


def in_english(written: str) -> str:
    """What is written, from its date on where that names its month in one of these languages; else as it is."""
    for found in DAY_MONTH_YEAR.finditer(written):
        number = NUMBERED.get(found["month"].casefold())
        if number is not None:
            return f"{found['day']} {ENGLISH[number]} {found['year']}{written[found.end() :]}"
    return written
