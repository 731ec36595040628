"""Analysis worker with the stub analyser: ``celery --app tests.support.stub_worker worker``."""

from nutgraf.settings import Settings
from tests.support.stub_analyser import StubAnalyser
from workers.analysis_app import create_analysis_worker

app = create_analysis_worker(Settings.from_env(), StubAnalyser)
