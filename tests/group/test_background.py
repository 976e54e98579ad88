from briefing.group.background import Background, dump, parse, shipped


def test_a_table_is_read_back_as_it_was() -> None:
    background = Background((3, 2), {"harbour": (2, 0), "vote": (0, 1)})
    assert parse(dump(background)) == background
    assert background.articles == 5


def test_the_same_figures_give_the_same_bytes() -> None:
    assert dump(Background((3,), {"a": (1,), "b": (2,)})) == dump(Background((3,), {"b": (2,), "a": (1,)}))


def test_the_shipped_table_has_topics_and_no_count_above_a_topics_size() -> None:
    background = shipped()
    assert len(background.sizes) > 10
    assert all(
        count <= size for row in background.counts.values() for count, size in zip(row, background.sizes, strict=True)
    )


def test_the_shipped_table_names_no_stem_of_a_single_article() -> None:
    assert min(sum(row) for row in shipped().counts.values()) >= 2
