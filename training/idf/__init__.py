"""What the stories learn from data: how rare words are."""
