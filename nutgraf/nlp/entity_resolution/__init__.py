"""Entity resolution: one entity for all mentions of a person or thing."""
