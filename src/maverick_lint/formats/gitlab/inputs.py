"""Inputs: their definitions in `spec`, and the places `$[[ inputs.name | filter ]]` where they are filled in.

Source: docs.gitlab.com/ci/inputs/ and /ci/yaml/#specinputs (2026-11-24).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.span import Span
from maverick_lint.formats.gitlab.kinds import near, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.formats.gitlab.model import GitlabCi

_PLACE: Final = re.compile(r"\$\[\[(.{0,500}?)\]\]", re.DOTALL)
_NAME: Final = re.compile(r"(inputs|component|matrix)((?:\.[A-Za-z0-9_-]+|\[[0-9]+\])+)\Z")
_FILTERS: Final = {
    "expand_vars": re.compile(r"expand_vars\Z"),
    "truncate": re.compile(r"truncate\(\s*[0-9]+\s*,\s*[0-9]+\s*\)\Z"),
    "posix_escape": re.compile(r"posix_escape\Z"),
}
_MOST_FILTERS: Final = 3
_MOST_PLACES: Final = 2_000
_LONGEST: Final = 60
_MOST_REPEATS: Final = 4
# No groups that are repeated or look around, and no escapes of one dialect only.
_PLAIN: Final = re.compile(r"(?:[^\\()*+?{}]|\\[dws.\-/]|\((?!\?)|\)(?![*+?{])|[*+?]|\{\d+(?:,\d*)?\}){1,100}")
_KINDS: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,), "number": (int, float), "boolean": (bool,),
}  # fmt: skip


def input_faults(ci: GitlabCi) -> Iterator[ParseError]:
    """Yield what is wrong with the inputs of a file and with the places that use them."""
    spec = None if ci.header is None else ci.header.get("spec")
    given = None if spec is None else spec.get("inputs")
    defined = given.pairs() if given is not None else {}
    for name, node in defined.items():
        yield from _definition(name, node)
    outside = spec is not None and spec.get("include") is not None
    text = ci.source.text
    for number, match in enumerate(_PLACE.finditer(text)):
        if number >= _MOST_PLACES:
            return
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if line.lstrip().startswith("#") or " # " in line:
            continue
        yield from _place(match, defined, known=spec is not None and not outside)


def _place(match: re.Match[str], defined: dict[str, Node], *, known: bool) -> Iterator[ParseError]:
    name, *filters = [part.strip() for part in match[1].split("|")]
    start = match.start(1) + len(match[1]) - len(match[1].lstrip())
    span = Span(start, start + len(name))
    found = _NAME.match(name)
    if found is None:
        yield ParseError(span if name else Span(*match.span()), f"`{short(name)}` names no input; write `inputs.name`")
        return
    wanted = re.split(r"[.\[]", found[2][1:])[0]
    if found[1] == "inputs" and known and wanted not in defined:
        yield ParseError(span, f"the input `{wanted}` is not defined in `spec`{near(wanted, list(defined))}")
    position = match.start(1)
    for number, text in enumerate(filters):
        position = match.string.find(text, position) if text else position
        at = Span(position, position + max(1, len(text)))
        word = text.partition("(")[0].strip()
        if number == _MOST_FILTERS:
            yield ParseError(at, f"has {len(filters)} filters, and GitLab takes {_MOST_FILTERS}")
        elif word not in _FILTERS:
            yield ParseError(at, f"`{short(text)}` is no filter: {', '.join(_FILTERS)} are{near(word, list(_FILTERS))}")
        elif not _FILTERS[word].match(text):
            wants = "truncate(offset, length)" if word == "truncate" else word
            yield ParseError(at, f"the filter `{short(text)}` is written `{wants}`")


def _definition(name: str, node: Node) -> Iterator[ParseError]:
    kind, default, options = node.get("type"), node.get("default"), node.get("options")
    wanted = "string" if kind is None else kind.raw
    rules = node.get("rules")
    if rules is not None:
        for key in ("options", "default"):
            if node.get(key) is not None:
                yield ParseError(
                    node.pairs()[key].key_span(), f"the input `{name}` has `rules`, which give its `{key}`"
                )
    if default is not None and not _fits(default, wanted):
        yield ParseError(default.span, f"the default of the input `{name}` must be of type {wanted}")
    elif default is not None and options is not None and default.value is not None:
        values = [item.raw for item in options.items()]
        if default.is_scalar and default.raw not in values and "$" not in default.raw:
            message = f"the default `{short(default.raw)}` of the input `{name}` is none of its `options`"
            yield ParseError(default.span, message)
    regex = node.get("regex")
    if regex is not None and wanted != "string":
        yield ParseError(regex.key_span(), f"the input `{name}` is of type {wanted}, and `regex` is for type string")
    elif regex is not None and default is not None and _refuses(regex.raw, default.raw):
        message = f"the default `{short(default.raw)}` of the input `{name}` does not match its `regex`"
        yield ParseError(default.span, message)


def _refuses(pattern: str, text: str) -> bool:
    """Say whether a pattern surely does not match a text: one that every dialect reads alike, and soon."""
    repeats = sum(pattern.count(sign) for sign in "*+?{")
    if len(text) > _LONGEST or repeats > _MOST_REPEATS or _PLAIN.fullmatch(pattern) is None or "$" in text:
        return False
    try:
        return re.search(pattern, text) is None
    except re.error:
        return False


def _fits(node: Node, wanted: str) -> bool:
    if wanted not in _KINDS:
        return node.is_list or node.value is None or wanted != "array"
    if not node.is_scalar:
        return False
    if wanted == "number" and isinstance(node.value, bool):
        return False
    return node.value is None or isinstance(node.value, _KINDS[wanted])
