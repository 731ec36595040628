"""Segmentation of a text into paragraphs and sentences."""
