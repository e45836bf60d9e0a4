"""Reports: one function each, from findings to text."""
