"""The connection to Redis and its scripts."""
