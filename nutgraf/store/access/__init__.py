"""API keys, quotas and idempotency keys in Redis."""
