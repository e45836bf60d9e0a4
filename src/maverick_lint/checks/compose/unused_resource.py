"""compose/unused-resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each declared volume, network, secret or config that no service uses."""
    model = document.model
    if model.fragment or not model.services or len(model.files) > 1 or any(service.open for service in model.services):
        return
    used = {(reference.section, reference.name) for service in model.variants for reference in service.references}
    for service in model.variants:
        if any(mount.source is None or mount.type is None for mount in service.mounts):
            return  # a variable may name any of them
    for section in ("volumes", "networks", "secrets", "configs"):
        for name, entry in model.section(section).items():
            if (section, name) not in used and name != "default" and not name.startswith("x-"):
                what = section.removesuffix("s")
                yield Hit(entry.key_at, {"what": what, "name": name}, related=entry.via)
