"""Commands that make the model files; the service needs none of them."""
