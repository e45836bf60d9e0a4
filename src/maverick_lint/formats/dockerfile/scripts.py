"""The shell scripts of RUN, as a program that checks shell scripts gets them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Script
from maverick_lint.formats.dockerfile.bases import known
from maverick_lint.formats.dockerfile.instruction import DEFAULT_SHELL
from maverick_lint.formats.dockerfile.shell import array_script, embedded, posix, reader

if TYPE_CHECKING:
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Stage

# Sourced files that are not there (SC1090, SC1091) are in the image; ash is dash to ShellCheck (SC2187); an `if` in the
# line below `else` stands behind it once the lines are joined (SC1075).
_EXEMPT: Final = frozenset({"SC1075", "SC1090", "SC1091", "SC2187"})
# A file that is sourced may set any variable.
_SOURCES: Final = re.compile(r"(?:^|[;&|{(]|\bthen|\bdo)\s*(?:\.|source)\s+\S", re.MULTILINE)
# Alpine's shell is busybox, of which ShellCheck's dash does not know `[[`, `==`, flags of echo, and pipefail.
_BUSYBOX: Final = _EXEMPT | {"SC3010", "SC3014", "SC3036", "SC3037", "SC3040"}
_DIALECTS: Final = {"sh": "sh", "bash": "bash", "dash": "dash", "ash": "dash", "busybox": "dash", "ksh": "ksh"}
# What the builder and the base images set.
_ALWAYS: Final = ("PATH", "HOME", "HOSTNAME", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy")


def scripts(model: Dockerfile) -> tuple[Script, ...]:
    """Return the script of every RUN in shell form or like `["sh", "-c", ...]`, ONBUILD RUN too, in file order."""
    found = []
    for stage in model.stages:
        for instruction in stage.instructions:
            holder = instruction.inner or instruction
            if holder.name == "RUN" and (holder.json or posix(holder.shell)):
                script = _script(model, stage, holder)
                if script is not None:
                    found.append(script)
    return tuple(found)


def _script(model: Dockerfile, stage: Stage, holder: Instruction) -> Script | None:
    source = array_script(model.source, holder) if holder.json else embedded(model.source, holder)
    if source is None or not source.text.strip():
        return None
    if source.text.startswith("#!"):
        dialect: str | None = ""
    else:
        named = holder.arguments[0].text.rpartition("/")[2] if holder.json else reader(model.source, holder)
        dialect = _DIALECTS.get(named or _shell(stage, holder))
    if dialect is None:
        return None
    base = known(stage.root.image) if stage.root.image is not None else None
    # what /bin/sh is in an image that nobody here knows may be busybox as well
    busybox = (dialect == "dash" and base is not None and base.system == "alpine") or (
        dialect == "sh" and (base is None or not base.system) and holder.shell == DEFAULT_SHELL
    )
    exempt = _BUSYBOX if busybox else _EXEMPT
    if _SOURCES.search(source.text) is not None:
        exempt |= {"SC2154"}
    return Script(source, dialect, (*_ALWAYS, *holder.variables), exempt)


def _shell(stage: Stage, holder: Instruction) -> str:
    """Return the shell that runs a RUN: that of SHELL, or what /bin/sh is in the base image."""
    if holder.shell != DEFAULT_SHELL:
        return holder.shell[0].rpartition("/")[2]
    base = known(stage.root.image) if stage.root.image is not None else None
    return "dash" if base is not None and base.system in ("debian", "ubuntu", "alpine") else "sh"
