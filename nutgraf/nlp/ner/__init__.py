"""Named entity recognition: what the article says about the encoder's mentions."""
