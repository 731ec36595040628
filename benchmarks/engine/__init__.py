"""Cost and quality of the analysis alone, beside other libraries."""
