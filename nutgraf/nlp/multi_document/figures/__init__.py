"""One figure across several reports."""
