"""HTTP concerns that the views share: parsing, responses, problems, authentication, quotas, idempotency."""
