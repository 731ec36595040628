"""Signs, symbols and codes that texts of every language share."""
