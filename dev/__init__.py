"""Running the product outside containers: on a laptop, in tests and in benchmarks."""
