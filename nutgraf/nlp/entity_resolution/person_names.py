"""Clusters of mentions of one person: full name, surname, given name, nickname, initials, misspellings.

Persons differ by their full names; two who share a surname stay two, and so do a father and a son whose
suffixes differ. A bare surname that could be either's goes to the one whose title or gender it shows, else to
the one whose full name stands last before it. A title that is nobody's leaves it alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.entity_resolution.full_names import NAME_RULES, may_be_one
from nutgraf.nlp.entity_resolution.other_names import MentionCluster
from nutgraf.nlp.entity_resolution.person_context import Gender, PersonContext
from nutgraf.nlp.entity_resolution.person_forms import PersonForm, Words, person_form
from nutgraf.nlp.entity_resolution.person_index import Person, PersonIndex, place_of
from nutgraf.nlp.ner.name_rules import name_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.spans import TaggedSpan

_CLEARLY: Final = 300
"""Characters by which one person is introduced nearer than another for a title to mean the nearer one."""


def cluster_persons(mentions: Sequence[TaggedSpan], doc: Doc) -> list[MentionCluster]:
    """Cluster the mentions of persons, each cluster one person."""
    context = PersonContext(mentions, doc)
    index = PersonIndex(name_rules(doc).persons)
    forms = _forms(mentions, doc)
    short_names = []
    for form, members in sorted(forms.items(), key=_fullest_first):
        if _is_short(form, index):
            short_names.append(form)
            continue
        person, rule = _same_person(form, index) or (Person(form), "")
        person.add(members, rule)
        if not rule:
            index.add(person)
    shorts = _in_order(short_names, forms)
    unmatched = [
        cluster for form, found in shorts for cluster in _add_short_name(form, found, index, context)
    ]
    return [person.group for person in index.all] + unmatched


def _forms(mentions: Sequence[TaggedSpan], doc: Doc) -> dict[PersonForm, list[TaggedSpan]]:
    """Group mentions by their form; a form without a suffix or nickname joins the only one that has it."""
    names = name_rules(doc)
    found: dict[PersonForm, list[TaggedSpan]] = defaultdict(list)
    for mention in mentions:
        found[person_form(names, doc.surface(mention))].append(mention)
    if not any(form.suffix or form.nickname for form in found):
        return found
    alike: dict[Words, list[PersonForm]] = defaultdict(list)
    for form in found:
        alike[form.words].append(form)
    forms: dict[PersonForm, list[TaggedSpan]] = {}
    for words, same in alike.items():
        suffixes = {form.suffix for form in same} - {""}
        nickname = next((form.nickname for form in same if form.nickname), "")
        for form in same:
            suffix = next(iter(suffixes)) if len(suffixes) == 1 else form.suffix
            forms.setdefault(PersonForm(words, suffix, nickname), []).extend(found[form])
    return forms


def _fullest_first(item: tuple[PersonForm, list[TaggedSpan]]) -> tuple[int, bool, int, tuple[bool, int]]:
    """Return a key that orders names by their length, then by how often and how early they stand."""
    form, members = item
    return -len(form.words), not form.suffix, -len(members), min(map(place_of, members))


def _is_short(form: PersonForm, index: PersonIndex) -> bool:
    """Return whether a name is a part of a fuller one; a father's name is no part of his son's."""
    if len(form.words) == 1:
        return True
    return any(may_be_one(form, person.form) for person in index.by_ending(form.words))


def _in_order(
    short_names: Sequence[PersonForm], forms: dict[PersonForm, list[TaggedSpan]]
) -> Iterator[tuple[PersonForm, list[TaggedSpan]]]:
    """Yield each short name with its mentions as a reader meets them."""
    for form in short_names:
        yield form, sorted(forms[form], key=place_of)


def _same_person(form: PersonForm, index: PersonIndex) -> tuple[Person, str] | None:
    """Return the one person whom another full name means, and the rule that says so."""
    words = form.words
    nearby = [*index.by_ending(words[-1:]), *index.by_opening(words[0]), *index.by_inner(words[-1])]
    candidates = [person for person in nearby if may_be_one(form, person.form)]
    if not candidates:
        return None
    for rule, same in NAME_RULES:
        found = {id(person): person for person in candidates if same(form, person.form)}
        if len(found) == 1:
            return next(iter(found.values())), rule
    return None


def _add_short_name(
    form: PersonForm, members: Sequence[TaggedSpan], index: PersonIndex, context: PersonContext
) -> list[MentionCluster]:
    """Add the mentions of a part of a name to their persons; return those left, as clusters by gender."""
    candidates, rule = _bearers(form.words, index)
    candidates = [person for person in candidates if may_be_one(form, person.form)]
    namesakes = len(candidates) > 1 and all(person.words == form.words for person in candidates)
    bearers, others = [*candidates], list[Person]()
    for mention in members:
        title = context.title(mention)
        alone = bearers[0] if len(bearers) == 1 and not title else None
        person = alone or (
            _by_far_nearest(bearers, mention) if namesakes else _bearer(bearers, mention, title, context)
        )
        if person is None:
            person = _stranger(others, title, context) or Person(form)
            if person not in others:
                others.append(person)
                bearers.append(person)
        person.group.add([mention], rule if person in candidates else "")
        if title:
            person.introductions.append(mention)
    return [person.group for person in others]


def _stranger(others: Sequence[Person], title: str, context: PersonContext) -> Person | None:
    """Return the one of some persons without a full name who may have a title; the last of them for none."""
    gender = context.title_gender(title)
    if gender:
        return next((person for person in others if _gender(person, context) in (None, gender)), None)
    titles = [(person, _titles(person, context)) for person in others]
    wanted = context.equal_titles(title)
    alike = [person for person, known in titles if not title or not known or not wanted.isdisjoint(known)]
    return alike[-1] if alike else None


def _gender(person: Person, context: PersonContext) -> Gender | None:
    """Return the gender that the text gives a person; None where it gives none, or both alike."""
    found = Counter(context.gender(mention, person.words[0]) for mention in person.introductions)
    feminine, masculine = found[Gender.FEMININE], found[Gender.MASCULINE]
    if feminine == masculine:
        return None
    return Gender.FEMININE if feminine > masculine else Gender.MASCULINE


def _titles(person: Person, context: PersonContext) -> set[str]:
    """Return the titles that the text gives a person, by name or as a profession."""
    found = [context.titles(mention) for mention in person.introductions]
    return set().union(*found)


def _bearers(words: Words, index: PersonIndex) -> tuple[list[Person], str]:
    """Return the persons who have a part of a name, and which part it is of theirs."""
    single = len(words) == 1
    lookups: tuple[tuple[str, Callable[[], list[Person]]], ...] = (
        ("surname", lambda: index.by_ending(words)),
        ("given_name", lambda: index.by_opening(words[0]) if single else []),
        ("nickname", lambda: index.by_nickname(" ".join(words))),
        ("surname", lambda: index.by_inner(words[0]) if single else []),
        ("misspelling", lambda: index.by_misspelt_surname(words[-1])),
        ("given_name", lambda: index.by_opening(words[0])),
    )
    return next(((found, rule) for rule, look in lookups if (found := look())), ([], ""))


def _bearer(
    candidates: Sequence[Person], mention: TaggedSpan, title: str, context: PersonContext
) -> Person | None:
    """Return the person whom a part of a name means; None where its title says that it is another."""
    gender = context.title_gender(title)
    if gender:
        known = [(person, _gender(person, context)) for person in candidates]
        sure = [person for person, other in known if other is gender]
        candidates = sure or [person for person, other in known if other is None]
        if not sure and len(candidates) > 1:
            return _by_far_nearest(candidates, mention)
    elif title and len(candidates) > 1:
        wanted = context.equal_titles(title)
        bearing = [person for person in candidates if not wanted.isdisjoint(_titles(person, context))]
        if not bearing:
            return _by_far_nearest(candidates, mention)
        candidates = bearing
    return candidates[0] if len(candidates) == 1 else _named_last(candidates, mention)


def _named_last(candidates: Sequence[Person], mention: TaggedSpan) -> Person | None:
    """Return the person who is named nearest before a mention."""
    here = place_of(mention)
    before = [
        (place, i)
        for i, person in enumerate(candidates)
        for place in map(place_of, person.introductions)
        if place < here
    ]
    return candidates[max(before)[1]] if before else None


def _by_far_nearest(candidates: Sequence[Person], mention: TaggedSpan) -> Person | None:
    """Return the person who is introduced before a mention much nearer than any other, or None."""
    distances = []
    for i, person in enumerate(candidates):
        ends = [each.end for each in person.introductions if each.field == mention.field]
        before = [mention.start - end for end in ends if end <= mention.start]
        if before:
            distances.append((min(before), i))
    if not distances:
        return None
    nearest, *others = sorted(distances)
    clear = all(other >= 2 * nearest[0] and other - nearest[0] >= _CLEARLY for other, _ in others)
    return candidates[nearest[1]] if clear else None
