"""Where a worker starts: ``celery --app workers.main worker``."""

from nutgraf.settings import Settings
from workers.app import create_worker

app = create_worker(Settings.from_env())
