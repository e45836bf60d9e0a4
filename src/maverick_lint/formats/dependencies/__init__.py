"""Lists of dependencies that nothing else reads; they say whether errors are tracked."""
