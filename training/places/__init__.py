"""Makes the lists of places."""
