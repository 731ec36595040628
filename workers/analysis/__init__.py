"""The analysis of one article."""
