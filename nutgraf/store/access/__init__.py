"""API keys, quotas and idempotency keys."""
