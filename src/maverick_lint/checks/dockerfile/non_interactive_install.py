"""A package manager would ask before it installs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import Invocation, invocation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction

_TRIES: Final = ("-s", "--simulate", "--dry-run", "--just-print", "--print-uris", "--downloadonly")
# They need names; without any they are no call that anybody makes.
_NAMING: Final = ("install", "in", "localinstall", "groupinstall", "reinstall", "rei", "build-dep")
_CODES: Final = {
    "apt-get": ("hadolint:DL3014", "tally:hadolint/DL3014", "trivy:DS-0021"),
    "yum": ("hadolint:DL3030", "tally:hadolint/DL3030", "kics:yum_install_allows_manual_input"),
    "dnf": ("hadolint:DL3038", "tally:hadolint/DL3038", "kics:missing_flag_from_dnf_install"),
    "zypper": ("hadolint:DL3034", "tally:hadolint/DL3034", "kics:missing_zypper_non_interactive_switch"),
}


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the action of each install that nothing answers for."""
    for stage in document.model.stages:
        for instruction, command in document.model.run_commands(stage, ("apt", "yum", "dnf", "zypper")):
            call = invocation(command)
            if (
                call is None
                or not call.asks
                or call.unknown
                or (not call.operands and call.action in call.manager.install and call.action in _NAMING)
                or call.has(*_TRIES)
            ):
                continue
            if _answers(call) or (
                command.name == "apt-get" and "DEBIAN_FRONTEND" in instruction.rest and "yes |" in instruction.rest
            ):
                continue
            if call.manager.name == "zypper" and "-n" in instruction.rest.split():
                continue
            if not _configured(instruction):
                values = {
                    "command": f"{command.name} {call.action}",
                    "flag": "--assumeyes" if command.name == "aptitude" else "-y",
                }
                known = call.installs or call.manager.name == "zypper"
                yield Hit(call.word.place, values, equivalents=_CODES[call.manager.name] if known else ())


def _answers(call: Invocation) -> bool:
    names = [name for name, _ in call.flags]
    joined = any(name.startswith("-") and not name.startswith("--") and "y" in name[1:] for name in names)
    quiet = sum(name.count("q") for name in names if not name.startswith("--")) > 1 or names.count("--quiet") > 1
    settings = call.every("-o", "--option", "--setopt")
    told = any("assume" in value.lower() for value in settings) or ("-q", "2") in call.flags
    return call.has(*call.manager.yes) or joined or quiet or told


def _configured(instruction: Instruction) -> bool:
    text = instruction.rest.lower()
    return "assume-yes" in text or "assumeyes" in text or "yes |" in text
