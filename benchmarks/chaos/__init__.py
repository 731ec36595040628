"""Faults on purpose, and what was lost."""
