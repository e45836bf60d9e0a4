"""The entry point: `maverick-lint [COMMAND] [ARGUMENTS]`, where the command is `check` unless another is named."""

from __future__ import annotations

import sys

from maverick_lint import __version__


def main() -> None:
    """Run the command line; exits the process."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        # Answered before click is imported: hooks and editors ask for the version often.
        sys.stdout.write(f"maverick-lint {__version__}\n")
        sys.exit(0)
    from maverick_lint.cli.commands import cli  # see above

    cli(arguments, prog_name="maverick-lint")
