"""WSGI middleware around Flask, and the metrics endpoint."""
