"""Quality of every analysis, measured on labelled articles."""
