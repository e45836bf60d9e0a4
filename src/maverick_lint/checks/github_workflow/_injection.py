"""What the two rules on injection say of what they find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from maverick_lint.formats.github.injection import Injection

_TAKEN: Final = frozenset({"PATH", "HOME", "USER", "SHELL", "PWD", "LANG", "TERM", "HOSTNAME", "IFS", "ENV", "UID"})


def hit(found: Injection, case: str = "") -> Hit:
    """Return the hit of a text that becomes a part of a script."""
    name = found.name if not found.through else f"{found.through}`, that is `{found.name}"
    return Hit(found.span, {"name": name, "variable": _variable(found.through or found.name)}, case)


def _variable(name: str) -> str:
    """Return a good name for the variable that carries a context, none that the shell uses itself."""
    last = "".join(sign if sign.isalnum() else "_" for sign in name.rpartition(".")[2]).strip("_").upper()
    return f"INPUT_{last}" if last in _TAKEN or not last else last
