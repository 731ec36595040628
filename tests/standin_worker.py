"""A worker with the stand-in for its pipeline: ``celery --app tests.standin_worker worker``."""

from nutgraf.settings import Settings
from tests.standin import StandIn
from workers.app import create_worker

app = create_worker(Settings.from_env(), StandIn)
