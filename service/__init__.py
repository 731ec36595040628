"""The HTTP face: a Flask API that accepts articles and answers for them."""
