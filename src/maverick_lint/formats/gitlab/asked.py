"""What GitLab asks for when a person starts a pipeline.

Source: docs.gitlab.com/ci/pipelines/#prefill-variables-in-manual-pipelines (2026-11-24).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.pipeline import Input
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from maverick_lint.formats.gitlab.model import GitlabCi


def asked_for(ci: GitlabCi) -> tuple[Input, ...]:
    """Return the variables that GitLab asks for when a pipeline is started by hand: those with a description."""
    variables = ci.top.get("variables")
    found = []
    for name, value in (variables.entries or {}).items() if variables is not None else ():
        if value.entries is None or value.get("description") is None:
            continue
        options = value.get("options")
        given = tuple(
            text for item in (options.items() if options is not None else ()) if (text := item.text) is not None
        )
        default = value.get("value")
        found.append(
            Input(
                name,
                Place(value.source.path, value.node.key_span()),
                type="choice" if given else "string",
                default=None if default is None or not default.text else default.text,
                options=given,
            )
        )
    return tuple(found)
