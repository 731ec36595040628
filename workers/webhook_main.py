"""Where a sender of webhooks starts: ``celery --app workers.webhook_main worker``."""

from nutgraf.settings import Settings
from workers.webhook_app import create_sender

app = create_sender(Settings.from_env())
