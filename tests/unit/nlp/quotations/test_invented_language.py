"""Quotations in a language that nobody speaks: its words attribute them, and English words do not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from nutgraf.nlp.lang.base import Language
from nutgraf.nlp.lang.en import ENGLISH
from nutgraf.nlp.lang.schema.possessives import Possessives
from nutgraf.nlp.lang.schema.quotations import QuotationRules, ReportingVerbs, SpeakerWords
from nutgraf.nlp.quotations import extract_quotations
from tests.support.docs import english
from tests.unit.nlp.quotations.test_extractor import cast, split

QUOTATIONS = QuotationRules(
    verbs=ReportingVerbs(
        finite=frozenset({"dixa", "citu"}),
        participial=frozenset({"dixante"}),
        clause_final=frozenset({"dixa"}),
        quoting=frozenset({"citu"}),
        passing_on=frozenset({"citu"}),
        naming=frozenset({"nomu"}),
        describing=frozenset({"citu"}),
    ),
    words=SpeakerWords(
        pronouns=frozenset({"su", "li"}),
        person_pronouns={"su": frozenset({"zor"})},
        articles=frozenset({"ka"}),
        definite_articles=frozenset({"ka"}),
        determiners=frozenset({"ka"}),
        prepositions=frozenset({"pri"}),
        conjunctions=frozenset({"yo"}),
        complement_markers=frozenset({"ke"}),
        between=frozenset({"hodi"}),
        adverb_endings=("ment",),
        source_phrases=(("laut",), ("per", "dire", "de")),
    ),
    name=re.compile(r"[A-Z]\w+(?: [A-Z]\w+)*"),
    not_names=frozenset({"zor"}),
    possessives=Possessives(endings=("'qua",), last_letters=frozenset("x")),
    elided=re.compile(r"zt\b"),
)
INVENTED = replace(ENGLISH, code="xx", name="Invented", quotations=QUOTATIONS)


def told(text: str, language: Language | None = INVENTED) -> list[tuple[str, str | None, str | None]]:
    """Give each quotation with its speaker's name and its cue."""
    doc = replace(english(text, split(text)), language=language)
    return [
        (quote.text, quote.speaker.name if quote.speaker else None, quote.cue)
        for quote in extract_quotations(doc, cast(text))
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ('"Vi restu hejme," dixa Maria Lenz.', "Maria Lenz", "dixa"),
        ('"Vi restu hejme," rapidament dixa Maria Lenz.', "Maria Lenz", "dixa"),
        ('"Vi restu hejme," Maria Lenz hodi dixa.', "Maria Lenz", "dixa"),
        ('"Vi restu hejme" mara zu, Maria Lenz dixa.', "Maria Lenz", "dixa"),
        ('Maria Lenz dixa: "Vi restu hejme."', "Maria Lenz", "dixa"),
        ('Maria Lenz foru, dixante "vi restu hejme".', "Maria Lenz", "dixante"),
        ('"Vi restu hejme," Acme citu Maria Lenz ke.', "Maria Lenz", "citu"),
        ('Laut Maria Lenz, "vi restu hejme".', "Maria Lenz", "Laut"),
        ('"Vi restu hejme," per dire de Acme.', "Acme", "per dire de"),
        ('"Vi restu hejme," dixa Zor Jonas Wild.', "Jonas Wild", "dixa"),
        ('"Vi restu hejme," dixa pri Maria Lenz.', None, "dixa"),
        ('Tom Reed\'qua Maria Lenz dixa: "Vi restu hejme."', "Maria Lenz", "dixa"),
    ],
)
def test_the_words_of_the_language_attribute_a_quotation(text: str, speaker: str | None, cue: str) -> None:
    assert [(speaker_, cue_) for _, speaker_, cue_ in told(text)] == [(speaker, cue)]


def test_a_pronoun_of_the_language_is_the_person_of_the_sentence_before() -> None:
    assert told('Maria Lenz foru. Su dixa: "Vi restu hejme."')[0][1] == "Maria Lenz"
    assert told('Zor Lenz foru. Su dixa: "Vi restu hejme."')[0][1] is None
    assert told('Maria Lenz foru. Li dixa: "Vi restu hejme."')[0][1] is None


@pytest.mark.parametrize(
    "text",
    [
        '"Vi restu hejme," said Maria Lenz.',
        '"Vi restu hejme," Maria Lenz said.',
        'Maria Lenz said "vi restu hejme".',
        'According to Maria Lenz, "vi restu hejme".',
        '"Vi restu hejme," according to Maria Lenz.',
        'Maria Lenz foru. She said: "Vi restu hejme."',
    ],
)
@pytest.mark.parametrize("language", [INVENTED, None])
def test_english_words_attribute_nothing(text: str, language: Language | None) -> None:
    assert [(speaker, cue) for _, speaker, cue in told(text, language)] == [(None, None)]


def test_a_name_after_a_word_of_the_language_is_no_quotation() -> None:
    assert told('Un grupo nomu "nura dorme ensemble" foru.') == []
    assert len(told('A group called "nura dorme ensemble" foru.')) == 1


def test_an_elided_word_of_the_language_opens_no_quotation() -> None:
    assert told("Il 'zt foru mara dixi' en la domo.") == []
    assert [quote for quote, _, _ in told("Il 'tis foru mara dixi' en la domo.")] == ["tis foru mara dixi"]


def test_an_unsupported_language_has_quotations_without_speakers() -> None:
    text = "Die Ministerin sagte: „Wir bleiben alle zu Hause.“ Er kam 'nie wieder nach Hause' und ging."
    assert told(text, None) == [
        ("Wir bleiben alle zu Hause.", None, None),
        ("nie wieder nach Hause", None, None),
    ]
