"""The views, by chapter of the contract."""
