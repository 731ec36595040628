"""Measures of what a story claims, against labelled events."""
