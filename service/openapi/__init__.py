"""OpenAPI document of the API, and its rendering as an HTML page."""
