"""Measure the cleaning: ``python -m evaluation.boilerplate --data DEV.jsonl``.

Boilerplate lines, each set of wordings apart, are injected above, between and below the sentences of
clean articles. Reported are the share of boilerplate that survives as body, the share of the articles' own
words that is lost, and ROUGE of Lead-3 on the clean, the dirty and the cleaned text.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from evaluation.rouge import rouge
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang import get_language
from nutgraf.nlp.segmentation.sentence_splitter import split_sentences
from nutgraf.nlp.segmented_doc import segmented_doc
from nutgraf.nlp.spans import LabelledLine
from training.boilerplate import page_wordings

if TYPE_CHECKING:
    from collections.abc import Sequence


SENTENCES_A_PARAGRAPH = 2


@dataclass(frozen=True)
class Page:
    """A page made of an article and injected lines: each line with whether it is the article's own."""

    lines: tuple[tuple[str, bool], ...]
    gap: str

    @property
    def text(self) -> str:
        """The page as it would be pasted."""
        return self.gap.join(line for line, _ in self.lines)


def paragraphs_of(text: str) -> list[str]:
    """The article's own sentences, two a paragraph."""
    spans = segmented_doc(text).sentences
    contents = [" ".join(text[span.start : span.end].split()) for span in spans]
    step = SENTENCES_A_PARAGRAPH
    return [" ".join(contents[place : place + step]) for place in range(0, len(contents), step)]


def page_of(paragraphs: Sequence[str], title: str, wording: str, chance: random.Random) -> Page:
    """Inject lines of one wording around and between the paragraphs."""
    filled = {
        "title": title or "Report of the day from the harbour town",
        "site": chance.choice(page_wordings.SITES),
        "name": chance.choice(page_wordings.NAMES),
    }

    def some(lines: Sequence[str], most: int) -> list[tuple[str, bool]]:
        picked = sorted(chance.sample(range(len(lines)), min(most, len(lines))))
        return [
            (lines[place].format(**filled, headline=chance.choice(page_wordings.HEADLINES)), False)
            for place in picked
        ]

    body: list[tuple[str, bool]] = []
    for place, paragraph in enumerate(paragraphs):
        if place and chance.random() < 0.25:  # noqa: PLR2004
            body.extend(some(page_wordings.MIDDLE[wording], 1))
        body.append((paragraph, True))
    lines = [*some(page_wordings.HEAD[wording], 7), *body, *some(page_wordings.TAIL[wording], 5)]
    return Page(tuple(lines), chance.choice(["\n", "\n\n"]))


def lead(doc: Doc) -> str:
    """The first three sentences of what is left."""
    spans = [span for span in doc.sentences if not span.heading]
    return " ".join(doc.text[span.start : span.end] for span in spans[:3])


def uncleaned_doc(text: str) -> Doc:
    """A text whose every line is taken for prose."""
    doc = Doc(
        text, language_code="en", language=get_language("en"), lines=(LabelledLine(0, len(text), "body"),)
    )
    return replace(doc, sentences=split_sentences(doc))


def boilerplate_survivors(page: Page, lines: Sequence[LabelledLine]) -> tuple[list[str], int, int, list[str]]:
    """Injected lines left as body, own words lost, own words in all, and the own lines that lost any."""
    kept = np.zeros(len(page.text) + 1, dtype=bool)
    for line in lines:
        if line.kind == "body":
            kept[line.start : line.end] = True
    position, alive, lost, total, damaged = 0, [], 0, 0, []
    for content, own in page.lines:
        share = kept[position : position + len(content)].mean()
        words = len(content.split())
        if own:
            total += words
            lost += round(words * (1 - share))
            damaged.extend([content] if share < 1 else [])
        elif share > 0.5:  # noqa: PLR2004
            alive.append(content)
        position += len(content) + len(page.gap)
    return alive, lost, total, damaged


def main() -> None:
    """Inject, clean, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="print what survived and what was lost")
    arguments = parser.parse_args()
    articles = [json.loads(line) for line in arguments.data.read_text().splitlines()]
    for wording in page_wordings.HELD_OUT:
        evaluate_injection(articles, wording, show=arguments.show)
    evaluate_own_sentences(articles, show=arguments.show)


def evaluate_own_sentences(articles: Sequence[dict[str, str]], *, show: bool) -> None:
    """Print how many sentences that resemble boilerplate are taken for it, as paragraphs of reports."""
    said = page_wordings.HELD_OUT_OWN
    taken: Counter[str] = Counter()
    for number, sentence in enumerate(said):
        article = articles[number % len(articles)]
        paragraphs = paragraphs_of(article["text"])
        for place in (1, len(paragraphs) // 2, len(paragraphs)):
            lines = [(line, False) for line in paragraphs]
            page = Page((*lines[:place], (sentence, True), *lines[place:]), "\n\n")
            _, lost, total, _ = boilerplate_survivors(page, segmented_doc(page.text, article["title"]).lines)
            taken[sentence] += 2 * lost > total
    print(f"own sentences like boilerplate: {taken.total()} of {3 * len(said)} removed")
    if show:
        for sentence, times in (+taken).most_common():
            print(f"    lost {times:3}  {sentence}")


def evaluate_injection(articles: Sequence[dict[str, str]], wording: str, *, show: bool) -> None:
    """Print one row for each set under one wording."""
    rows: dict[str, list[tuple[float, float, float]]] = {}
    injected, alive, lost, total = 0, Counter[str](), 0, 0
    damaged: list[str] = []
    for number, article in enumerate(articles):
        chance = random.Random(number)
        paragraphs = paragraphs_of(article["text"])
        page = page_of(paragraphs, article["title"], wording, chance)
        cleaned = segmented_doc(page.text, article["title"] if number % 2 else "")
        left, gone, own, hurt = boilerplate_survivors(page, cleaned.lines)
        injected += sum(not own_line for _, own_line in page.lines)
        alive.update(left)
        lost, total = lost + gone, total + own
        damaged.extend(hurt)
        dirty = " ".join(line for line, _ in page.lines)
        scored = [
            rouge(summary, article["summary"]).r1
            for summary in (
                lead(segmented_doc("\n\n".join(paragraphs))),
                lead(uncleaned_doc(dirty)),
                lead(cleaned),
            )
        ]
        rows.setdefault(article["set"], []).append((scored[0], scored[1], scored[2]))
    print(
        f"{wording}: {alive.total()} of {injected} injected lines survive, "
        f"own words lost {100 * lost / total:.2f}%"
    )
    for name, scores in sorted(rows.items()):
        clean, dirty_score, cleaned = np.array(scores).mean(axis=0)
        print(
            f"  {name:10} Lead-3 ROUGE-1 clean {clean:.1f} dirty {dirty_score:.1f} "
            f"cleaned {cleaned:.1f} ({100 * cleaned / clean:.1f}% of clean)"
        )
    if show:
        for content, times in alive.most_common():
            print(f"    survived {times:3}  {content}")
        for content in damaged:
            print(f"    lost from: {content[:160]}")


if __name__ == "__main__":
    main()
