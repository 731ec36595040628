"""Deployment: container image, Kubernetes manifests, monitoring, end-to-end test of the containers."""
