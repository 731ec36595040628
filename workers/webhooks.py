"""Where a sender of webhooks starts: ``celery --app workers.webhooks worker``."""

from nutgraf.settings import Settings
from workers.sender import create_sender

app = create_sender(Settings.from_env())
