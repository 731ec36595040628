"""Summary and coverage of several reports."""
