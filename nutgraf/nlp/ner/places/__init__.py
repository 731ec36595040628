"""Places: the table of the world's political places, and the types of the places that an article names."""
