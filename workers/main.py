"""Where a worker starts: ``celery --app workers.main worker``."""

from nutgraf.settings import Settings
from workers.app import create_worker
from workers.pipeline import Pipeline

app = create_worker(Settings.from_env(), Pipeline)
