"""gunicorn: its settings and its worker."""
