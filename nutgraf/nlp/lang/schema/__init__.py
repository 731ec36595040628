"""The shape of a language: a dataclass for each part of the analysis."""
