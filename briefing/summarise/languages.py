"""Languages: a clear word where sentences are split by rules that were not made for them."""

from collections import Counter
from collections.abc import Iterable

from briefing.model import Article, Problem
from briefing.summarise.references import ENGLISH
from briefing.text.sentences import covered

# What readers call the languages that news is most written in; any other is told by its code.
NAMED = """
    af Afrikaans, am Amharic, ar Arabic, az Azerbaijani, be Belarusian, bg Bulgarian, bn Bengali, bs Bosnian,
    ca Catalan, cs Czech, cy Welsh, da Danish, el Greek, et Estonian, eu Basque, fa Persian, fi Finnish, ga Irish,
    gl Galician, gu Gujarati, he Hebrew, hi Hindi, hr Croatian, hu Hungarian, hy Armenian, id Indonesian, is Icelandic,
    it Italian, ja Japanese, ka Georgian, kk Kazakh, km Khmer, kn Kannada, ko Korean, ku Kurdish, ky Kyrgyz, lo Lao,
    lt Lithuanian, lv Latvian, mk Macedonian, ml Malayalam, mn Mongolian, mr Marathi, ms Malay, my Burmese, ne Nepali,
    nl Dutch, no Norwegian, pa Punjabi, pl Polish, ps Pashto, pt Portuguese, ro Romanian, si Sinhala, sk Slovak,
    sl Slovenian, so Somali, sq Albanian, sr Serbian, sv Swedish, sw Swahili, ta Tamil, te Telugu, tg Tajik, th Thai,
    tk Turkmen, tl Tagalog, tr Turkish, ug Uyghur, ur Urdu, uz Uzbek, vi Vietnamese, yi Yiddish, zh Chinese
"""
NAMES = dict(each.split() for each in NAMED.split(","))  # by ISO 639-1


def uncovered(articles: Iterable[Article]) -> tuple[Problem, ...]:
    """One problem for each language of the articles that the splitter does not know, by name."""
    counts = Counter(
        article.language for article in articles if not covered(article.language) and article.language not in ENGLISH
    )
    return tuple(
        Problem(
            "summarise",
            f"{count} article{'s' if count > 1 else ''} in {NAMES.get(code, code)}",
            "the rules for English sentences were used, which may cut this language's wrongly",
        )
        for code, count in sorted(counts.items())
    )
