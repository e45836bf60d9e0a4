"""The facts of all files, joined; cross-file rules read them here."""
