"""What the analysis knows of languages: a folder each."""
