"""The engine: finds the files, reads them, runs the rules, and silences what is suppressed."""
