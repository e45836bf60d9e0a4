"""The entry point: `maverick-lint [COMMAND] [ARGUMENTS]`, where the command is `check` unless another is named."""

from __future__ import annotations

import sys

from maverick_lint import __version__
from maverick_lint.cli.names import COMMANDS


def main() -> None:
    """Run the command line; exits the process."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        # Answered before anything else is imported: hooks and editors ask for the version often.
        sys.stdout.write(f"maverick-lint {__version__}\n")
        sys.exit(0)
    from maverick_lint.cli.plain import plain_arguments  # not for --version

    given = plain_arguments(arguments, frozenset(COMMANDS))
    if given is None:
        from maverick_lint.cli.commands import cli  # click is imported only where it is needed

        cli(arguments, prog_name="maverick-lint")
    else:
        from maverick_lint.cli.running import run_check  # not for --version
        from maverick_lint.config.errors import SettingsError  # as above

        try:
            sys.exit(run_check(given))
        except SettingsError as error:
            sys.stderr.write(f"maverick-lint: {error}\n")
            sys.exit(2)
        except KeyboardInterrupt:
            sys.exit(130)
        except BrokenPipeError:
            # The reader of our output has gone (`| head`): there is nobody left to tell.
            sys.stderr.close()
            sys.exit(1)
