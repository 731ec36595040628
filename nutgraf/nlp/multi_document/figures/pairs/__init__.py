"""Pairs of claims of two reports: what keeps them apart, and what says that they are of one quantity."""
