"""Stories: clustering, merging, comparison and publishing."""
