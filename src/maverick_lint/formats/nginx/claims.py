"""Files that only other files show to be nginx configurations: what lands under /etc/nginx, and what is included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maverick_lint.core.document import Reader
    from maverick_lint.core.facts import Fact


def concerned(facts: Iterable[Fact], kinds: Iterable[str]) -> bool:
    """Say whether a project has what could claim a file: a configuration, an image of nginx, a mount."""
    if "nginx" in kinds:
        return True
    for fact in facts:
        stages = getattr(fact.value, "stages", ())
        mounts = getattr(fact.value, "mounts", ())
        if any("nginx" in (stage.base or "") or "openresty" in (stage.base or "") for stage in stages):
            return True
        if any((mount.target or "").startswith("/etc/nginx") for mount in mounts):
            return True
    return False


def claims(reader: Reader) -> Mapping[str, Guess]:
    """Return the files that are read as nginx configurations, by path, and why."""
    from maverick_lint.formats.nginx.assembly import assembly_of  # the whole format; seldom needed here

    assembly = assembly_of(reader)
    found = {}
    for path in assembly.trees:
        landed = assembly.landed.get(path)
        includers = assembly.includers.get(path)
        if landed is not None:
            found[path] = Guess("nginx", f"lands at {landed.target}")
        elif includers and not _holds_entries(includers[0].home.name):
            found[path] = Guess("nginx", f"included by {includers[0].home.tree.path}")
    return found


def _holds_entries(block: str) -> bool:
    """Say whether an include stands among the entries of a map: its file holds no directives."""
    from maverick_lint.formats.nginx.tree import FREE

    return block in FREE
