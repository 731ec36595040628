"""Entry point of the analysis worker: ``celery --app workers.analysis_main worker``."""

from nutgraf.nlp.pipeline import Pipeline
from nutgraf.settings import Settings
from workers.analysis_app import create_analysis_worker

app = create_analysis_worker(Settings.from_env(), Pipeline)
