"""The summary of several reports."""
