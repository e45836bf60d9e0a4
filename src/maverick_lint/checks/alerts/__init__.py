"""The rules on alert and recording rules."""
