"""Persons of one article: who is the same, and who is another."""

from __future__ import annotations

import pytest

from tests.support.marked_entities import forms_of, names_of


@pytest.mark.parametrize(
    ("marked", "name", "forms"),
    [
        ("[Mario Arbol Benavente|PERSON] won.\n[Arbol|PERSON] left.", "Mario Arbol Benavente", 2),
        ("[Jorge Luis Ibarro Monteza|PERSON] won.\n[Ibarro|PERSON] left.", "Jorge Luis Ibarro Monteza", 2),
        (
            "[Jorge Luis Ibarro Monteza|PERSON] won.\n[Jorge Ibarro|PERSON] left.",
            "Jorge Luis Ibarro Monteza",
            2,
        ),
        ("[Mario Arbol Benavente|PERSON] won.\nMr [Arbol|PERSON] left.", "Mario Arbol Benavente", 2),
        ("[Datuk Seri Anwar Rahmat|PERSON] won.\n[Anwar|PERSON] left.", "Anwar Rahmat", 2),
        ("Datuk [Seri Anwar Rahmat|PERSON] won.\n[Anwar|PERSON] left.", "Anwar Rahmat", 2),
        ("[Tan Sri Rosmah Idrisova|PERSON] won.\n[Rosmah|PERSON] left.", "Rosmah Idrisova", 2),
        ("[Tengku Datuk Seri Zafrul Azim|PERSON] won.\n[Tengku Zafrul Azim|PERSON] left.", "", 2),
        ("[Ana “Nita” Torvald|PERSON] won.\n[Nita|PERSON] left.", "Ana “Nita” Torvald", 2),
        ("[Ana “Nita” Torvald|PERSON] won.\n[Nita Torvald|PERSON] left.", "Ana “Nita” Torvald", 2),
        ("[Ana “Nita” Torvald|PERSON] won.\n[Ana Torvald|PERSON] left.", "Ana “Nita” Torvald", 2),
        ("[Dale Morvan Jr.|PERSON] won.\n[Dale Morvan|PERSON] left.", "Dale Morvan Jr.", 2),
        ("[Dale Morvan Jr.|PERSON] won.\n[Morvan Jr.|PERSON] left.", "Dale Morvan Jr.", 2),
        ("[Ines Cal\u00adlo\u00adway|PERSON] won.\n[Calloway|PERSON] left.", "Ines Calloway", 2),
        ("[Ines Cal\u200bloway|PERSON] won.\n[Ines Calloway|PERSON] left.", "Ines Calloway", 2),
    ],
)
def test_one_person_under_several_names_is_one(marked: str, name: str, forms: int) -> None:
    found = names_of(marked)
    assert list(found.values()) == ["PERSON"]
    assert name in {"", *found}
    assert len(forms_of(marked, next(iter(found)))) == forms


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        ("[Martin Kingsloe Jr.|PERSON] met [Martin Kingsloe Sr.|PERSON].", 2),
        ("[Tomas Denner III|PERSON] met [Tomas Denner II|PERSON].", 2),
        ("[Dale Morvan|PERSON] Jr. won.\nHis father, [Dale Morvan|PERSON] Sr., left.", 2),
        ("[Ana Reyne|PERSON] and [Ida Reyne|PERSON] won.", 2),
        ("[Sarah Jane Millar|PERSON] won.\n[Jane|PERSON] left.", 2),
        ("[Juan Pablo Ibarro|PERSON] won.\n[Pablo|PERSON] left.", 2),
        ("Mr [Velde|PERSON] and Mrs [Velde|PERSON] left.", 2),
        ("[Luis Velde|PERSON] left.\nMrs [Velde|PERSON] stayed.", 2),
    ],
)
def test_two_persons_stay_two(marked: str, count: int) -> None:
    assert len(names_of(marked)) == count


