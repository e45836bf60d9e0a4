"""Whether two services may run at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from maverick_lint.formats.compose.model import Service

# With how many earlier entries one is compared: a real project has a few, and a hostile one must end too.
COMPARED: Final = 100


def may_meet(one: Service, other: Service) -> bool:
    """Say whether some profile starts both: services without profiles always run, alternatives exclude each other."""
    return not one.profiles or not other.profiles or bool(set(one.profiles) & set(other.profiles))
