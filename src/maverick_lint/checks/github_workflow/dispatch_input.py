"""github-workflow/dispatch-input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow

# docs.github.com, "Events that trigger workflows", section on workflow_dispatch (2026-11-24).
_MOST: Final = 25


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each input whose type, options and default do not fit together."""
    for event in document.model.events:
        given = event.settings.get("inputs") if event.settings is not None else None
        if event.name not in ("workflow_dispatch", "workflow_call") or given is None:
            continue
        inputs = list(given.pairs().items())
        if event.name == "workflow_dispatch" and len(inputs) > _MOST:
            name, node = inputs[_MOST]
            yield Hit(node.key or node, {"name": name, "count": len(inputs), "most": _MOST}, "many")
        for name, node in inputs:
            if node.is_map:
                yield from _choice(name, node) if event.name == "workflow_dispatch" else ()
                yield from _default(name, node)
                required, default = node.get("required"), node.get("default")
                if event.name == "workflow_call" and required is not None and required.raw == "true" and default:
                    yield Hit(default.key or default, {"name": name}, "unused", level="note")


def _choice(name: str, node: Node) -> Iterator[Hit]:
    kind, listed, default = node.get("type"), node.get("options"), node.get("default")
    choice = kind is not None and kind.text == "choice"
    if not choice:
        if listed is not None and (kind is None or "{{" not in kind.raw):
            found = "string" if kind is None else kind.raw
            yield Hit(listed.key or listed, {"name": name, "type": found}, "options")
        return
    items = listed.items() if listed is not None else []
    if not items and kind is not None and (listed is None or listed.is_list):
        yield Hit(kind, {"name": name}, "none")
        return
    seen: dict[str, None] = {}
    for item in items:
        if item.raw in seen:
            yield Hit(item, {"name": name, "value": item.raw}, "twice")
        seen[item.raw] = None
    if default is not None and default.text is not None and default.raw not in seen and "{{" not in default.raw:
        yield Hit(default, {"name": name, "value": default.raw, "options": ", ".join(f"`{one}`" for one in seen)})


def _default(name: str, node: Node) -> Iterator[Hit]:
    kind, default = node.get("type"), node.get("default")
    if kind is None or default is None or default.text is None or "{{" in default.raw:
        return
    if kind.raw == "boolean" and default.raw not in ("true", "false"):
        yield Hit(default, {"name": name, "value": default.raw, "type": "true or false"}, "type")
    if kind.raw == "number" and not _is_number(default.raw):
        yield Hit(default, {"name": name, "value": default.raw, "type": "a number"}, "type")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return text.lower().startswith(("0x", "0o"))
    return True
