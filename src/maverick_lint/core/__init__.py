"""The types that every other part speaks in; only the standard library is imported here."""
