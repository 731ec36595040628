"""Training of the boilerplate line classifier."""
