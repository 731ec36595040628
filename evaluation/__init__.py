"""Measures the quality of every analysis on labelled articles."""
