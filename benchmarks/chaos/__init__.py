"""Fault injection: what is lost while the product is broken on purpose."""
