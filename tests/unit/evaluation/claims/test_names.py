"""A name is the same as its surname or with its title, and not as another one."""

from __future__ import annotations

from evaluation.claims.names import same_name, same_names


def test_parts_and_titles_are_the_same_name() -> None:
    assert same_name("Calloway", "Ines Calloway")
    assert same_name("Dr Ines Calloway", "ines calloway")
    assert not same_name("Ines Hale", "Ines Calloway")
    assert not same_name("", "Ines Calloway")


def test_all_names_and_no_other_are_the_same_names() -> None:
    both = ["Ines Calloway", "Torben Hale"]
    assert same_names(["Hale", "Calloway"], both)
    assert not same_names(["Hale"], both)
    assert not same_names(["Hale", "Calloway", "Finn Moe"], both)
