from benchmarks.engine.articles import examples
from benchmarks.load.throughput import respell, respelled_examples


def test_no_two_texts_of_an_edition_are_the_same() -> None:
    texts = [each["text"] for each in respelled_examples(3)]
    assert len(set(texts)) == len(texts) == 3 * len(examples())


def test_spelling_differently_changes_neither_lengths_nor_short_words() -> None:
    assert respell("The Harbour wall", 1)[:4] == "The "
    assert respell("The Harbour wall", 1)[11:] == " wall"
    assert respell("The Harbour wall", 1)[4].isupper()
    assert respell("The Harbour wall", 1) != respell("The Harbour wall", 2)
