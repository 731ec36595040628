"""Reader that cuts the sentences of one report into clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Final

from nutgraf.model import EntityType
from nutgraf.nlp.multi_document.claims.clause import NAME, NOBODY, Clause, Concepts, joined
from nutgraf.nlp.multi_document.claims.figure_ledger import FigureLedger
from nutgraf.nlp.multi_document.claims.number_reader import NumberReader, StatedNumber
from nutgraf.nlp.multi_document.claims.vocabulary import Vocabulary
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TOKEN: Final = re.compile(r"[^\W\d_][\w’'.-]*(?=\s)")
_SENTENCE_END: Final = re.compile(r"\w{4}\.$")
_OPENING_MARK: Final = re.compile(r"(?:^|\s)[“\"«„‘']\w")
_MOST_OF_SOURCE: Final = 3
"""Concepts, beside names, of a clause that only names the source of another one."""

_LEAST: Final = 2
"""Concepts of a clause that can stand alone; a figure counts as one."""

_LONGEST_TITLE: Final = 60
"""Characters before a name that its title may take."""

_DENIED: Final = 3
"""Concepts behind a negation that it denies."""

_UNDONE: Final = 2
"""Concepts behind a modal that it makes possible or planned."""

_ACTORS: Final = frozenset({EntityType.PERSON, EntityType.ORG})
LONG_AGO: Final = timedelta(days=60)
"""How long before a report a date is that belongs to another event."""

EntityNames = Mapping[tuple[str, str], tuple[str, EntityType]]
"""The name in the story and the type of an article's entity, by the ids of article and entity."""

Marked = tuple[int, int, str]
"""A mention of an entity: its offsets and its concept."""


