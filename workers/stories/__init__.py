"""Stories: clustering, merging, comparing, publishing."""