@pytest.mark.parametrize(
    ("introduction", "feminine", "masculine"),
    [
        ("[Ora Reyne|PERSON] and her husband [Lo Reyne|PERSON] left.", "Ora Reyne", "Lo Reyne"),
        ("[Kal Reyne|PERSON] left with his wife, [Ilo Reyne|PERSON].", "Ilo Reyne", "Kal Reyne"),
        ("[Kal Reyne|PERSON] and his daughter [Ilo Reyne|PERSON] left.", "Ilo Reyne", "Kal Reyne"),
        ("Mr [Kal Reyne|PERSON] and Mrs [Ilo Reyne|PERSON] left.", "Ilo Reyne", "Kal Reyne"),
        ("[Erik Reyne|PERSON] and [Sofia Reyne|PERSON] left.", "Sofia Reyne", "Erik Reyne"),
    ],
)
def test_a_couple_is_told_apart_by_its_titles(introduction: str, feminine: str, masculine: str) -> None:
    marked = f"{introduction}\nMrs [Reyne|PERSON] spoke.\nMr [Reyne|PERSON] did not."
    assert forms_of(marked, feminine) == [feminine, "Mrs Reyne"]
    assert forms_of(marked, masculine) == [masculine, "Mr Reyne"]


def test_a_couple_of_whom_nothing_is_known_is_not_guessed_at() -> None:
    marked = "[Kal Reyne|PERSON] and [Ilo Reyne|PERSON] left.\nMrs [Reyne|PERSON] spoke."
    assert forms_of(marked, "Mrs Reyne") == ["Mrs Reyne"]


@pytest.mark.parametrize(
    ("introduction", "title", "bearer"),
    [
        ("[Ora Petran|PERSON], a doctor, met [Ivo Petran|PERSON].", "Dr", "Ora Petran"),
        ("Dr [Ora Petran|PERSON] met [Ivo Petran|PERSON].", "Dr", "Ora Petran"),
        ("The surgeon [Ora Petran|PERSON] met [Ivo Petran|PERSON].", "Dr", "Ora Petran"),
        ("Sen. [Ora Petran|PERSON] met [Ivo Petran|PERSON].", "Senator", "Ora Petran"),
        ("[Ora Petran|PERSON], the judge, met [Ivo Petran|PERSON].", "Judge", "Ora Petran"),
    ],
)
def test_a_title_goes_to_the_one_who_has_it(introduction: str, title: str, bearer: str) -> None:
    marked = f"{introduction}\n{title} [Petran|PERSON] spoke."
    assert len(forms_of(marked, bearer)) == 2


def test_a_title_that_neither_has_goes_to_nobody() -> None:
    marked = "[Ora Petran|PERSON] met [Ivo Petran|PERSON].\nDr [Petran|PERSON] spoke."
    assert forms_of(marked, "Dr Petran") == ["Dr Petran"]


def test_a_bare_surname_follows_the_one_who_was_addressed_last() -> None:
    marked = (
        "Mr [Kal Reyne|PERSON] met Mrs [Ilo Reyne|PERSON].\nMr [Reyne|PERSON] spoke.\n[Reyne|PERSON] left."
    )
    assert forms_of(marked, "Kal Reyne") == ["Kal Reyne", "Mr Reyne", "Reyne"]


def test_the_time_grows_with_the_number_of_mentions_and_not_its_square() -> None:
    marked = "[Kal Reyne|PERSON] left.\n" + "Mr [Reyne|PERSON] spoke.\n" * 600
    assert len(forms_of(marked, "Kal Reyne")) == 601


def test_a_title_that_neither_shows_goes_to_the_one_who_is_much_nearer() -> None:
    marked = (
        "[Kal Reyne|PERSON] left.\n" + "It rained all day. " * 40 + "\n[Ilo Reyne|PERSON] stayed.\n"
        "Mr [Reyne|PERSON] spoke.\nCouncillor [Reyne|PERSON] agreed."
    )
    assert forms_of(marked, "Ilo Reyne") == ["Ilo Reyne", "Mr Reyne", "Reyne"]


def test_a_name_that_father_and_son_share_is_not_guessed_at() -> None:
    marked = "[Dale Morvan Jr.|PERSON] met [Dale Morvan Sr.|PERSON].\n[Dale Morvan|PERSON] spoke."
    assert forms_of(marked, "Dale Morvan") == ["Dale Morvan"]
