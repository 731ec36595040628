"""Named entity recognition: boundaries and types of the mentions that the encoder found."""
