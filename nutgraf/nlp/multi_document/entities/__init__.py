"""Entities of several reports, each once."""
