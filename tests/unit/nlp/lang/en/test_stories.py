"""The English words for stories of several reports do not contradict one another."""

from __future__ import annotations

import pytest

from nutgraf.model import FigureKind
from nutgraf.nlp.lang.en.event_forms import forms_of
from nutgraf.nlp.lang.en.stories import STORIES
from nutgraf.nlp.lang.schema.stories import CasualtyAspect
from nutgraf.nlp.multi_document.figures.casualty_aspects import aspect_of

CASUALTIES, LABELS = STORIES.casualties, STORIES.labels
PHRASES, SENTENCES = LABELS.phrases, STORIES.sentences


@pytest.mark.parametrize("aspect", CasualtyAspect)
def test_every_aspect_has_words_and_a_label(aspect: CasualtyAspect) -> None:
    assert CASUALTIES.labels[aspect] == f"people {aspect}"
    assert CASUALTIES.aspects[aspect].pattern


@pytest.mark.parametrize(
    "words",
    [
        CASUALTIES.unspecific_nouns,
        CASUALTIES.specific_nouns,
        STORIES.context.attribution,
        PHRASES.ends,
        PHRASES.determiners,
        PHRASES.hedges,
        PHRASES.hollow,
        LABELS.states,
        LABELS.transitive,
        LABELS.money_nouns,
        SENTENCES.person_pronouns | SENTENCES.other_pronouns,
        SENTENCES.phrase_ends,
        SENTENCES.defining,
    ],
)
def test_words_are_lower_case(words: frozenset[str]) -> None:
    assert words
    assert all(word == word.lower() and word.strip() == word for word in words)


def test_no_noun_counts_people_of_a_special_kind_and_of_none() -> None:
    assert not CASUALTIES.unspecific_nouns & CASUALTIES.specific_nouns


def test_no_word_is_a_noun_and_the_end_of_a_phrase() -> None:
    assert not PHRASES.ends & LABELS.money_nouns
    assert not PHRASES.ends & LABELS.measure_nouns
    assert not PHRASES.determiners & PHRASES.partitives


@pytest.mark.parametrize("kind", FigureKind)
def test_every_kind_of_figure_has_a_plain_name(kind: FigureKind) -> None:
    assert LABELS.generic[kind.value]


@pytest.mark.parametrize(
    "template", [*LABELS.changes.values(), *LABELS.sizes.values(), LABELS.age, LABELS.when]
)
def test_every_name_of_a_thing_has_a_place_for_it(template: str) -> None:
    assert template.count("{}") == 1


@pytest.mark.parametrize("word", ["driver", "nurse", "spokeswoman", "mayor", "victim", "pupil"])
def test_a_noun_for_a_person_is_known(word: str) -> None:
    assert SENTENCES.persons.fullmatch(word)


@pytest.mark.parametrize("word", ["offer", "number", "september", "tower", "crane", "process"])
def test_a_word_that_only_ends_like_one_is_not(word: str) -> None:
    assert not SENTENCES.persons.fullmatch(word)


@pytest.mark.parametrize(
    ("event", "aspect"),
    [
        ("killed", CasualtyAspect.DEAD),
        ("missing", CasualtyAspect.MISSING),
        ("injured", CasualtyAspect.INJURED),
        ("arrested", CasualtyAspect.ARRESTED),
        ("evacuated", CasualtyAspect.EVACUATED),
    ],
)
def test_every_form_of_an_event_is_one_aspect_alone(event: str, aspect: CasualtyAspect) -> None:
    for form in forms_of(event):
        stated = {each for each, pattern in CASUALTIES.aspects.items() if pattern.fullmatch(form)}
        assert stated == {aspect}, form


@pytest.mark.parametrize(
    ("after", "aspect"),
    [
        (" were slain in the night.", CasualtyAspect.DEAD),
        (" drowned off the pier.", CasualtyAspect.DEAD),
        (" had vanished in the fog.", CasualtyAspect.MISSING),
        (" were flown to hospital.", CasualtyAspect.IN_HOSPITAL),
        (" sheltered from rescue boats.", None),
    ],
)
def test_an_aspect_is_found_in_a_sentence(after: str, aspect: CasualtyAspect | None) -> None:
    assert aspect_of(None, "", after, CASUALTIES) == aspect


def test_forms_of_an_unknown_participle_are_an_error() -> None:
    with pytest.raises(KeyError, match="beflowered"):
        forms_of("killed", "beflowered")


@pytest.mark.parametrize(
    ("title", "gathers"),
    [
        ("News in brief", True),
        ("Friday round-up: floods, football and a lost goat", True),
        ("What you need to know this morning", True),
        ("Storm live: roads shut across the north", True),
        ("LIVE - cup final day", True),
        ("Tarnbrook votes – as it happened", True),
        ("Police briefing on the Tarnbrook fire", False),
        ("Minister briefs parliament on the harbour", False),
        ("Where the otters live", False),
        ("Two live sheep found in lift", False),
    ],
)
def test_headlines_of_articles_that_gather_several_events(title: str, *, gathers: bool) -> None:
    assert (STORIES.gathered_titles.search(title) is not None) is gathers
