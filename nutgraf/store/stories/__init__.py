"""Stories: clustering of articles, publishing, reading."""
