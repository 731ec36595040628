"""From a submission to an accepted article."""
