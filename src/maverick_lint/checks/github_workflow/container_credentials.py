"""github-workflow/container-credentials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each password of a registry that stands in the file."""
    for job in document.model.jobs:
        services = job.node.get("services")
        containers = [job.container, *(services.pairs().values() if services is not None else ())]
        for container in containers:
            password = container.at("credentials", "password") if container is not None else None
            if password is not None and password.text and "{{" not in password.raw:
                yield Hit(password, {"job": job.id})
