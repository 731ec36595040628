"""What all views share: requests in, responses and problems out."""
