"""`!reference`: what it names has to be there, for GitLab looks before it follows `extends`.

Source: docs.gitlab.com/ci/yaml/yaml_optimization/#reference-tags (2026-11-24).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats.gitlab.kinds import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.formats.gitlab.model import GitlabCi
    from maverick_lint.formats.gitlab.tree import Value

_MOST: Final = 20_000
# Each one that leads nowhere is compared with every name there is.
_MOST_FAULTS: Final = 40


def reference_faults(ci: GitlabCi) -> Iterator[ParseError]:
    """Yield the references of a file that are written wrong, and those that lead nowhere where every file is known."""
    waiting = [ci.own]
    told = 0
    for _ in range(_MOST):
        if not waiting or told == _MOST_FAULTS:
            return
        node = waiting.pop()
        if node.tag == "!reference":
            fault = _fault(ci, node)
            if fault is not None:
                told += 1
                yield fault
        elif node.anchor is None:
            waiting.extend(child for _, child in node.children)


def _fault(ci: GitlabCi, node: Node) -> ParseError | None:
    names = [item.text for item in node.items()] if node.is_list else []
    if not names or None in names:
        return ParseError(node.span, "`!reference` takes a list of names, as in `!reference [.job, script]`")
    if not (ci.entry and ci.complete) or any("$[[" in (name or "") for name in names):
        return None
    value: Value | None = None
    for number, (name, item) in enumerate(zip(names, node.items(), strict=True)):
        known = ci.top if value is None else value.entries
        if known is None or (value is not None and value.node.tag == "!reference"):
            return None  # a list, or what another reference stands for
        found = known.get(name or "")
        if found is None:
            return _nowhere(str(name), names[number - 1] if number else None, item, value, list(known))
        value = found
    return None


def _nowhere(name: str, parent: str | None, item: Node, value: Value | None, known: list[str]) -> ParseError:
    if parent is None:
        return ParseError(item.span, f"`!reference` names `{name}`, and there is none{near(name, known)}")
    taken = value is not None and value.get("extends") is not None
    more = "; it looks before `extends` is followed" if taken else near(name, known)
    return ParseError(item.span, f"`!reference` names `{name}` of `{parent}`, which has none of its own{more}")
