"""Consul's and Kuma's own configuration, and Nomad's jobs; they are read only to say that they are there."""
