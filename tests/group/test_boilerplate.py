from briefing.group.boilerplate import boilerplate
from briefing.group.shingles import recurring
from briefing.group.tokens import tokens
from briefing.model import Article
from tests.factory import article
from tests.group.test_duplicates import NOTICE, OTHER, STORY


def repeated(*articles: Article) -> int:
    read = tokens(articles)
    return int(boilerplate(articles, read, recurring(read.words, read.spelling_of)).sum())


def four(outlets: tuple[str | None, ...]) -> list[Article]:
    own = f"{STORY} {OTHER}".split(". ")
    texts = [f"{own[2 * n]}. {own[2 * n + 1]}.\n\n{NOTICE}" for n in range(4)]
    return [article(f"a{n}", text, outlet=outlets[n % len(outlets)]) for n, text in enumerate(texts)]


def test_what_one_outlet_prints_under_everything_is_boilerplate() -> None:
    assert repeated(*four(("Harnby Courier",))) == 4 * len(NOTICE.split())


def test_what_several_outlets_print_is_none() -> None:
    assert repeated(*four(("Harnby Courier", "Lindow Radio"))) == 0


def test_articles_of_no_known_outlet_have_none() -> None:
    assert repeated(*four((None,))) == 0


def test_a_text_printed_again_and_again_is_none() -> None:
    assert repeated(*(article(f"a{n}", STORY) for n in range(4))) == 0


def test_no_articles_have_none() -> None:
    assert repeated() == 0
