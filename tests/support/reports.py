"""Reports with the sentences, the figures and the names that their texts have."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from nutgraf.model import (
    Analysis,
    DetectedLanguage,
    Entity,
    EntityType,
    Mention,
    PipelineVersion,
    Summary,
    TextFacts,
)
from nutgraf.nlp import figures
from nutgraf.nlp.multi_document import Report
from nutgraf.nlp.spans import SentenceSpan
from tests.support.docs import english

MOMENT = datetime(2026, 4, 2, 12, tzinfo=UTC)
NAMES = {
    "Ola Brandt": EntityType.PERSON,
    "Pia Holm": EntityType.PERSON,
    "Jon Varg": EntityType.PERSON,
    "Holm Mills": EntityType.ORG,
    "Norvik Steel": EntityType.ORG,
    "Centre party": EntityType.ORG,
    "Green party": EntityType.ORG,
    "Norvik": EntityType.GPE,
}
"""Names that a report may have."""


def report_with_names(number: int, text: str, *, hours: float | None) -> Report:
    """Return a report whose sentences end in a point and a space.

    Args:
        number: of the report.
        text: its text, with names of ``NAMES``.
        hours: when it was published, counted from ``MOMENT``; None if that is not known.
    """
    spans = tuple(SentenceSpan(*found.span(), 0) for found in re.finditer(r"\S.*?\.(?= |$)", text))
    moment = None if hours is None else MOMENT + timedelta(hours=hours)
    doc = english(text, spans, moment)
    analysis = Analysis(
        PipelineVersion("0", "test"), DetectedLanguage("en", 1.0, supported=True),
        TextFacts("", len(text), 1, 1, ()),
        Summary((), 3), _entities(text), figures.extract_figures(doc), (), (),
    )  # fmt: skip
    return Report(f"art_{number}", f"Outlet {number}", doc, MOMENT + timedelta(days=9), analysis)


def _entities(text: str) -> tuple[Entity, ...]:
    found = []
    for row, (name, kind) in enumerate(NAMES.items()):
        places = [match.span() for match in re.finditer(rf"\b{name}\b(?! Steel)", text)]
        mentions = tuple(Mention("text", name, *place, 1.0) for place in places)
        if mentions:
            found.append(Entity(f"ent_{row}", name, kind, 0.5, mentions, ()))
    return tuple(found)
