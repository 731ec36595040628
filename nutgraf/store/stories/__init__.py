"""Stories in Redis."""
