"""Outlets: who published an article, as a reader would name it; and whether a name is an outlet or a person."""

import re

OUTLET_OF_HOST = {
    "reuters.com": "Reuters", "apnews.com": "Associated Press", "afp.com": "AFP", "tass.com": "TASS",
    "tass.ru": "TASS", "themoscowtimes.com": "The Moscow Times",
    "rferl.org": "Radio Free Europe/Radio Liberty", "bbc.co.uk": "BBC News", "bbc.com": "BBC News",
    "cnn.com": "CNN", "theguardian.com": "The Guardian", "nytimes.com": "The New York Times",
    "washingtonpost.com": "The Washington Post", "wsj.com": "The Wall Street Journal",
    "ft.com": "Financial Times", "dw.com": "Deutsche Welle", "france24.com": "France 24",
    "aljazeera.com": "Al Jazeera", "npr.org": "NPR", "politico.com": "Politico",
    "politico.eu": "Politico Europe", "bloomberg.com": "Bloomberg", "xinhuanet.com": "Xinhua",
    "news.cn": "Xinhua", "chinadaily.com.cn": "China Daily", "interfax.com": "Interfax",
    "euronews.com": "Euronews", "independent.co.uk": "The Independent", "telegraph.co.uk": "The Telegraph",
    "dailymail.co.uk": "Daily Mail", "abcnews.go.com": "ABC News", "cbsnews.com": "CBS News",
    "nbcnews.com": "NBC News", "foxnews.com": "Fox News", "usatoday.com": "USA Today",
    "latimes.com": "Los Angeles Times", "cnbc.com": "CNBC", "yonhapnews.co.kr": "Yonhap",
    "yna.co.kr": "Yonhap", "japantimes.co.jp": "The Japan Times", "scmp.com": "South China Morning Post",
}  # fmt: skip
"""Well-known outlets by the end of their host, for text that says no more of where it is from than its address."""

AGENCIES = {
    "reuters": "Reuters", "thomson reuters": "Reuters", "thomson reuters foundation": "Reuters",
    "ap": "Associated Press", "associated press": "Associated Press",
    "the associated press": "Associated Press", "afp": "AFP", "tass": "TASS", "itar-tass": "TASS",
    "xinhua": "Xinhua", "interfax": "Interfax", "upi": "UPI", "dpa": "dpa", "ansa": "ANSA", "efe": "EFE",
    "pa": "PA Media", "press association": "PA Media", "bloomberg": "Bloomberg", "kyodo": "Kyodo News",
    "kyodo news": "Kyodo News", "yonhap": "Yonhap", "rfe/rl": "Radio Free Europe/Radio Liberty",
    "ria novosti": "RIA Novosti", "ria": "RIA Novosti", "sputnik": "Sputnik", "anadolu": "Anadolu",
    "aa": "Anadolu", "pti": "PTI", "ani": "ANI", "ians": "IANS", "bernama": "Bernama", "unian": "UNIAN",
    "ukrinform": "Ukrinform", "belga": "Belga", "apa": "APA", "cnn": "CNN", "ap photo": "Associated Press",
}  # fmt: skip
"""What credits call an agency → what a reader calls it."""

OUTLET_WORDS = re.compile(
    r"\b(?:the|news|times|post|press|herald|tribune|gazette|journal|courier|chronicle|observer|guardian|telegraph|"
    r"mail|express|star|sun|mirror|independent|standard|report|review|daily|weekly|radio|tv|television|agency|media|"
    r"online|magazine|network|broadcasting|newspaper|bulletin|monitor|dispatch|wire|staff|desk|editors?|editorial|"
    r"correspondents?|reporters?|team|board|bureau|agencies|service|foundation|institute|associated|contributors?|"
    r"today|globe|beacon|inquirer|sentinel|newsroom|digital)\b",
    re.I,
)
"""Words names of outlets and desks have and names of people have not."""

FEWEST_LETTERS = 4
"""Letters behind "the" in a host that make it an article: not in "them.com"."""

HOSTNAME = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}", re.I)


def of_host(host: str) -> str | None:
    """The outlet at a host, by the longest ending of it that is known, or as its label spells it; None: neither."""
    labels = host.lower().split(".")
    return of_known_host(host) or (_spelt(labels[-2]) if len(labels) > 1 else None)


def of_known_host(host: str) -> str | None:
    """The outlet at a host, by the longest ending of it that the table has."""
    labels = host.lower().split(".")
    endings = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((OUTLET_OF_HOST[ending] for ending in endings if ending in OUTLET_OF_HOST), None)


def _spelt(label: str) -> str | None:
    """The name a host's own label spells, where it shows how: "the-harbour-post", "theharbinger"."""
    words = [word for word in label.removeprefix("the").split("-") if word]
    if len(words) > 1 or (label.startswith("the") and len(words[0] if words else "") >= FEWEST_LETTERS):
        return " ".join(["The"] * label.startswith("the") + [word.capitalize() for word in words])
    return None


def named(name: str) -> str:
    """An outlet as a row or page names it, with a bare host ("www.dw.com") turned into a name where known."""
    name = " ".join(name.split())
    if not HOSTNAME.fullmatch(name):
        return name
    return of_host(name) or name.lower().removeprefix("www.")


def agency(credit: str) -> str | None:
    """The agency a credit names ("AP", "/TASS/", "Reuters"); None: it names none that is known."""
    return AGENCIES.get(credit.strip(" /()").lower())


def is_outlet(name: str) -> bool:
    """Whether a name in a byline is an outlet or a desk rather than a person."""
    return bool(OUTLET_WORDS.search(name)) or agency(name) is not None or bool(HOSTNAME.fullmatch(name))
