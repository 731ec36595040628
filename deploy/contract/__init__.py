"""Configuration of the third-party checks of the API contract."""
