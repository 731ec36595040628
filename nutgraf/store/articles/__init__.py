"""Articles, their queue and the check before each request."""
