"""WSGI entry point: ``gunicorn --config python:service.server.gunicorn_config service.wsgi:app``."""

from nutgraf.settings import Settings
from service.app import create_app

app = create_app(Settings.from_env())
