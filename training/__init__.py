"""Everything that makes a model file; nothing here is needed to run the service."""
