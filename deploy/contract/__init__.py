"""What the judges of the contract are told."""
