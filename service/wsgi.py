"""Where the API starts: ``gunicorn --config python:service.gunicorn service.wsgi:app``."""

from nutgraf.settings import Settings
from service.app import create_app

app = create_app(Settings.from_env())
