"""Library of the product: NLP pipeline, data model, store, queue, settings and command line."""

__version__ = "1.0.0"
