"""From text to analysis: pure functions, without network, clock, store or settings."""
