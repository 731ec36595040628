"""References of a sentence: what a reader must know already to understand it, and what it makes known.

"He", "that day", "the airline" and a bare surname stand for something that another sentence has introduced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.model import EntityType
from nutgraf.model.story import StoryEntity
from nutgraf.nlp.lang.schema.stories import StoryRules
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.multi_document.summary.loose_pronouns import has_loose_pronoun
from nutgraf.nlp.multi_document.summary.sentence_fitness import narrated
from nutgraf.nlp.multi_document.summary.sentence_similarity import ReportSentence
from nutgraf.nlp.summarization.tfidf import terms_of

_TOKEN: Final = re.compile(r"\w+(?:[’'\-.&]\w+)*|[^\w\s]")
_SUBJECT: Final = 4
"""Tokens from the beginning within which a noun phrase is taken for the subject."""

_MOST_WORDS: Final = 5
_MOST_BEHIND: Final = 4

Key = tuple[str, str]
"""A person (``person`` and the name in the story) or a word (``word`` and its stem)."""


@dataclass(frozen=True, slots=True)
class References:
    """What a sentence needs from those before it, and what it gives those behind it.

    Attributes:
        lost: whether it stands for something that only the sentence before it in its report says ("He").
        persons: keys of persons whom it calls by a surname alone, in sets of one.
        needs: sets of keys, of each of which one must be known.
        hints: such sets that only help.
        gives: the keys that it makes known.
    """

    lost: bool
    persons: tuple[frozenset[Key], ...]
    needs: tuple[frozenset[Key], ...]
    hints: tuple[frozenset[Key], ...]
    gives: frozenset[Key]


_EVENT: Final[Key] = ("event", "")
"""The event itself, which every sentence makes known."""

PersonNames = Mapping[tuple[str, str], str]
"""Name in the story of each article's persons, by the ids of article and entity."""


def person_names(entities: Sequence[StoryEntity]) -> dict[tuple[str, str], str]:
    """Return the names of the persons of a story, by the ids of article and entity."""
    return {
        (seen.article_id, seen.entity_id): entity.name
        for entity in entities
        if entity.type is EntityType.PERSON
        for seen in entity.mentions
    }


def references_of(sentence: ReportSentence, names: PersonNames) -> References:
    """Return what a sentence needs and gives.

    Args:
        sentence: of a report.
        names: of the persons of the story.
    """
    terms, own = sentence.report.rules.sentences, narrated(sentence)
    persons, surnames = _persons(sentence, names)
    lost = bool(terms.pointing_back.search(own)) or has_loose_pronoun(own, sentence)
    needs, hints = _definite_phrases(own, sentence.report.rules)
    stems = frozenset(("word", stem) for stem in _stems(sentence.text, sentence.report.rules)) | {_EVENT}
    return References(lost, tuple(surnames), tuple(needs), tuple(hints), stems | persons)


def _stems(text: str, rules: StoryRules) -> list[str]:
    return [plain for stem in terms_of(text) if (plain := rules.context.without_plural(stem))]


def _persons(sentence: ReportSentence, names: PersonNames) -> tuple[frozenset[Key], list[frozenset[Key]]]:
    """Return the persons whom a sentence introduces, and those whom it calls by a part of the name alone."""
    report, span = sentence.report, sentence.span
    gives: set[Key] = set()
    needs: dict[Key, frozenset[Key]] = {}
    mentions = sorted(
        (mention.start, mention.text, name)
        for entity in report.analysis.entities
        if (name := names.get((report.id, entity.id)))
        for mention in entity.mentions
        if mention.field == "text" and span.start <= mention.start < span.end
    )
    for start, text, name in mentions:
        key = ("person", name)
        whole = len(_without_titles(text, report)) > 1 or len(_without_titles(name, report)) == 1
        if whole and not _is_family(report, span.start, start, text):
            gives.add(key)
        elif key not in gives and not _has_role(report, span.start, start, text):
            needs.setdefault(key, frozenset({key}))
    return frozenset(gives), list(needs.values())


