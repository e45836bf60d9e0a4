"""Shell syntax, for scripts of their own and scripts inside other files (Dockerfiles, workflows, tasks).

    commands_of(source, variables)   every simple command that the script reaches, as facts
    script_of(source, variables)     the script with its control flow (`model`)
    commands_in(script)              the commands of a script already read
    command_of, unwrapped, scripts_in  the same for one call, for those who walk a script themselves
    errors_of(source)                what no shell can read

tree-sitter-bash does the parsing, and is imported only when a script is read.
"""

from maverick_lint.formats._shell.errors import errors_of
from maverick_lint.formats._shell.flatten import command_of, commands_in, commands_of, scripts_in, unwrapped
from maverick_lint.formats._shell.script import script_of

__all__ = ["command_of", "commands_in", "commands_of", "errors_of", "script_of", "scripts_in", "unwrapped"]
