"""Measurements that anyone can run: `make bench` and `make chaos`."""
