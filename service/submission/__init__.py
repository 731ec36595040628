"""Submission of articles: validation, HTML extraction and acceptance."""
