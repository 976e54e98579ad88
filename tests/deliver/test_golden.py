from tests.deliver.golden_mail import GOLDEN, parts


def test_the_letter_made_from_the_samples_is_the_one_we_read() -> None:
    # After a change that is meant: python -m tests.deliver.golden_mail, then read the difference.
    made = parts()
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(made)
    for name, content in made.items():
        assert content == (GOLDEN / name).read_text("utf-8"), name
