"""Training of the sentence ranking."""
