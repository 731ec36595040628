"""Fast analyser without models, for tests of everything around the NLP pipeline."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

from nutgraf.model import (
    Analysis,
    Capabilities,
    DetectedLanguage,
    Document,
    EntityType,
    PipelineVersion,
    Summary,
    SummarySentence,
    TextFacts,
)

IDENTITY = PipelineVersion("0.0.0", "sha256:standin")
CAPABILITIES = Capabilities(IDENTITY, (EntityType.PERSON,), ("en",))
POISON = "This sentence kills whoever reads it."
SLOW = "This sentence takes its time."
HANGING = "This sentence never ends."


class StubAnalyser:
    """Analyser whose summary is the first 40 characters; some sentences make it fail on purpose."""

    identity = IDENTITY
    capabilities = CAPABILITIES

    @staticmethod
    def describe(_: Path | None) -> Capabilities:
        """Return the capabilities."""
        return CAPABILITIES

    @staticmethod
    def prepare() -> None:
        """Do nothing: the stub has nothing to share."""

    @classmethod
    def load(cls, _: Path | None) -> StubAnalyser:
        """Return an instance."""
        return cls()

    def analyse(self, document: Document, on_stage: Callable[[str], None] = lambda _: None) -> Analysis:
        """Return an analysis whose spans are valid."""
        text = document.text
        if POISON in text:
            import os  # noqa: PLC0415 - only a dying process needs it

            os.kill(os.getpid(), 9)
        while HANGING in text:
            time.sleep(0.05)
        if SLOW in text:
            time.sleep(1)
        end = min(len(text), 40)
        sentence = SummarySentence(text[:end], 0, end, 1, 1.0, {"position": 1.0})
        on_stage("summary")
        return Analysis(
            pipeline=self.identity,
            language=DetectedLanguage("en", 1.0, supported=True),
            text=TextFacts(hashlib.sha256(text.encode()).hexdigest(), len(text), len(text.split()), 1, ()),
            summary=Summary((sentence,), document.options.sentence_count),
            entities=(),
            figures=(),
            quotes=(),
            warnings=(),
        )
