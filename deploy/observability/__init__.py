"""What watches the product: Prometheus, its alerts, and a dashboard."""
