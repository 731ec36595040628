"""Monitoring: Prometheus, its alerts and a Grafana dashboard."""
