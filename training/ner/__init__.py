"""Training of the entity model, from labelled sentences to the model files."""
