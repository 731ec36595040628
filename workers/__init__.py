"""The hands: Celery workers that analyse what the API accepted."""
