"""The contract as OpenAPI, and as a page."""
