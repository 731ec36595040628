from benchmarks.engine.articles import examples
from benchmarks.load.throughput import edition, respelt


def test_no_two_texts_of_an_edition_are_the_same() -> None:
    texts = [each["text"] for each in edition(3)]
    assert len(set(texts)) == len(texts) == 3 * len(examples())


def test_spelling_differently_changes_neither_lengths_nor_short_words() -> None:
    assert respelt("The Harbour wall", 1)[:4] == "The "
    assert respelt("The Harbour wall", 1)[11:] == " wall"
    assert respelt("The Harbour wall", 1)[4].isupper()
    assert respelt("The Harbour wall", 1) != respelt("The Harbour wall", 2)
