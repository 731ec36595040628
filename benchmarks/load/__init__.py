"""Load tests: throughput, latency, fairness between tenants, and long runs."""
