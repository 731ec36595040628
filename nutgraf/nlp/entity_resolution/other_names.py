"""Groups of mentions that name one thing, and the rules that join other things than people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nutgraf.model import EntityType
from nutgraf.nlp.entity_resolution.short_names import resolve_short_names
from nutgraf.nlp.ner.surface_forms import bracketed_acronyms, normalize_surface
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.spans import TaggedSpan

_KNOWN = {
    "united states": ("us", "usa", "america", "united states of america"),
    "united kingdom": ("uk", "britain", "great britain"),
    "united arab emirates": ("uae", "emirates"),
    "european union": ("eu",),
    "united nations": ("un",),
    "democratic republic of the congo": ("drc", "dr congo", "democratic republic of congo"),
    "north atlantic treaty organization": ("nato",),
    "north atlantic treaty organisation": ("nato",),
    "world health organization": ("who",),
    "world health organisation": ("who",),
}
_LEGAL = word_set(
    """
    ltd limited inc incorporated corp corporation plc llc co company gmbh ag sa nv bv group
    """
)


@dataclass(slots=True)
class MentionCluster:
    """Mentions that name one thing: each with the rule that joined it, empty for the name itself."""

    type: EntityType
    members: list[tuple[TaggedSpan, str]] = field(default_factory=list)

    def add(self, mentions: Iterable[TaggedSpan], rule: str) -> None:
        """Join mentions by a rule."""
        self.members += [(mention, rule) for mention in mentions]


def cluster_other(mentions: Sequence[TaggedSpan], doc: Doc) -> list[MentionCluster]:
    """Group the mentions of everything but people."""
    forms: dict[tuple[EntityType, str], list[TaggedSpan]] = defaultdict(list)
    for mention in mentions:
        forms[mention.type, normalize_surface(doc.surface(mention))].append(mention)
    acronyms = bracketed_acronyms(mentions, doc)
    names = set(forms)
    organisations = {name: members for (kind, name), members in forms.items() if kind is EntityType.ORG}
    shorts = resolve_short_names(organisations, doc)
    groups: dict[tuple[EntityType, str], MentionCluster] = {}
    for (kind, name), members in sorted(forms.items(), key=lambda item: (-len(item[0][1]), item[0])):
        target, rule = _target(kind, name, names, acronyms)
        if not rule and kind is EntityType.ORG and name in shorts:
            target, rule = _target(kind, shorts[name], names, acronyms)[0], "short_name"
        groups.setdefault((kind, target), MentionCluster(kind)).add(members, rule)
    return list(groups.values())


def _target(
    kind: EntityType, name: str, names: set[tuple[EntityType, str]], acronyms: dict[str, str]
) -> tuple[str, str]:
    """Say which form a form belongs to, and by which rule; a form of its own belongs to itself."""
    if (kind, acronyms.get(name, "")) in names:
        return acronyms[name], "acronym"
    for long_form, shorts in _KNOWN.items():
        if name in shorts and (kind, long_form) in names:
            return long_form, "known_name"
    for short, shorts in _KNOWN.items():
        first = next((other for other in shorts if (kind, other) in names), None)
        if name in shorts and name != first and first and (kind, short) not in names:
            return first, "known_name"
    if kind is EntityType.NORP and name.endswith("s") and (kind, name[:-1]) in names:
        return name[:-1], "plural"
    return _without_legal_form(kind, name, names)


def _without_legal_form(kind: EntityType, name: str, names: set[tuple[EntityType, str]]) -> tuple[str, str]:
    bare, _, last = name.rpartition(" ")
    if kind is EntityType.ORG and last.rstrip(".") in _LEGAL and (kind, bare.rstrip(",")) in names:
        return bare.rstrip(","), "legal_form"
    return name, ""
