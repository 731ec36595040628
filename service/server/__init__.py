"""gunicorn: configuration, worker class and answers to unparseable requests."""
