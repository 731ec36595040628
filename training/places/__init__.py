"""Lists of place names."""
