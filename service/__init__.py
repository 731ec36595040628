"""HTTP API: a Flask app that accepts articles and serves their analyses."""
