"""Kubernetes manifests and the files of its tools; they are read only to say that they are there."""
