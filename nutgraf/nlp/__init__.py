"""Text in, analysis out: pure functions, without network, clock, store or settings."""
