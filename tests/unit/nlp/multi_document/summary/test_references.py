"""What a sentence needs from those before it, and what it makes known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nutgraf.model import Entity, EntityType, Mention
from nutgraf.nlp.multi_document.summary.references import References, references_of
from nutgraf.nlp.multi_document.summary.sentence_similarity import ReportSentence
from tests.unit.nlp.multi_document.summary.test_sentence_fitness import sentence

NAMES = {
    "Ana Holt": "Ana Holt",
    "Holt": "Ana Holt",
    "Tom Reed": "Tom Reed",
    "Reed": "Tom Reed",
    "Smiths": "Smiths",
}


def read(text: str) -> References:
    line = sentence(text)
    entities: list[Entity] = []
    taken: set[int] = set()
    for place, (form, name) in enumerate(NAMES.items()):
        start = text.find(form)
        if start >= 0 and not taken & set(range(start, start + len(form))):
            taken |= set(range(start, start + len(form)))
            mention = Mention("text", form, start, start + len(form), 1.0)
            entities.append(Entity(f"ent_{place}", name, EntityType.PERSON, 0.5, (mention,), ()))
    report = replace(line.report, analysis=replace(line.report.analysis, entities=tuple(entities)))
    names = {(report.id, entity.id): entity.name for entity in entities}
    return references_of(ReportSentence(report, line.span, 0), names)


@pytest.mark.parametrize(
    "text",
    [
        "He said the port would stay closed for a week.",
        "They had been told of the fault in spring.",
        "This levy brings the port two million a year.",
        "That day the crane had been checked twice by engineers.",
        "Meanwhile the port of Norholm stays closed.",
        "Norholm closed its port, and the next day two ships turned back.",
        "Police said she would say only this at the quay.",
        "Another crane at Norholm was taken down in spring.",
        "But the port of Norholm had no money for a new crane.",
        "Ninety-one percent of its members voted for a strike.",
        "When he arrived at the quay, police had closed it.",
        "The boy was in it for fifteen minutes, police said.",
        "At 198 grams it is heavier than the crane of Norholm.",
        "By raising its bid, he’s also helping the port of Norholm.",
        "The Erie News reports that’s more than the port of Norholm earns.",
    ],
)
def test_a_sentence_that_stands_for_something_unsaid_is_lost(text: str) -> None:
    assert read(text).lost


@pytest.mark.parametrize(
    "text",
    [
        "Ana Holt said she would close the port for a week.",
        "The crane's owner said he had known of the fault.",
        "Norholm closed its port on Monday after a crane fell.",
        "A docker said his brother was under the crane when it fell.",
        "This week the port of Norholm stays closed.",
        "Those who were on the quay fled to the customs house.",
        "As he left the quay, Tom Reed said the port would close.",
        "It is not clear why the crane at Norholm fell.",
        "Unlike the old crane, with its rusty beam, a new one was checked.",
        "The Norlandian government said that it had closed the port.",
        "Norholm and its port were closed, and ships sailed past them.",
    ],
)
def test_a_sentence_that_says_itself_what_it_means_is_not(text: str) -> None:
    assert not read(text).lost


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The airline said so on Monday.", {"airlin"}),
        ("The levy brings in two million a year.", {"levy"}),
        ("The Norholm driver was not hurt.", {"norhol", "driver"}),
        ("The attack lasted for an hour.", {"attack", ""}),
    ],
)
def test_a_definite_subject_needs_one_of_its_words_before_it(text: str, words: set[str]) -> None:
    assert [{key[1] for key in need} for need in read(text).needs] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The government said so on Monday.",
        "The mayor of Norholm said so on Monday.",
        "The Swift Heron hit a pier on Monday.",
        "The first crane fell at noon on Monday.",
        "The crew and passengers of the ferry were safe.",
        "A crane fell, and the crane was old.",
    ],
)
def test_a_definite_phrase_that_says_which_thing_it_means_needs_nothing(text: str) -> None:
    assert read(text).needs == ()


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Holt closed the port of Norholm for a week.", True),
        ("Mr Reed was on the quay at Norholm.", True),
        ("Ana Holt closed the port; Holt had no choice.", False),
        ("Harbour master Holt closed the port of Norholm.", False),
        ("President Reed came to Norholm on Monday.", False),
        ("Dockers at Norholm collected money for the Smiths.", True),
    ],
)
def test_a_bare_surname_needs_the_full_name_or_a_role(text: str, needed: bool) -> None:  # noqa: FBT001
    assert bool(read(text).persons) is needed


def test_a_full_name_is_made_known() -> None:
    assert ("person", "Ana Holt") in read("Ana Holt closed the port of Norholm.").gives
