"""The commands: where each lives, and what `--help` says of it."""

from __future__ import annotations

from typing import Final

COMMANDS: Final = {
    "check": ("maverick_lint.cli.check", "Check files and folders; runs when no command is named."),
    "rule": ("maverick_lint.cli.rule", "Explain a rule: what it demands, why, and how to repair it."),
    "rules": ("maverick_lint.cli.rules", "List the rules."),
    "files": ("maverick_lint.cli.files", "Show each file with the kind it was recognised as, and why."),
    "explain": ("maverick_lint.cli.explain", "Show what the rules saw at FILE:LINE, and why they spoke or did not."),
    "config": ("maverick_lint.cli.config", "Show the settings in force and where each comes from."),
    "standard": ("maverick_lint.cli.standard", "Show the standard as a checklist of this repository."),
    "map": ("maverick_lint.cli.map", "Draw the deployment: what relies on what, and what is broken."),
    "task": ("maverick_lint.cli.task", "Check tasks of the backlog, or complete one."),
    "baseline": ("maverick_lint.cli.baseline", "Write the present findings to a file that --baseline takes."),
    "facts": ("maverick_lint.cli.facts", "Judge a share of the files on this machine, for `join` to judge the whole."),
    "join": ("maverick_lint.cli.join", "Judge the whole from the parts that `facts` has written on several machines."),
}
