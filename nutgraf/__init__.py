"""What the API and the workers share: the language of the house, its settings, its store and its queue."""

__version__ = "1.0.0"