class ClauseReader:
    """Reads the clauses of one report.

    Args:
        report: the report.
        names: the names and types of entities in the story.
        ledger: the story's figures.
        vocabulary: what words mean.
    """

    def __init__(
        self,
        report: Report,
        names: EntityNames,
        ledger: FigureLedger,
        vocabulary: Vocabulary,
    ) -> None:
        self._report = report
        self._numbers = NumberReader(report, ledger)
        self._terms = report.rules.claims
        self._concepts = vocabulary.concepts(self._terms)
        self._opposites = vocabulary.opposites(self._terms)
        self._long_ago = (report.moment - LONG_AGO).date().isoformat()
        self._mentions: list[Marked] = []
        self._people: set[str] = set()
        for entity in report.analysis.entities:
            named = names.get((report.id, entity.id))
            if named is None:
                continue
            concept = NAME + named[0]
            if named[1] in _ACTORS:
                self._people.add(concept)
            self._mentions += [
                (each.start, each.end, concept) for each in entity.mentions if each.field == "text"
            ]
        self._mentions.sort()
        self._roles = sorted(role for mention in self._mentions for role in self._roles_of(mention))

    def _roles_of(self, mention: Marked) -> Iterator[Marked]:
        """Yield the title before a person's name and the apposition behind it.

        They name the person and are no claim, unless they tell what happened.
        """
        start, end, concept = mention
        if concept not in self._people:
            return
        title = self._title_start(start)
        if title < start:
            yield title, start, ""
        apposition = self._terms.apposition.match(self._report.doc.text, end)
        if apposition is not None and not any(map(self._is_event, _WORD.findall(apposition[0]))):
            yield end, apposition.end(), ""

    def _title_start(self, start: int) -> int:
        """Return where the title before a name begins: capitals, or the word for an office and one before."""
        before = self._report.doc.text[max(0, start - _LONGEST_TITLE) : start]
        title, office = start, False
        for token in reversed(list(_TOKEN.finditer(before))):
            if not before[token.end() : title - start + len(before)].isspace() or _SENTENCE_END.search(
                token[0]
            ):
                break
            word = token[0].casefold()
            is_role = word in self._terms.roles
            if is_role or office or (self._report.rules.capitals_mark_names and token[0][0].isupper()):
                title = start - len(before) + token.start()
            elif title == start or word not in self._terms.role_links:
                break
            office = is_role and not office
        return title

    def _is_event(self, word: str) -> bool:
        return self._concepts[word.casefold()] is not None and word.casefold() in self._concepts.events

    def read(self, span: SentenceSpan) -> tuple[Clause, ...]:
        """Return the clauses of a sentence, in order; each can stand alone or names a source."""
        text = self._report.doc.text
        sentence = text[span.start : span.end]
        breaks = [span.start + match.end() for match in self._terms.clause_break.finditer(sentence)]
        numbers = self._numbers.read(span.start, span.end)
        clauses: list[Clause] = []
        open_left = False
        for start, end in zip((span.start, *breaks), (*breaks, span.end), strict=True):
            clause = self._clause(start, end, numbers)
            alike = bool(clauses) and clauses[-1].attribution is clause.attribution
            if clauses and (clause.is_empty or clauses[-1].is_empty):
                clauses[-1] = joined(clauses[-1], clause)
            elif alike and (open_left or clause.attribution or not _is_whole(clause)):
                clauses[-1] = joined(clauses[-1], clause)
            else:
                clauses.append(clause)
            open_left = not _is_whole(clauses[-1])
        return tuple(clauses)

    def _clause(self, start: int, end: int, numbers: Sequence[StatedNumber]) -> Clause:
        terms, concepts = self._terms, self._concepts
        mentions = self._mentions[bisect_left(self._mentions, (start,)) : bisect_left(self._mentions, (end,))]
        written = self._report.doc.text[start:end]
        roles = self._roles[bisect_left(self._roles, (start,)) : bisect_left(self._roles, (end,))]
        words = _WORD.findall(_without(written, start, sorted((*mentions, *roles))).casefold())
        known = [(word, concept) for word in words if (concept := concepts[word])]
        told = [concept for _, concept in known]
        names = tuple(dict.fromkeys([concept for *_, concept in mentions]))
        own = [number for number in numbers if start <= number.start < end]
        days = frozenset([number.day for number in own if number.day is not None])
        reports = not own and not terms.reporting.isdisjoint(words) and not _OPENING_MARK.search(written)
        return Clause(
            concepts=frozenset((*told, *names)),
            events=frozenset([concept for word, concept in known if word in concepts.events]),
            pairs=frozenset(pairwise(told)),
            people=frozenset(self._people.intersection(names)) if names else NOBODY,
            lead=self._lead(start, mentions, roles),
            order=names,
            entries=tuple([number.entry for number in own if number.entry is not None]),
            unlisted=sum([number.entry is None and number.day is None for number in own]),
            days=days,
            past=any(day < self._long_ago[: len(day)] for day in days),
            opposed=frozenset([other for concept in told for other in self._opposites.get(concept, ())]),
            denied=self._denied(words),
            undone=self._behind(self._marked(words), terms.modals, _UNDONE),
            passive=len(names) > 1 and terms.passive.search(written) is not None,
            attribution=reports and len(set(told)) <= _MOST_OF_SOURCE,
        )

    def _lead(self, start: int, mentions: Sequence[Marked], roles: Sequence[Marked]) -> str | None:
        """Return the name that a clause begins with, behind no more than articles and a title."""
        if not mentions:
            return None
        first, _, name = mentions[0]
        head = next((title for title, end, _ in roles if end == first), first)
        before = _WORD.findall(self._report.doc.text[start:head].casefold())
        return None if any(self._concepts[word] for word in before) else name

    def _denied(self, words: Sequence[str]) -> Concepts:
        behind = self._behind(words, self._terms.negations, _DENIED)
        denied = self._terms.denied_concepts
        if denied.keys().isdisjoint(words):
            return behind
        known = [denied[word] for word in words if word in denied]
        return behind | {concept for word in known if (concept := self._concepts[word])}

    def _marked(self, words: list[str]) -> list[str]:
        """Return the words, with a modal instead of the second word of "is to"."""
        openings = self._terms.infinitive_openings
        if openings.isdisjoint(pairwise(words)):
            return words
        modal = next(iter(self._terms.modals))
        return [words[0], *(modal if pair in openings else pair[1] for pair in pairwise(words))]

    def _behind(self, words: Sequence[str], cues: frozenset[str], most: int) -> Concepts:
        """Return the first concepts behind each word of some cues."""
        if cues.isdisjoint(words):
            return NOBODY
        found: set[str] = set()
        left = 0
        for word in words:
            if word in cues:
                left = most
            elif left and (concept := self._concepts[word]):
                found.add(concept)
                left -= 1
        return frozenset(found)


def _without(written: str, start: int, mentions: Sequence[Marked]) -> str:
    """Return a stretch of text without the mentions of names in it."""
    if not mentions:
        return written
    parts, place = [], 0
    for low, high, _ in mentions:
        parts.append(written[place : max(place, low - start)])
        place = max(place, high - start)
    return " ".join((*parts, written[place:]))


def _is_whole(clause: Clause) -> bool:
    return len(clause.concepts) + len(clause.entries) + clause.unlisted >= _LEAST
