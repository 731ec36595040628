"""Analysis of articles."""
