"""Who said what: quotation marks, cue verbs and speakers."""

from __future__ import annotations

import re

import pytest

from nutgraf.model import Entity, EntityType, Mention, Quote
from nutgraf.nlp import quotations
from nutgraf.nlp.spans import SentenceSpan
from tests.support.docs import english

CAST = {
    "Maria Lenz": EntityType.PERSON,
    "Tom Reed": EntityType.PERSON,
    "Ivan Petrov": EntityType.PERSON,
    "Foreign Ministry": EntityType.ORG,
    "Acme": EntityType.ORG,
    "Valland": EntityType.GPE,
}


def cast(text: str) -> list[Entity]:
    """The invented people of these tests, with a mention wherever their full name or surname stands."""
    found = []
    for name, kind in CAST.items():
        surname = name.split()[-1] if kind == EntityType.PERSON else name
        mentions = tuple(
            Mention("text", match[0], match.start(), match.end(), 0.9)
            for match in re.finditer(rf"\b(?:{name}|{surname})\b", text)
        )
        if mentions:
            found.append(Entity(f"ent_{name}", name, kind, 0.1, mentions, ()))
    return found


def split(text: str) -> list[SentenceSpan]:
    """Paragraphs at line ends; sentences at a stop before a space and a capital or a mark."""
    spans = []
    for number, paragraph in enumerate(re.finditer(r"[^\n]+", text)):
        start = paragraph.start()
        for stop in re.finditer(r"(?<!Mr)(?<!Dr)[.?!][\"”’']?(?= [A-Z\"“‘'])", paragraph[0]):
            spans.append(SentenceSpan(start, paragraph.start() + stop.end(), number))
            start = paragraph.start() + stop.end() + 1
        spans.append(SentenceSpan(start, paragraph.end(), number))
    return spans


def quotes_in(text: str) -> tuple[Quote, ...]:
    found = quotations.extract_quotations(english(text, split(text)), cast(text))
    assert all(text[quote.start : quote.end] == quote.text for quote in found)
    return found


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Each quotation with its speaker's name and its cue."""
    return [
        (quote.text, quote.speaker.name if quote.speaker else None, quote.cue) for quote in quotes_in(text)
    ]


@pytest.mark.parametrize(
    ("text", "quoted", "speaker", "cue"),
    [
        ('"We will rebuild," said Maria Lenz.', "We will rebuild,", "Maria Lenz", "said"),
        ("“We will rebuild,” said Maria Lenz.", "We will rebuild,", "Maria Lenz", "said"),
        ("‘We will rebuild,’ said Maria Lenz.", "We will rebuild,", "Maria Lenz", "said"),
        ("'We will rebuild,' said Maria Lenz.", "We will rebuild,", "Maria Lenz", "said"),
        ('"We will rebuild,” said Maria Lenz.', "We will rebuild,", "Maria Lenz", "said"),
        ('“We will rebuild", said Maria Lenz.', "We will rebuild", "Maria Lenz", "said"),
        ('"We will rebuild," Maria Lenz told reporters.', "We will rebuild,", "Maria Lenz", "told"),
        ('"We will rebuild," said the mayor, Maria Lenz.', "We will rebuild,", "Maria Lenz", "said"),
        ('"We will rebuild," Mayor Maria Lenz, 61, said.', "We will rebuild,", "Maria Lenz", "said"),
        ('"Will you rebuild?" asked Reed.', "Will you rebuild?", "Tom Reed", "asked"),
        ('Maria Lenz said: "We will rebuild."', "We will rebuild.", "Maria Lenz", "said"),
        ('Mr Reed later added, "We will rebuild."', "We will rebuild.", "Tom Reed", "added"),
        (
            'According to Maria Lenz, "the dam was never safe".',
            "the dam was never safe",
            "Maria Lenz",
            "According to",
        ),
        ('"The dam was safe," according to Acme.', "The dam was safe,", "Acme", "according to"),
        ('Acme said it would "help wherever it can".', "help wherever it can", "Acme", "said"),
        ('Valland called the raid "a grave mistake" on Monday.', "a grave mistake", "Valland", "called"),
        ('Tom Reed was blunt: "This plan is dead."', "This plan is dead.", "Tom Reed", None),
        (
            "Maria Lenz, spokeswoman for Valland's Foreign Ministry, described it as “a deliberate effort”.",
            "a deliberate effort",
            "Maria Lenz",
            "described",
        ),
        ('"I saw it," Petrov, who met Lenz, said.', "I saw it,", "Ivan Petrov", "said"),
        ('Lenz rejected Petrov\'s claim, saying it was "a lie".', "a lie", "Maria Lenz", "saying"),
        ('Lenz blamed the storm and said: "We were unlucky."', "We were unlucky.", "Maria Lenz", "said"),
        ('"We were unlucky," said Dr Jonas Wild, a surgeon.', "We were unlucky,", "Jonas Wild", "said"),
        ('"We were unlucky," said a spokesman for Acme.', "We were unlucky,", None, "said"),
        ('"We were unlucky," the coach said.', "We were unlucky,", None, "said"),
        ('"We were unlucky," added the Acme president.', "We were unlucky,", None, "added"),
        ('A poster for the elder Mr Reed warned of "an armed man".', "an armed man", None, "warned"),
        (
            'Lenz read a letter saying the bridge was "a grave danger to all".',
            "a grave danger to all",
            None,
            "saying",
        ),
        ('The leaflet read "No entry beyond this point".', "No entry beyond this point", None, "read"),
    ],
)
def test_a_quotation_has_its_words_its_speaker_and_its_cue(
    text: str, quoted: str, speaker: str | None, cue: str | None
) -> None:
    assert told(text) == [(quoted, speaker, cue)]


