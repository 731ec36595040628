"""What was measured, as pages and plots."""
