"""Groups of articles as they come to a desk, each with how many texts they are: a letter an article, one a text."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from briefing.model import Article
from tests.factory import MONDAY, article
from tests.group.printed import STORIES, set_in_paragraphs, story

OUTLETS = ("Harnby Courier", "Lindow Post", "Kessel Daily", "Radio Selby", "Vell Gazette", "Tarn Messenger")
FOOTER = (
    "The {outlet} is owned by its readers, who elect the editor every third year in the old corn exchange. "
    "Letters of up to two hundred words reach the desk by post or through the form on our pages, and we print "
    "one in four. Whoever finds a mistake is asked to tell us at once, so that it can be put right in the next "
    "edition and in the archive."
)
LOCAL = (
    "In {place} the news was followed closely, as a good many people there have relatives who are concerned by "
    "it. At the market on the square it was the only thing anyone talked about, and the baker pinned a map to "
    "her door."
)
MIDDLE = "Sign up here for the letter that brings you the day's most read articles every evening at six."
COLUMN = (
    "Every town I have lived in had a bench from which one could see who came off the last boat. The planners "
    "have never understood benches. They put them where there is room and not where there is something to look "
    "at. My grandmother chose her flat by the bench below it and never regretted the damp. When the harbour "
    "board took it away in the spring nobody wrote a letter, for a bench is not a cause. But on the first warm "
    "evening four men stood where it had been, looking at the boat, and not one of them knew what to do with "
    "his hands. A place to sit is a place to be counted on. I hear that the board is saving nine thousand "
    "crowns a year. I should like to know where they are sitting on it."
)
STATEMENT = (
    "“We have asked every keeper of a lock on the Arle to stay at his post through the night, because the water "
    "will be highest between two and five in the morning. Nobody has to leave home yet, but whoever lives below "
    "the weir should pack what is needed for three days and carry it upstairs. The sirens will sound twice if "
    "that changes,”"
)
RELEASE = (
    "The shipyard of Harnby has received an order for four electric ferries from the islands' transport board, "
    "worth 210 million crowns in all. The first is to be launched in two years. Each carries three hundred "
    "passengers and sixty cars and is charged at the quay within eleven minutes. The yard will take on 120 "
    "people, among them forty apprentices. Its last order of that size was completed in 2011. The batteries "
    "come from a factory in Lindow that opened last year."
)
OWN_REPORTS = {
    "flood": (
        f"Villages on the lower Arle prepared for a flood on Thursday after two days of rain in the hills. "
        f"{STATEMENT} said Peer Lund of the water board. Sandbags were filled at the fire stations of three "
        "communes. The railway stopped the night trains, and a circus that had pitched its tents on the meadow "
        "moved its animals to a brickyard.",
        f"Shopkeepers in Vell spent the evening carrying their stock to upper floors. The river rose by a hand's "
        f"breadth an hour, according to the gauge at the mill. {STATEMENT} Lund, who heads the water board, told "
        "reporters in the school that serves as his headquarters. The last great flood, in 1994, ruined the "
        "organ of the church.",
    ),
    "fair": (
        "The autumn fair of Lindow has drawn more people than ever, its organisers say. Some 400,000 came in "
        "ten days, a fifth of them from Estmark. The big wheel had to be stopped twice because of wind. "
        "Pickpockets were fewer than in other years, the police reported, but lost children more, all of whom "
        "were found within the hour.",
        "More visitors and fewer thieves: that is how the organisers sum up this year's fair on the meadows of "
        "Lindow, which closed on Sunday with fireworks. A stall of roasted chestnuts took the prize for the "
        "best smell. Prices went up again, and a ride on the wheel now costs as much as a lunch. It had stood "
        "still on both stormy days.",
    ),
    "mayor": (
        "Hanne Orvik will not stand again as mayor of Port Selby, she told her party on Monday evening. She has "
        "led the town for eleven years. As her reason she gave the illness of her husband. Two members of the "
        "council want to succeed her, and the party decides in June. Her critics blame her for the debts of the "
        "harbour.",
        "After eleven years in the town hall of Port Selby, Hanne Orvik has had enough: at a meeting of her "
        "party she ruled out another term. Friends had seen it coming since her husband fell ill in winter. She "
        "leaves a harbour deep in debt, a tram that runs on time and at least two rivals for her chair.",
    ),
    "prize": (
        "The great prize for letters of Valdoria goes to the novelist Ada Quill, the academy in Kessel "
        "announced. The jury praised her six novels about a family of ferrymen. She is the first winner from "
        "the islands. The prize is worth 200,000 crowns and will be handed over in November by the president.",
        "Ada Quill was planting beans when the academy rang, and let it ring. Only her neighbour's shouting "
        "over the hedge told her that she had won the country's highest prize for writers. Her ferrymen novels, "
        "six so far, have sold in eleven languages; a seventh is in a drawer. With the money she means to mend "
        "her roof.",
    ),
}
TEMPLATES = (
    "Firefighters were called to a barn near {town} on {day} evening, where hay had caught fire. Nobody was "
    "hurt, and the animals were led out in time. The damage is put at {n} crowns. The road to {town} was closed "
    "for two hours. What set the hay on fire is not known, and the police ask anyone who saw something to come "
    "forward.",
    "Polling stations in {town} closed at eight on {day} without incidents. Of those entitled to vote {n} took "
    "part, by first counts, a little more than four years ago. The results will be announced at the town hall "
    "of {town} tomorrow at noon. Complaints can be handed in until the end of the week at the office of the "
    "returning officer.",
    "The weather in {town} on {day}: sunny spells in the morning, showers in the afternoon, wind from the south "
    "west. The highest temperature is {n} degrees. At night it clears up in {town} and along the coast. Those "
    "who are sensitive to pollen should keep their windows shut, as birches are in bloom and the count is high.",
)
SHORT = (
    (
        "Tanker aground",
        "A tanker ran aground off Port Selby on Monday. No oil has leaked so far, the coast guard said.",
    ),
    ("Tax on boats", "The council of Lindow raised the tax on houseboats by a tenth on Monday. Owners had protested."),
    ("New bishop", "Abel Thorsen becomes bishop of Kessel. The chapter elected him on Monday in the third ballot."),
    (
        "Bees return",
        "Beekeepers near Tarn report strong colonies this spring. Last year they had lost every second one.",
    ),
)


class Group(NamedTuple):
    """Some articles of one library and how many texts they are."""

    name: str
    articles: tuple[Article, ...]
    texts: str  # a letter an article


def group(name: str, texts: str, *printed: str, same_outlet: bool = False) -> Group:
    """Articles of several outlets, an hour apart; of what is printed the first line is the headline."""
    made = []
    for number, each in enumerate(printed):
        title, _, text = each.partition("\n")
        outlet = OUTLETS[0 if same_outlet else number % len(OUTLETS)]
        identity = f"{name} {number}"
        made.append(article(identity, text, title=title, outlet=outlet, published=MONDAY + timedelta(hours=number)))
    return Group(name, tuple(made), texts)


def groups() -> Iterator[Group]:
    """All of them."""
    yield from _reprinted()
    yield from _edited()
    yield from _told_twice()
    yield from _small()


def _reprinted() -> Iterator[Group]:
    """One text, whole or in part."""
    for name in ("pier", "strike", "ferry"):
        whole = story(name)
        yield group(
            f"{name} under other headlines and bylines",
            "aaa",
            f"First headline\n{whole}",
            f"Quite another one\nBy Ada Quill\n\n{whole}",
            f"A third\nKESSEL (Reuters) - {whole}",
        )
    for name in ("bank", "trial", "wolf"):
        texts = [story(name), story(name, 0, 5), story(name, 0, 3)]
        yield group(f"{name} cut from the end", "aaa", *(f"Headline {each[:9]}\n{each}" for each in texts))
    for name in ("quake", "vaccine", "museum"):
        shorter = set_in_paragraphs(STORIES[name][:2] + STORIES[name][5:])
        yield group(f"{name} cut from the middle", "aa", f"One\n{story(name)}", f"Two\n{shorter}")
    for name in ("cable", "team", "park"):
        said = STORIES[name]
        local = set_in_paragraphs((*said[:2], LOCAL.format(place="Harnby"), *said[2:], LOCAL.format(place="Tarn")))
        yield group(f"{name} with a local paragraph", "aa", f"One\n{story(name)}", f"Two\n{local}")
    for name in ("pier", "vaccine", "bank"):
        american = story(name)
        for british, other in (("favour", "favor"), ("harbour", "harbor"), ("organise", "organize"),
                               ("percent", "per cent"), ("Paediatric", "Pediatric")):  # fmt: skip
            american = american.replace(british, other)
        typed = american.replace("'", "’").replace(" - ", " – ")
        yield group(f"{name} spelt otherwise", "aa", f"One\n{story(name)}", f"Two\n{typed}")
    own = (
        "A ferry order keeps the yard busy for years.",
        "Good news from the slipway came on Monday.",
        "The islands get new boats, and Harnby builds them.",
        "Forty young people will find a place to learn.",
    )
    yield group(
        "a press release", "aaaaa", f"Order\n{RELEASE}", *(f"Ferries {each[:6]}\n{each} {RELEASE}" for each in own)
    )
    for name, note in (("bench", "The writer lives in Harnby."), ("bench at home", "Our columnist on sitting still.")):
        yield group(
            f"column of the {name}",
            "aaa",
            f"Benches\n{COLUMN}",
            f"On sitting\n{note}\n\n{COLUMN}",
            f"Sit\n{COLUMN}\n\n{note}",
        )
    for name in ("strike", "park"):
        said = STORIES[name]
        boxed = set_in_paragraphs((*said[:3], MIDDLE, *said[3:6], MIDDLE, *said[6:]))
        yield group(f"{name} with a page's own lines in it", "aa", f"One\n{story(name)}", f"Two\n{boxed}")


def _edited() -> Iterator[Group]:
    """One text, worked over."""
    for name, first in (
        ("ferry", "At least nineteen people died when a ferry ran onto a rock in fog off Port Selby early on Monday, "
                  "seven more than was thought at first."),
        ("quake", "Forty-one people are dead and hundreds without a roof after an earthquake of magnitude 6.1 "
                  "destroyed much of the hill town of Vell."),
        ("cable", "The islands were still without most of their internet on Tuesday after a cable was cut."),
    ):  # fmt: skip
        updated = set_in_paragraphs((first, *STORIES[name][1:6], "More is expected in the evening.", STORIES[name][6]))
        yield group(f"{name} updated", "aa", f"One\n{story(name)}", f"Two\n{updated}")
    for name in ("trial", "museum", "wolf"):
        reworded = story(name)
        for old, new in (("had", "has"), (" because ", " as "), ("more than", "over"), (" and ", " as well as "),
                         ("said that", "said"), ("for the first time", "first")):  # fmt: skip
            reworded = reworded.replace(old, new, 3)
        yield group(f"{name} edited line by line", "aa", f"One\n{story(name)}", f"Two\n{reworded}")
    for name in ("team", "pier", "bank"):
        said = STORIES[name]
        turned = set_in_paragraphs((said[0], said[6], said[7], said[3], said[4], said[1], said[2], said[5]))
        yield group(f"{name} in another order", "aa", f"One\n{story(name)}", f"Two\n{turned}")
    talk = " ".join(f"“{each[:-1]},” said Ida Castellan." for each in STORIES["bank"])
    yield group(
        "mostly quotations, reprinted",
        "aa",
        f"One\nThe governor spoke on Friday. {talk}",
        f"Two\nOn Friday she spoke. {talk}",
    )
    entries = [f"{hour}.20: {each}" for hour, each in enumerate(STORIES["quake"], 9)]
    live = ["\n\n".join(entries[:count][::-1]) for count in (4, 6, 8)]
    yield group("a live page of one outlet", "aaa", *(f"Live: Vell\n{each}" for each in live), same_outlet=True)
    for name in ("vaccine", "cable"):
        both = f"{story(name)}\n\n{story('team', 0, 2)}"
        yield group(f"{name} with another matter below", "aa", f"One\n{story(name)}", f"Two\n{both}")


def _told_twice() -> Iterator[Group]:
    """Texts that have something in common and are none the less two."""
    for name, reports in OWN_REPORTS.items():
        yield group(f"two reports of the {name}", "ab", *(f"Report {n}\n{each}" for n, each in enumerate(reports)))
    for name, other in (("pier", "strike"), ("wolf", "museum"), ("park", "trial")):
        footer = FOOTER.format(outlet=OUTLETS[0])
        texts = [story(name, 0, 4), story(other, 0, 4), story("cable", 2, 5), story("team", 2, 5)]
        yield group(
            f"{name} above what the outlet always prints",
            "abcd",
            *(f"Headline {n}\n{each}\n\n{footer}" for n, each in enumerate(texts)),
            same_outlet=True,
        )
    places = (("Tarn", "Monday", "4,000"), ("Harnby", "Monday", "9,500"), ("Vell", "Sunday", "6,200"))
    for number, template in enumerate(TEMPLATES):
        texts = [template.format(town=town, day=day, n=n) for town, day, n in places]
        yield group(f"template {number}", "abc", *(f"News from the region\n{each}" for each in texts), same_outlet=True)
    for name, other in (("ferry", "quake"), ("vaccine", "bank")):
        briefly = STORIES[name][0]
        round_up = f"{story(other)}\n\n{briefly}\n\n{story('wolf')}"
        yield group(f"{name} in a round-up", "ab", f"Brief\n{briefly} {STORIES[name][1]}", f"The day\n{round_up}")
    yield group(
        "live pages of two outlets with one agency line",
        "ab",
        "Live: Vell\n" + "\n\n".join((STORIES["quake"][0], OWN_REPORTS["flood"][0][:240], story("strike", 3, 7))),
        "Vell live\n" + "\n\n".join((story("cable", 2, 6), STORIES["quake"][0], OWN_REPORTS["fair"][1])),
    )
    yield group(
        "the same background in two reports",
        "ab",
        f"One\nSearch goes on\n{OWN_REPORTS['mayor'][0]} {STORIES['pier'][5]}",
        f"Two\n{OWN_REPORTS['mayor'][1]} {STORIES['pier'][5]}",
    )


def _small() -> Iterator[Group]:
    """Libraries of a few short texts."""
    yield group("short texts", "abcd", *(f"{title}\n{text}" for title, text in SHORT))
    for title, text in SHORT[:2]:
        others = [f"{head}\n{said}" for head, said in SHORT if head != title]
        yield group(f"{title} printed twice", "aabcd", f"{title}\n{text}", f"Briefly\n{text}", *others)
