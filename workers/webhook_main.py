"""Entry point of the webhook worker: ``celery --app workers.webhook_main worker``."""

from nutgraf.settings import Settings
from workers.webhook_app import create_webhook_worker

app = create_webhook_worker(Settings.from_env())
