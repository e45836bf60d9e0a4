"""Where a rule looks (paths into trees, globs over file names) and what it demands there (JSON Schema)."""
