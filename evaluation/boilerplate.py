"""Evaluate boilerplate detection: ``python -m evaluation.boilerplate --data DEV.jsonl [--show]``.

Lines of each held-out set of wordings are injected above, between and below the paragraphs of clean articles.
Three figures are printed: how many injected lines remain as body, the share of the articles' own words that
is removed, and ROUGE-1 of Lead-3 on the clean text, on the page, and on the page after detection.
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
    """An article with injected lines; each line says whether it is the article's own."""

    lines: tuple[tuple[str, bool], ...]
    gap: str

    @property
    def text(self) -> str:
        """The page as one text."""
        return self.gap.join(line for line, _ in self.lines)


def paragraphs_of(text: str) -> list[str]:
    """Split an article into paragraphs of two sentences."""
    spans = segmented_doc(text).sentences
    contents = [" ".join(text[span.start : span.end].split()) for span in spans]
    step = SENTENCES_A_PARAGRAPH
    return [" ".join(contents[place : place + step]) for place in range(0, len(contents), step)]


def inject(paragraphs: Sequence[str], title: str, wording: str, rng: random.Random) -> Page:
    """Inject lines of one set of wordings above, between and below the paragraphs."""
    filled = {
        "title": title or "Report of the day from the harbour town",
        "site": rng.choice(page_wordings.SITES),
        "name": rng.choice(page_wordings.NAMES),
    }

    def sample(lines: Sequence[str], most: int) -> list[tuple[str, bool]]:
        picked = sorted(rng.sample(range(len(lines)), min(most, len(lines))))
        return [
            (lines[place].format(**filled, headline=rng.choice(page_wordings.HEADLINES)), False)
            for place in picked
        ]

    body: list[tuple[str, bool]] = []
    for place, paragraph in enumerate(paragraphs):
        if place and rng.random() < 0.25:  # noqa: PLR2004
            body.extend(sample(page_wordings.MIDDLE[wording], 1))
        body.append((paragraph, True))
    lines = [*sample(page_wordings.HEAD[wording], 7), *body, *sample(page_wordings.TAIL[wording], 5)]
    return Page(tuple(lines), rng.choice(["\n", "\n\n"]))


def lead_3(doc: Doc) -> str:
    """Return the first three sentences of the lines that are kept."""
    spans = [span for span in doc.sentences if not span.heading]
    return " ".join(doc.text[span.start : span.end] for span in spans[:3])


def uncleaned_doc(text: str) -> Doc:
    """Return a document whose every line counts as body."""
    doc = Doc(
        text, language_code="en", language=get_language("en"), lines=(LabelledLine(0, len(text), "body"),)
    )
    return replace(doc, sentences=split_sentences(doc))


@dataclass(frozen=True)
class PageOutcome:
    """What boilerplate detection did to one page.

    Attributes:
        survivors: injected lines that remain as body.
        lost_words: words of the article that were removed.
        own_words: all words of the article.
        damaged: lines of the article that lost anything.
    """

    survivors: list[str]
    lost_words: int
    own_words: int
    damaged: list[str]


def compare_with_page(page: Page, lines: Sequence[LabelledLine]) -> PageOutcome:
    """Compare the detected lines with the lines that were injected."""
    kept = np.zeros(len(page.text) + 1, dtype=bool)
    for line in lines:
        if line.kind == "body":
            kept[line.start : line.end] = True
    position, lost, total = 0, 0, 0
    survivors: list[str] = []
    damaged: list[str] = []
    for content, own in page.lines:
        share = kept[position : position + len(content)].mean()
        words = len(content.split())
        if own:
            total += words
            lost += round(words * (1 - share))
            damaged.extend([content] if share < 1 else [])
        elif share > 0.5:  # noqa: PLR2004
            survivors.append(content)
        position += len(content) + len(page.gap)
    return PageOutcome(survivors, lost, total, damaged)


def main() -> None:
    """Evaluate every held-out set, and the sentences that resemble boilerplate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="print what survived and what was lost")
    arguments = parser.parse_args()
    articles = [json.loads(line) for line in arguments.data.read_text().splitlines()]
    for wording in page_wordings.HELD_OUT:
        evaluate_injection(articles, wording, show=arguments.show)
    evaluate_own_sentences(articles, show=arguments.show)


def evaluate_own_sentences(articles: Sequence[dict[str, str]], *, show: bool) -> None:
    """Print how many sentences of reports that resemble boilerplate are removed, each as a paragraph."""
    sentences = page_wordings.HELD_OUT_OWN
    removed: Counter[str] = Counter()
    for number, sentence in enumerate(sentences):
        article = articles[number % len(articles)]
        paragraphs = paragraphs_of(article["text"])
        for place in (1, len(paragraphs) // 2, len(paragraphs)):
            lines = [(line, False) for line in paragraphs]
            page = Page((*lines[:place], (sentence, True), *lines[place:]), "\n\n")
            outcome = compare_with_page(page, segmented_doc(page.text, article["title"]).lines)
            removed[sentence] += 2 * outcome.lost_words > outcome.own_words
    print(f"own sentences like boilerplate: {removed.total()} of {3 * len(sentences)} removed")
    if show:
        for sentence, times in (+removed).most_common():
            print(f"    lost {times:3}  {sentence}")


def evaluate_injection(articles: Sequence[dict[str, str]], wording: str, *, show: bool) -> None:
    """Print the figures of one set of wordings, with a row for each set of articles."""
    rows: dict[str, list[tuple[float, float, float]]] = {}
    injected, survivors, lost, total = 0, Counter[str](), 0, 0
    damaged: list[str] = []
    for number, article in enumerate(articles):
        rng = random.Random(number)
        paragraphs = paragraphs_of(article["text"])
        page = inject(paragraphs, article["title"], wording, rng)
        cleaned = segmented_doc(page.text, article["title"] if number % 2 else "")
        outcome = compare_with_page(page, cleaned.lines)
        injected += sum(not own_line for _, own_line in page.lines)
        survivors.update(outcome.survivors)
        lost, total = lost + outcome.lost_words, total + outcome.own_words
        damaged.extend(outcome.damaged)
        dirty = " ".join(line for line, _ in page.lines)
        scored = [
            rouge(summary, article["summary"]).r1
            for summary in (
                lead_3(segmented_doc("\n\n".join(paragraphs))),
                lead_3(uncleaned_doc(dirty)),
                lead_3(cleaned),
            )
        ]
        rows.setdefault(article["set"], []).append((scored[0], scored[1], scored[2]))
    print(
        f"{wording}: {survivors.total()} of {injected} injected lines survive, "
        f"own words lost {100 * lost / total:.2f}%"
    )
    for name, scores in sorted(rows.items()):
        clean, dirty_score, cleaned = np.array(scores).mean(axis=0)
        print(
            f"  {name:10} Lead-3 ROUGE-1 clean {clean:.1f} dirty {dirty_score:.1f} "
            f"cleaned {cleaned:.1f} ({100 * cleaned / clean:.1f}% of clean)"
        )
    if show:
        for content, times in survivors.most_common():
            print(f"    survived {times:3}  {content}")
        for content in damaged:
            print(f"    lost from: {content[:160]}")


if __name__ == "__main__":
    main()
