"""Training of the entity model: from a folder of labelled sentences to the committed model files."""
