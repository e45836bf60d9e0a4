"""github-workflow/unpinned-tool."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# Actions that install the newest version of a tool unless an input names one (their README files, 2026-11-24).
_INPUTS: Final = {
    "aquasecurity/setup-trivy": "version",
    "1password/load-secrets-action": "version",
    "extractions/setup-just": "just-version",
    "extractions/setup-crate": "version",
    "hashicorp/setup-terraform": "terraform_version",
    "azure/setup-kubectl": "version",
    "azure/setup-helm": "version",
    "golangci/golangci-lint-action": "version",
    "goreleaser/goreleaser-action": "version",
}


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each action that installs the newest version of its tool."""
    for step in document.model.steps:
        if step.uses is None:
            continue
        name = _INPUTS.get(step.action, "")
        given = step.given(name) if name else None
        elsewhere = any(one.lower().endswith(("version-file", "install-mode")) for one in step.inputs)
        if name and given is None and not elsewhere:
            yield Hit(step.uses, {"action": step.action, "input": name})
        for key, node in step.inputs.items():
            if key.lower().endswith("version") and node.raw.strip().lower() in ("latest", "*"):
                yield Hit(node, {"action": step.action or step.uses.raw, "input": key}, "latest")
