"""Signs that a bare surname is not that of a person who is named in full: gender, and rank or office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.nlp.entity_resolution.person_context import Gender

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.model import Entity
    from nutgraf.nlp.lang.schema.person_names import Honorifics
    from nutgraf.nlp.multi_document.entities.entity_cluster import EntityCluster
    from nutgraf.nlp.multi_document.report import Report

_LONGEST_TITLE: Final = 20
_REACH: Final = 80


def is_another(surname: EntityCluster, full: EntityCluster) -> bool:
    """Return whether a bare surname has titles that speak against a full name.

    A title of the other gender does, and so does a rank or an office ("President") that stands nowhere near
    the full name.
    """
    titles = {
        title
        for report, entity in surname.members
        for title in _titles(report, entity)
        if title in report.name_rules.honorifics.titles
    }
    if not titles:
        return False
    honorifics = surname.members[0][0].name_rules.honorifics
    genders = _genders(titles, honorifics)
    if genders and genders.isdisjoint(_genders_of_full(full) or genders):
        return True
    ranks = titles - honorifics.addresses
    return bool(ranks) and not any(_has_near(full, rank, honorifics) for rank in ranks)


def _titles(report: Report, entity: Entity) -> Iterator[str]:
    """Yield the words before the last one of each mention, and the one in front of it, casefolded."""
    for mention in entity.mentions:
        text = report.doc.field_text(mention.field)
        before = text[max(0, mention.start - _LONGEST_TITLE) : mention.start].split()[-1:]
        for word in (*before, *mention.text.split()[:-1]):
            yield word.lstrip("\"'“‘(").casefold().rstrip(".")


def _genders(words: set[str], honorifics: Honorifics) -> set[Gender]:
    found: set[Gender] = set()
    if not honorifics.feminine.isdisjoint(words):
        found.add(Gender.FEMININE)
    if not honorifics.masculine.isdisjoint(words):
        found.add(Gender.MASCULINE)
    return found


def _genders_of_full(full: EntityCluster) -> set[Gender]:
    """Return the genders that a person's titles say, or else the given name."""
    found: set[Gender] = set()
    for report, entity in full.members:
        found |= _genders(set(_titles(report, entity)), report.name_rules.honorifics)
    if found:
        return found
    persons = full.members[0][0].name_rules.persons
    given = full.words[0]
    if given in persons.feminine_given_names:
        found.add(Gender.FEMININE)
    if given in persons.masculine_given_names:
        found.add(Gender.MASCULINE)
    return found


def _has_near(full: EntityCluster, rank: str, honorifics: Honorifics) -> bool:
    """Return whether a rank, or a noun for those who have it, stands near a mention of a person."""
    nouns = {rank, *honorifics.professions.get(rank, ())}
    for report, entity in full.members:
        for mention in entity.mentions:
            text = report.doc.field_text(mention.field)
            around = text[max(0, mention.start - _REACH) : mention.end + _REACH].casefold()
            if not nouns.isdisjoint(word.strip(".,;:'\"“”‘’()") for word in around.split()):
                return True
    return False
