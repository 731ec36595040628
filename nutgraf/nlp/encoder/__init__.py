"""The neural encoder: names of entities and embeddings of sentences."""
