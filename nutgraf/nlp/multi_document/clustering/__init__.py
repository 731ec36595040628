"""Clustering of articles into stories of one event each."""
