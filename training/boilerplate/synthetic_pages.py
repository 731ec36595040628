"""Synthetic pages: reports with injected boilerplate, and the features of their lines."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.boilerplate import line_classifier, line_rules
from nutgraf.nlp.boilerplate.inline import ends_in_boilerplate
from nutgraf.nlp.boilerplate.lines import split_lines
from nutgraf.nlp.lang import DEFAULT_LANGUAGE
from training.boilerplate import page_wordings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from training.boilerplate.clean_reports import CleanReport

_LINES: Final = page_wordings.DATA / "lines"
SHORT_SENTENCES: Final = tuple((page_wordings.DATA / "report_sentences.txt").read_text("utf-8").splitlines())
"""Short sentences that open or end reports and name no topic."""

_PARTS: Final = 4
_HEADLINE: Final = "{title}"


@dataclass(frozen=True)
class PageWording:
    """Lines that one imagined page prints above, between and below the paragraphs."""

    head: tuple[str, ...]
    middle: tuple[str, ...]
    tail: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Each line once."""
        return tuple(dict.fromkeys(self.head + self.middle + self.tail))


def training_wordings() -> dict[str, PageWording]:
    """Return the training sets of ``data/wordings``, and the lines of ``data/lines`` in four parts."""
    found = {
        name: PageWording(page_wordings.HEAD[name], page_wordings.MIDDLE[name], page_wordings.TAIL[name])
        for name in page_wordings.TRAINED
    }
    single = [line for path in sorted(_LINES.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    random.Random(5).shuffle(single)
    for part in range(_PARTS):
        lines = tuple(single[part::_PARTS])
        found[f"single {part}"] = PageWording(lines, lines, lines)
    return found


@dataclass(frozen=True)
class LabelledRow:
    """Features of one line, and whether it is boilerplate."""

    features: Mapping[str, float]
    boilerplate: bool


def labelled_rows(
    report: CleanReport,
    wording: PageWording,
    short: Sequence[str],
    rng: random.Random,
    words: Mapping[str, float],
) -> list[LabelledRow]:
    """Make one page and return the lines that no rule labels.

    A repeated title is left out: it belongs neither to the report nor to the boilerplate.

    Args:
        report: its sentences make the paragraphs.
        wording: boilerplate around the paragraphs.
        short: sentences that any report may open or end with.
        rng: source of randomness.
        words: score of each word.
    """
    made = _page(report, wording, short, rng)
    lines = split_lines(rng.choice(("\n", "\n\n")).join(line for line, _ in made))
    rules = DEFAULT_LANGUAGE.boilerplate
    known = [
        bool(line_rules.boilerplate_reason(line, rules)) or ends_in_boilerplate(line, rules.inline)
        for line in lines
    ]
    title = report.title if rng.random() < 0.5 else ""  # noqa: PLR2004
    found = line_classifier.classifiable_lines(lines, known, title, DEFAULT_LANGUAGE, words)
    return [
        LabelledRow(features, made[place][1] != "own")
        for place, (_, features) in found.items()
        if made[place][1] != "title"
    ]


def _page(
    report: CleanReport, wording: PageWording, short: Sequence[str], rng: random.Random
) -> list[tuple[str, str]]:
    """Make the lines of a page, each labelled ``own`` (the report's), ``title`` or ``boilerplate``."""
    filled = {
        "title": report.title or "Report of the day from the harbour town",
        "site": rng.choice(page_wordings.SITES),
        "name": rng.choice(page_wordings.NAMES),
    }

    def sample(lines: Sequence[str], most: int) -> list[tuple[str, str]]:
        picked = [lines[place] for place in sorted(rng.sample(range(len(lines)), min(most, len(lines))))]
        return [
            (
                line.format(**filled, headline=rng.choice(page_wordings.HEADLINES)),
                "title" if _HEADLINE in line else "boilerplate",
            )
            for line in picked
        ]

    rate = rng.choice((0, 0.1, 0.25))
    body: list[tuple[str, str]] = []
    for place, paragraph in enumerate(_paragraphs(report, rng)):
        if place and rng.random() < rate:
            body += sample(wording.middle, 1)
        if place and report.title and rng.random() < 0.04:  # noqa: PLR2004
            body.append((report.title, "own"))
        body.append((paragraph, "own"))
    for place, often in ((len(body), 0.3), (rng.randint(0, len(body)), 0.3), (0, 0.2)):
        if rng.random() < often:
            body.insert(place, (rng.choice(short), "own"))
    head = sample(wording.head, rng.choice((0, 0, 1, 2, 4, 7)))
    if report.standfirst and rng.random() < 0.25:  # noqa: PLR2004
        head.insert(rng.randint(0, len(head)), (report.standfirst, "own"))
    return head + body + sample(wording.tail, rng.choice((0, 0, 1, 3, 5)))


def _paragraphs(report: CleanReport, rng: random.Random) -> list[str]:
    """Join sentences to paragraphs: of one length throughout the page, or of one to four at random."""
    step = rng.choice((1, 1, 2, 2, 3, 0))
    left = list(report.sentences)
    made = []
    while left:
        count = step or rng.randint(1, 4)
        made.append(" ".join(left[:count]))
        left = left[count:]
    return made
