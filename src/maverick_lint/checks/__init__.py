"""Checks: one module a rule, in the folder of its kind. A check yields hits and knows nothing else."""
