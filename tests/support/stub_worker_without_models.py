"""Analysis worker whose children can load nothing until a file exists, which ``MODELS_OF_THE_TEST`` names."""

import os
from pathlib import Path

from nutgraf.settings import Settings
from tests.support.stub_analyser import StubAnalyser
from workers import analysis_app


class Unloadable(StubAnalyser):
    """Analyser with models that may be missing."""

    @classmethod
    def load(cls, models: Path | None) -> StubAnalyser:
        """Raise an error while there are no models."""
        Path(os.environ["MODELS_OF_THE_TEST"]).read_bytes()
        return super().load(models)


app = analysis_app.create_analysis_worker(Settings.from_env(), Unloadable)
