"""Measurements of speed, size, load and fault tolerance."""
