"""Names of organisations: acronyms, first words that stand for the whole, and what shows an organisation."""
