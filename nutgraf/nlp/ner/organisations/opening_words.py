"""Organisations under the first words of their names: "Orsa" after "Orsa Shipping Line".

A town gives its name to its council and its club, and a founder to a company; so the word must be no known
place, no word of a person's name in the article, and no word that many names begin with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.demonyms import is_demonym
from nutgraf.nlp.ner.honorifics import is_title
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.ner.surface_forms import normalize_surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.spans import TaggedSpan

_PLACES: Final = frozenset({EntityType.LOC, EntityType.GPE, EntityType.FAC})
_SHORTEST: Final = 3
_LONGEST_TITLE: Final = 20

Named = tuple[str, "TaggedSpan"]
"""A mention behind its normalized name."""

Place = tuple[bool, int]
"""Whether a mention stands in a heading, and its offset: what stands in the prose comes first."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A name with its first place.

    ``placed``: it is ever tagged as a place. ``titled``: a title ever stands before it. ``certain``: it is
    always tagged as an organisation.
    """

    first: Place
    placed: bool
    titled: bool
    certain: bool


def opening_words(found: Sequence[TaggedSpan], organisations: Iterable[str], doc: Doc) -> dict[str, str]:
    """Map names to the one organisation's name that they open and follow; all of them are normalized.

    Args:
        found: the mentions of the article.
        organisations: those of their names that are organisations'.
        doc: the document.
    """
    names = name_rules(doc)
    longer: dict[str, list[str]] = defaultdict(list)
    for name in organisations:
        words = name.split()
        for i in range(1, len(words)):
            longer[" ".join(words[:i])].append(name)
    named = [(normalize_surface(names, doc.surface(mention)), mention) for mention in found]
    openings = {name for name, _ in named if name in longer}
    if not openings:
        return {}
    persons = _words_of_persons(named)
    wanted = openings.union(*(longer[name] for name in openings))
    forms = _forms(names, [pair for pair in named if pair[0] in wanted], doc)
    return {
        name: long_form
        for name in forms
        if name in openings and persons.isdisjoint(name.split())
        for long_form in _only_one(longer[name])
        if forms[long_form].first < forms[name].first and _may_shorten(names, name, forms[name], long_form)
    }


def _forms(names: NameRules, named: Iterable[Named], doc: Doc) -> dict[str, _Form]:
    forms: dict[str, _Form] = {}
    for name, mention in named:
        new = _Form(
            (doc.in_heading(mention), mention.start),
            mention.type in _PLACES,
            _titled(names, mention, doc),
            mention.type is EntityType.ORG,
        )
        old = forms.get(name, new)
        forms[name] = _Form(
            min(old.first, new.first),
            old.placed or new.placed,
            old.titled or new.titled,
            old.certain and new.certain,
        )
    return forms


def _titled(names: NameRules, mention: TaggedSpan, doc: Doc) -> bool:
    """Return whether a title of a person stands right before a mention."""
    text = doc.field_text(mention.field)
    before = text[max(0, mention.start - _LONGEST_TITLE) : mention.start].split()
    return bool(before) and is_title(names, before[-1])


def _words_of_persons(named: Iterable[Named]) -> set[str]:
    parts = (name.split() for name, mention in named if mention.type is EntityType.PERSON)
    return {word for words in parts if len(words) > 1 for word in words}


def _only_one(long_forms: Sequence[str]) -> Sequence[str]:
    """Return the longest of some names if it opens with each of the others, else nothing."""
    longest = max(long_forms, key=len)
    same = all(f"{longest} ".startswith(f"{name} ") for name in long_forms)
    return [longest] if same else []


def _may_shorten(names: NameRules, name: str, form: _Form, long_form: str) -> bool:
    """Return whether the first words of an organisation's name are its own, and no place's or people's."""
    organisations = names.organisations
    first, *others = name.split()
    if form.titled or first in organisations.shared_openings:
        return False
    rest = long_form.removeprefix(name).split()
    last = rest[-1].rstrip(".")
    if form.certain and last in organisations.club_words and len(rest) == 1:
        return True
    company = last in organisations.company_words
    if last in organisations.public_bodies or _is_linked(names, rest[0], company=company):
        return False
    if not company and (others or form.placed):
        return False
    return not _is_common(names, name, rest) and ((company and not form.placed) or not _is_place(names, name))


def _is_linked(names: NameRules, word: str, *, company: bool) -> bool:
    """Return whether a word only links the parts of a name; a company may be called after a founder."""
    organisations = names.organisations
    return word in organisations.linking_words and not (company and word in organisations.partner_signs)


def _is_common(names: NameRules, name: str, rest: Sequence[str]) -> bool:
    """Return whether a name is short, a title, a people's, or opens a place's ("Costa" of "Costa Rica")."""
    if len(name) < _SHORTEST or is_title(names, name) or is_demonym(names, name):
        return True
    return any(_is_of_place(names, name, rest[:i]) for i in range(1, len(rest)))


def _is_place(names: NameRules, name: str) -> bool:
    return gazetteer.is_known_place(names, name) is not None


def _is_of_place(names: NameRules, name: str, words: Sequence[str]) -> bool:
    """Return whether a name and the words behind it are a place's or a people's name ("Costa Rica")."""
    opening = " ".join([name, *words])
    return _is_place(names, opening) or is_demonym(names, opening)


def longest_forms(shorts: Mapping[str, str]) -> dict[str, str]:
    """Follow short names to the longest name that they stand for."""
    found = {}
    for name in shorts:
        long_form = shorts[name]
        while long_form in shorts:
            long_form = shorts[long_form]
        found[name] = long_form
    return found
