"""Stub worker of the next version: the same analyses under another fingerprint."""

from pathlib import Path

from nutgraf.model import Capabilities, PipelineVersion
from nutgraf.settings import Settings
from tests.support.stub_analyser import CAPABILITIES, StubAnalyser
from workers.analysis_app import create_analysis_worker

NEXT = PipelineVersion("0.0.1", "sha256:next")


class NextVersionStub(StubAnalyser):
    """Stub analyser with another fingerprint."""

    identity = NEXT
    capabilities = Capabilities(NEXT, CAPABILITIES.entity_types, CAPABILITIES.languages)

    @staticmethod
    def describe(_: Path | None) -> Capabilities:
        return NextVersionStub.capabilities


app = create_analysis_worker(Settings.from_env(), NextVersionStub)
