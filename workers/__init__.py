"""Celery workers: analysis of articles, clustering and publishing of stories, delivery of webhooks."""
