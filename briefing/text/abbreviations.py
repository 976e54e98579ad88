"""English abbreviations that end in a full stop, by what may follow them, and words that open sentences.

All in lower case, without the last stop; the words themselves stand in `lists/en.txt`.
"""

from briefing.text.word_lists import word_list

TITLES = word_list("en", "titles")
NUMBERED = word_list("en", "numbered")
MONTHS = word_list("en", "months")
SHORTENED = word_list("en", "shortened")
SMALL = word_list("en", "small")
NEVER = word_list("en", "never")
TIME_FOLLOWERS = word_list("en", "time followers")
LETTERED = word_list("en", "lettered")
STARTERS = word_list("en", "starters")
SAYING = word_list("en", "saying")
TIMES = frozenset(("a.m", "p.m"))
EXCLAMATORY_NAMES = frozenset(("yahoo!", "jeopardy!", "yum!", "guess?", "oklahoma!", "wham!"))
