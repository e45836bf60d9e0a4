"""Files of no kind that is read: source, prose, data."""
