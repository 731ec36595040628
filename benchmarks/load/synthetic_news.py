"""Synthetic news articles, each different."""

from __future__ import annotations

import json
import random
import re
import time
from typing import Any

from dev.stack import ROOT
from nutgraf.cli.http_client import Client
from nutgraf.nlp.pipeline import SHIPPED_MODELS

LONG_WORD = 5
_CONTENT = re.compile(r"\b[A-Z][a-z]{2,}\b|\b[a-z]{5,}\b")


class SyntheticNews:
    """Source of articles: the examples' sentences with other names and other words.

    Articles that differ in a few words only would form one story of thousands, unlike real news.
    """

    def __init__(self) -> None:
        examples = Client.examples(ROOT / "examples")
        self._texts = [each["text"] for each in examples if each.get("language") == "en" and "text" in each]
        self.characters = sum(map(len, self._texts)) / len(self._texts)
        known = json.loads((SHIPPED_MODELS / "idf" / "idf.json").read_text())["frequencies"]
        self._words = [word for word in known if len(word) >= LONG_WORD and word.isascii() and word.isalpha()]
        self._run = time.time_ns()

    def __call__(self, number: int) -> dict[str, Any]:
        """Return the article of a number; the same number gives another article in another run."""
        rng, exchange = random.Random(self._run + number), dict[str, str]()

        def other(match: re.Match[str]) -> str:
            word = match[0]
            if word not in exchange:
                exchange[word] = self._name(rng) if word[0].isupper() else rng.choice(self._words)
            return exchange[word]

        text = _CONTENT.sub(other, rng.choice(self._texts))
        return {"text": text, "source": {"name": f"Source {number % 40}"}}

    @staticmethod
    def _name(rng: random.Random) -> str:
        syllables = (rng.choice("bdfgklmnprstv") + rng.choice("aeiou") for _ in range(rng.randint(2, 4)))
        return ("".join(syllables) + rng.choice("nrlst")).capitalize()
