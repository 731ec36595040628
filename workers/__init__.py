"""The child: Celery workers that analyse what the API accepted."""