def _is_family(report: Report, opening: int, start: int, text: str) -> bool:
    """Whether a single name stands behind a definite article, as that of a family does: "the Reeds"."""
    before = report.doc.text[opening:start].split()[-1:]
    articles = report.rules.sentences.definite_articles
    return " " not in text and any(word.casefold() in articles for word in before)


def _without_titles(name: str, report: Report) -> list[str]:
    titles = report.name_rules.honorifics.titles
    return [word for word in name.split() if word.casefold().strip(".") not in titles]


def _has_role(report: Report, opening: int, start: int, text: str) -> bool:
    """Whether a rank or a noun for a person stands before a name or in it: "President Hale"."""
    addresses = report.name_rules.honorifics.addresses
    before = report.doc.text[opening:start].split()[-1:] + text.split()[:-1]
    persons = report.rules.sentences.persons
    return any(
        persons.fullmatch(word.strip(".,").casefold()) and word.casefold().strip(".") not in addresses
        for word in before
    )


def _definite_phrases(own: str, rules: StoryRules) -> tuple[list[frozenset[Key]], list[frozenset[Key]]]:
    """Return the definite noun phrases that nothing in the sentence explains: the subject, and the others."""
    terms = rules.sentences
    tokens = [token[0] for token in _TOKEN.finditer(own)]
    subject: list[frozenset[Key]] = []
    others: list[frozenset[Key]] = []
    seen: set[str] = set()
    for place, token in enumerate(tokens):
        if token.casefold() in terms.definite_articles:
            phrase = _phrase(tokens, place + 1, rules)
            stems = {stem for word in phrase for stem in _stems(word, rules)}
            if stems and not stems & seen and not _is_defined(tokens, place + 1, phrase, rules):
                keys = frozenset(("word", stem) for stem in stems)
                event = phrase[-1].casefold() in terms.event_nouns
                (subject if place < _SUBJECT else others).append(keys | {_EVENT} if event else keys)
        seen.update(_stems(token, rules))
    return subject, others


def _phrase(tokens: Sequence[str], first: int, rules: StoryRules) -> list[str]:
    """Return the words of a noun phrase from a place on; a verb behind its noun ends it."""
    terms = rules.sentences
    phrase: list[str] = []
    for token in tokens[first : first + _MOST_WORDS]:
        low = token.casefold()
        if not low[0].isalnum() or low in terms.phrase_ends or (phrase and terms.is_verb(low)):
            break
        phrase.append(token)
        if low.endswith(terms.possessives):
            break
    return phrase


def _is_apposition(tokens: Sequence[str], article: int) -> bool:
    """Whether the article at a place follows a name: "Bruno the bear", "Ana Holt, the mayor"."""
    before = article - 1 if article > 0 and tokens[article - 1] != "," else article - 2
    return before >= 0 and tokens[before][:1].isupper()


def _is_person(word: str, rules: StoryRules) -> bool:
    """Whether a noun means a person, of whom a country or a team has many: "the Norvik driver"."""
    return word.islower() and rules.sentences.persons.fullmatch(word) is not None


def _is_defined(tokens: Sequence[str], first: int, phrase: Sequence[str], rules: StoryRules) -> bool:
    """Whether a phrase says itself what it means: by a name, a noun of one thing, or what follows it."""
    terms = rules.sentences
    behind = [token.casefold() for token in tokens[first + len(phrase) :][:_MOST_BEHIND]]
    joined = behind[:1] and behind[0] in terms.joining
    return (
        any(word in terms.defining for word in (behind if joined else behind[:1]))
        or _is_apposition(tokens, first - 1)
        or any(terms.unique.fullmatch(word) for word in phrase)
        or (any(word[:1].isupper() for word in phrase) and not _is_person(phrase[-1], rules))
    )
