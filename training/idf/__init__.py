"""Inverse document frequencies for stories."""
