"""What every request passes before or beside the views."""
