"""The map of a deployment: what takes part in it, and the joints between them."""
