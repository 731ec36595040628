"""The analysis alone, beside other libraries."""
