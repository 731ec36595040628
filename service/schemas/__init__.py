"""JSON in and out: the one truth about the contract, of which ``openapi.yaml`` is made."""
