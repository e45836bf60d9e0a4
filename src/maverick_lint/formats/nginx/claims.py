"""Files that only other files show to be nginx configurations: what lands under /etc/nginx, and what is included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.facts.images import DockerfileFact
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
        value = fact.value
        if isinstance(value, DockerfileFact):
            bases = [stage.base or "" for stage in value.stages]
            if any("nginx" in base or "openresty" in base for base in bases):
                return True
        elif isinstance(value, Service) and any((m.target or "").startswith("/etc/nginx") for m in value.mounts):
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
