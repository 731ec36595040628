"""Paragraphs and sentences."""
