import numpy as np

from briefing.group.background import NO_BACKGROUND, Background
from briefing.group.rarity import rarity
from briefing.group.tokens import tokens
from briefing.group.vectors import counted
from tests.factory import article


def weight(stem: str, text: str, background: Background) -> float:
    """How telling a stem is in an article of that text."""
    read = tokens([article(text=text, title="")])
    rows = counted(read, np.zeros(len(read.texts.flat), dtype=bool)).bodies
    return float(rarity(read.stems, rows, background).toarray()[0, read.stems.index(stem)])


def test_a_word_of_all_news_tells_less_than_a_rare_one() -> None:
    background = Background((500,), {"govern": (400,), "bridg": (4,)})
    assert weight("govern", "government bridge", background) < weight("bridg", "government bridge", background)


def test_a_word_tells_less_where_the_articles_topic_is_full_of_it() -> None:
    counts = {"vaccin": (90, 0), "clinic": (95, 1), "goal": (0, 90), "pitch": (1, 95)}
    background = Background((100, 2000), counts)
    in_topic = weight("vaccin", "vaccine clinic clinic", background)
    elsewhere = weight("vaccin", "vaccine goal pitch goal pitch goal", background)
    assert in_topic < elsewhere


def test_without_a_background_every_new_word_tells_alike() -> None:
    assert weight("bridg", "bridge harbour", NO_BACKGROUND) == weight("harbour", "bridge harbour", NO_BACKGROUND)


def test_a_word_of_many_events_tells_less_and_one_of_many_articles_on_one_event_no_less() -> None:
    read = tokens([article(f"a{n}", text="harbour bridge" if n < 5 else "harbour", title="") for n in range(10)])
    rows = counted(read, np.zeros(len(read.texts.flat), dtype=bool)).bodies
    background = Background((500,), {"govern": (400,)})
    one_event, *others = (tuple(range(5)), (5,), (6,), (7,), (8,), (9,))
    found = rarity(read.stems, rows, background, [one_event, *others]).toarray()[0]
    assert found[read.stems.index("harbour")] < found[read.stems.index("bridg")]
    unknown = rarity(read.stems, rows, background).toarray()[0]
    assert unknown[read.stems.index("harbour")] == unknown[read.stems.index("bridg")]
