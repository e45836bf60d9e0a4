"""package.json of npm, yarn, pnpm and bun (https://docs.npmjs.com/cli/v11/configuring-npm/package-json, read 2025)."""
