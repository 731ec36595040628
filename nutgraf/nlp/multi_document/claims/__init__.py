"""Claims of several reports: sentences cut into clauses, and which spans of other reports state them."""