def test_a_speaker_who_is_an_entity_carries_its_id() -> None:
    (quote,) = quotes_in('"We will rebuild," said Lenz. Maria Lenz left.')
    assert quote.speaker is not None
    assert quote.speaker.entity_id == "ent_Maria Lenz"


def test_a_speaker_who_is_no_entity_has_a_name_only() -> None:
    (quote,) = quotes_in('"We will rebuild," said Jonas Wild.')
    assert quote.speaker is not None
    assert (quote.speaker.entity_id, quote.speaker.name) == (None, "Jonas Wild")


def test_both_parts_of_a_split_quotation_have_one_speaker() -> None:
    assert told('"It will take years," said Lenz, "but we will do it." She left.') == [
        ("It will take years,", "Maria Lenz", "said"),
        ("but we will do it.", "Maria Lenz", "said"),
    ]


def test_a_quotation_that_goes_on_after_its_attribution_keeps_the_speaker() -> None:
    assert told("“We were lucky,” Lenz told reporters on Monday. “Nobody was hurt. The roof held.”") == [
        ("We were lucky,", "Maria Lenz", "told"),
        ("Nobody was hurt. The roof held.", "Maria Lenz", "told"),
    ]


def test_a_quotation_over_paragraphs_is_one_item_a_paragraph_with_one_speaker() -> None:
    text = "“We came at dawn. Nothing was left.\n\n“Then we dug with our hands,” Ivan Petrov said."
    assert told(text) == [
        ("We came at dawn. Nothing was left.", "Ivan Petrov", "said"),
        ("Then we dug with our hands,", "Ivan Petrov", "said"),
    ]


def test_two_fragments_of_one_sentence_share_its_speaker() -> None:
    assert told('Mr Reed said the plan was "a farce" and "a bad joke on us all".') == [
        ("a farce", "Tom Reed", "said"),
        ("a bad joke on us all", "Tom Reed", "said"),
    ]


def test_apostrophes_are_not_quotation_marks() -> None:
    assert told("‘The workers’ rights are gone,’ said Tom Reed. It’s what the dogs’ owners feared.") == [
        ("The workers’ rights are gone,", "Tom Reed", "said")
    ]
    assert told("The '90s weren't the dogs' best years, 'twas said in the farmers' club.") == []


def test_a_mark_glued_to_a_name_still_opens() -> None:
    assert told('He spoke to the Valley Times"If the dam breaks, we all go," said Reed.') == [
        ("If the dam breaks, we all go,", "Tom Reed", "said")
    ]


def test_single_marks_inside_double_ones_belong_to_the_quotation() -> None:
    assert told("\"He said 'run for it' and ran,\" said Reed.") == [
        ("He said 'run for it' and ran,", "Tom Reed", "said")
    ]


@pytest.mark.parametrize(
    "text",
    [
        'The "pre-emptive" strike came at dawn.',
        "A so-called “safe zone” was hit.",
        'The film "The Long Night of Rain" won two prizes.',
        'A group called "Free Now" marched.',
        'The board is 6" wide and 12" long.',
        'A stray " mark stands here.',
        "“Nobody closed this one.",
        '"" is empty, and so is " ".',
    ],
)
def test_scare_quotes_titles_and_stray_marks_are_no_quotations(text: str) -> None:
    assert told(text) == []


def test_a_pronoun_is_the_one_person_of_the_sentence_before() -> None:
    assert told('Maria Lenz saw the site on Monday. She said: "It must never happen again."') == [
        ("It must never happen again.", "Maria Lenz", "said")
    ]


def test_a_pronoun_is_whoever_was_quoted_before() -> None:
    text = '"We lost," said Reed after Lenz had left. "It hurts," he added.'
    assert [speaker for _, speaker, _ in told(text)] == ["Tom Reed", "Tom Reed"]


@pytest.mark.parametrize(
    "text",
    [
        'Ivan Petrov met Tom Reed on Monday. He said: "It must never happen again."',
        'The mayor spoke to Tom Reed. She said: "It must never happen again."',
        'Mr Reed left early. She said: "It must never happen again."',
        'Nobody knows. She said: "It must never happen again."',
        'Maria Lenz left. They said: "It must never happen again."',
    ],
)
def test_a_pronoun_in_doubt_is_nobody(text: str) -> None:
    assert told(text) == [("It must never happen again.", None, "said")]


def test_a_first_name_of_the_other_gender_leaves_no_doubt() -> None:
    assert told('Maria Lenz met Tom Reed on Monday. She said: "It must never happen again."') == [
        ("It must never happen again.", "Maria Lenz", "said")
    ]
    assert told('Maria Lenz met Tom Reed on Monday. He said: "It must never happen again."') == [
        ("It must never happen again.", "Tom Reed", "said")
    ]


def test_a_passive_verb_has_no_speaker() -> None:
    assert told('Acme was accused of theft and was described as "a danger to us all".') == [
        ("a danger to us all", None, "described")
    ]


def test_nouns_that_look_like_cues_are_none() -> None:
    (quote,) = quotes_in('Reed\'s comments on "the worst night of the year" were read.')
    assert (quote.speaker, quote.cue) == (None, None)


def test_an_attribution_is_not_taken_from_the_next_sentence() -> None:
    assert told('The sign says nothing. "It is over now." According to Lenz, it rained.') == [
        ("It is over now.", None, None)
    ]


def test_nothing_outside_the_sentences_is_quoted() -> None:
    text = '"Read more of this," said Reed. Lenz said: "It is over now."'
    (quote,) = quotations.extract_quotations(english(text, (SentenceSpan(32, len(text), 0),)), cast(text))
    assert quote.text == "It is over now."
