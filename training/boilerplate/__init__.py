"""Makes the weights by which the cleaning tells a page's own voice from a report."""
