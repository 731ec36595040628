"""Pages made of reports and of boilerplate, and the cues of their lines."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.boilerplate import line_classifier, line_rules
from nutgraf.nlp.boilerplate.inline import ends_in_boilerplate
from nutgraf.nlp.boilerplate.lines import split_lines
from nutgraf.nlp.lang import DEFAULT_LANGUAGE
from training.boilerplate import page_wordings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from training.boilerplate.clean_reports import Report

_LINES: Final = Path(__file__).parent / "data" / "lines"
OWN: Final = tuple((Path(__file__).parent / "data" / "own.txt").read_text("utf-8").splitlines())
"""Short sentences that end and open reports, and say little of what they are about."""

_PARTS: Final = 4
_HEADLINE: Final = "{title}"


@dataclass(frozen=True)
class Wording:
    """What one imagined page prints above, between and below the paragraphs."""

    head: tuple[str, ...]
    middle: tuple[str, ...]
    tail: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Each line once."""
        return tuple(dict.fromkeys(self.head + self.middle + self.tail))


def wordings() -> dict[str, Wording]:
    """The sets of ``boilerplate``, and the single lines of ``lines`` in four parts."""
    found = {
        name: Wording(page_wordings.HEAD[name], page_wordings.MIDDLE[name], page_wordings.TAIL[name])
        for name in page_wordings.TRAINED
    }
    single = [line for path in sorted(_LINES.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    random.Random(5).shuffle(single)
    for part in range(_PARTS):
        lines = tuple(single[part::_PARTS])
        found[f"single {part}"] = Wording(lines, lines, lines)
    return found


@dataclass(frozen=True)
class Row:
    """The cues of one line, and whether it is boilerplate."""

    cues: Mapping[str, float]
    alien: bool


def rows_of(
    report: Report, wording: Wording, short: Sequence[str], chance: random.Random, words: Mapping[str, float]
) -> list[Row]:
    """The lines of one page that no rule knows. A repeated title is neither the report's nor boilerplate.

    Args:
        report: whose sentences make the paragraphs.
        wording: what stands around them.
        short: sentences that any report could have, for its edges.
        chance: what decides.
        words: the words' scores.
    """
    made = _page(report, wording, short, chance)
    lines = split_lines(chance.choice(("\n", "\n\n")).join(line for line, _ in made))
    rules = DEFAULT_LANGUAGE.boilerplate
    known = [
        bool(line_rules.boilerplate_reason(line, rules)) or ends_in_boilerplate(line, rules.inline)
        for line in lines
    ]
    title = report.title if chance.random() < 0.5 else ""  # noqa: PLR2004
    found = line_classifier.classifiable_lines(lines, known, title, DEFAULT_LANGUAGE, words)
    return [
        Row(cues, made[place][1] != "own") for place, (_, cues) in found.items() if made[place][1] != "title"
    ]


def _page(
    report: Report, wording: Wording, short: Sequence[str], chance: random.Random
) -> list[tuple[str, str]]:
    """Each line with whose it is: the report's ``own``, its ``title`` or ``alien``."""
    filled = {
        "title": report.title or "Report of the day from the harbour town",
        "site": chance.choice(page_wordings.SITES),
        "name": chance.choice(page_wordings.NAMES),
    }

    def some(lines: Sequence[str], most: int) -> list[tuple[str, str]]:
        picked = [lines[place] for place in sorted(chance.sample(range(len(lines)), min(most, len(lines))))]
        return [
            (
                line.format(**filled, headline=chance.choice(page_wordings.HEADLINES)),
                "title" if _HEADLINE in line else "alien",
            )
            for line in picked
        ]

    rate = chance.choice((0, 0.1, 0.25))
    body: list[tuple[str, str]] = []
    for place, paragraph in enumerate(_paragraphs(report, chance)):
        if place and chance.random() < rate:
            body += some(wording.middle, 1)
        if place and report.title and chance.random() < 0.04:  # noqa: PLR2004
            body.append((report.title, "own"))
        body.append((paragraph, "own"))
    for place, often in ((len(body), 0.3), (chance.randint(0, len(body)), 0.3), (0, 0.2)):
        if chance.random() < often:
            body.insert(place, (chance.choice(short), "own"))
    head = some(wording.head, chance.choice((0, 0, 1, 2, 4, 7)))
    if report.standfirst and chance.random() < 0.25:  # noqa: PLR2004
        head.insert(chance.randint(0, len(head)), (report.standfirst, "own"))
    return head + body + some(wording.tail, chance.choice((0, 0, 1, 3, 5)))


def _paragraphs(report: Report, chance: random.Random) -> list[str]:
    """One to four sentences a paragraph: pages have one manner each, or all of them."""
    step = chance.choice((1, 1, 2, 2, 3, 0))
    left = list(report.sentences)
    made = []
    while left:
        count = step or chance.randint(1, 4)
        made.append(" ".join(left[:count]))
        left = left[count:]
    return made
