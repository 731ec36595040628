"""Resolution of mentions to entities: one for each person or thing, with the rules that joined its names."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nutgraf.model import Alias, Entity, EntityType, Mention, PlaceLink
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.entity_resolution.other_names import MentionCluster, cluster_other
from nutgraf.nlp.entity_resolution.person_names import cluster_persons
from nutgraf.nlp.entity_resolution.place_links import link_places
from nutgraf.nlp.entity_resolution.salience import saliences
from nutgraf.nlp.ner.honorifics import is_address
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.ner.surface_forms import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.spans import SentenceSpan, TaggedSpan

_LONGEST_ACRONYM: Final = 6
_LONGEST_ADDRESS: Final = 12
_OWN_NAME: Final = ("", "middle_name")


def resolve_entities(
    mentions: Sequence[TaggedSpan], doc: Doc, summary: Sequence[SentenceSpan]
) -> tuple[Entity, ...]:
    """Merge mentions into entities, the most salient first, with ids ``ent_1``, ``ent_2`` and so on.

    A surname's mention is widened by a form of address right before it, so that it reads "Mr Witkoff". Each
    other surface form of an entity is an alias with the rule that joined it: ``surname``, ``title_surname``,
    ``given_name``, ``nickname``, ``initial``, ``middle_name``, ``misspelling``, ``acronym``, ``known_name``,
    ``short_name``, ``legal_form``, ``plural`` or ``case``.
    """
    names = name_rules(doc)
    persons = [mention for mention in mentions if mention.type is EntityType.PERSON]
    others = [mention for mention in mentions if mention.type is not EntityType.PERSON]
    groups = [_with_addresses(names, group, doc) for group in cluster_persons(persons, doc)]
    groups += cluster_other(others, doc)
    weighed = zip(groups, saliences(groups, len(doc.text), summary), link_places(groups, doc), strict=True)
    ordered = sorted(weighed, key=lambda each: (-each[1], _first(each[0])))
    return tuple(
        _entity(f"ent_{i}", group, weight, links, doc)
        for i, (group, weight, links) in enumerate(ordered, start=1)
    )


def _first(group: MentionCluster) -> tuple[bool, int]:
    return min((mention.field == "text", mention.start) for mention, _ in group.members)


def _with_addresses(names: NameRules, group: MentionCluster, doc: Doc) -> MentionCluster:
    """Widen bare surnames by the form of address right before them."""
    members = []
    for mention, rule in group.members:
        bare = rule in ("surname", "misspelling") or _is_single_word(mention, doc)
        wide = _with_address(names, mention, doc) if bare else None
        members.append((wide, "title_surname") if wide else (mention, rule))
    return MentionCluster(group.type, members)


def _is_single_word(mention: TaggedSpan, doc: Doc) -> bool:
    return len(doc.surface(mention).split()) == 1


def _with_address(names: NameRules, mention: TaggedSpan, doc: Doc) -> TaggedSpan | None:
    """Return a mention widened by the form of address right before it; None when there is none."""
    text = doc.field_text(mention.field)
    before = text[max(0, mention.start - _LONGEST_ADDRESS) : mention.start]
    word = before.rstrip(" \u00a0").rpartition(" ")[2].rpartition("\n")[2].lstrip("\"'“‘(")
    if before == before.rstrip(" \u00a0") or not is_address(names, word) or not word[0].isupper():
        return None
    return replace(mention, start=text.rindex(word, 0, mention.start))


def _entity(
    identifier: str, group: MentionCluster, salience: float, links: tuple[PlaceLink, ...], doc: Doc
) -> Entity:
    members = group.members
    if len(members) > 1:
        members = sorted(members, key=lambda member: (member[0].field == "text", member[0].start))
    surfaces = [doc.surface(mention) for mention, _ in members]
    shown = [(visible(surface), rule) for surface, (_, rule) in zip(surfaces, members, strict=True)]
    name = _name(shown)
    aliases: dict[str, str] = {}
    for surface, rule in shown:
        if surface != name:
            aliases.setdefault(surface, rule or "case")
    return Entity(
        id=identifier,
        name=name,
        type=group.type,
        salience=salience,
        mentions=tuple(
            Mention(mention.field, surface, mention.start, mention.end, round(mention.score, 4))
            for surface, (mention, _) in zip(surfaces, members, strict=True)
        ),
        aliases=tuple(Alias(surface, rule) for surface, rule in aliases.items()),
        links=links,
    )


def _name(shown: Sequence[tuple[str, str]]) -> str:
    """Return the commonest of the full names; the earlier one where they are equally common.

    A word in capitals, as headings and datelines have it, gives way to the same word in prose.

    Args:
        shown: each mention's words with the rule that joined it.
    """
    if len(shown) == 1:
        return shown[0][0]
    names = Counter([surface for surface, rule in shown if rule in _OWN_NAME] or [each for each, _ in shown])
    chosen = names.most_common(1)[0][0]
    if not chosen.isupper() or len(chosen) <= _LONGEST_ACRONYM:
        return chosen
    return next((name for name in names if name != chosen and name.casefold() == chosen.casefold()), chosen)
