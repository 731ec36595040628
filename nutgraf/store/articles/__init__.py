"""Articles in Redis."""
