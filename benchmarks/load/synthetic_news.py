"""News without end, no two alike."""

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


class Articles:
    """Different articles without end: the examples' sentences, each with other names and other words.

    Articles that only differ in a few words would be one story of thousands, which no news is.
    """

    def __init__(self) -> None:
        examples = Client.examples(ROOT / "examples")
        self._texts = [each["text"] for each in examples if each.get("language") == "en" and "text" in each]
        self.characters = sum(map(len, self._texts)) / len(self._texts)
        known = json.loads((SHIPPED_MODELS / "idf" / "idf.json").read_text())["frequencies"]
        self._words = [word for word in known if len(word) >= LONG_WORD and word.isascii() and word.isalpha()]
        self._run = time.time_ns()

    def __call__(self, number: int) -> dict[str, Any]:
        """The one of this number."""
        chance, exchange = random.Random(self._run + number), dict[str, str]()

        def other(match: re.Match[str]) -> str:
            word = match[0]
            if word not in exchange:
                exchange[word] = self._name(chance) if word[0].isupper() else chance.choice(self._words)
            return exchange[word]

        text = _CONTENT.sub(other, chance.choice(self._texts))
        return {"text": text, "source": {"name": f"Source {number % 40}"}}

    @staticmethod
    def _name(chance: random.Random) -> str:
        syllables = (
            chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(chance.randint(2, 4))
        )
        return ("".join(syllables) + chance.choice("nrlst")).capitalize()
