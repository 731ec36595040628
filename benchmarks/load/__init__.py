"""Load: throughput, latency, fairness and long runs."""
