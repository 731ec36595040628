"""One entity across several reports."""
