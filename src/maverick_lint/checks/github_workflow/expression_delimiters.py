"""github-workflow/expression-delimiters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

_CONTEXT: Final = r"(?:github|secrets|inputs|matrix|needs|steps|vars|env|runner|strategy|job)"
_WRITTEN: Final = re.compile(
    rf"\$ \{{\{{\s*{_CONTEXT}\.[^{{}}\n]*\}}\}}"
    rf"|\$\{{\s*{_CONTEXT}\.[\w.-]+\s*\}}(?!\}})"
    rf"|(?<![$\w{{]){{{{\s*{_CONTEXT}\.[\w.-]+\s*}}}}"
)
# What each of them holds, as a pattern that begins with one sign: it is found ten times as fast.
_SIGN: Final = re.compile(rf"\{{\s*{_CONTEXT}\.")
# Texts that other programs fill in: templates of commit messages, of Docker, of cookiecutter.
_OTHERS: Final = frozenset({"run", "script", "template", "format", "tags", "labels", "body", "message"})


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each text that was meant to be an expression and is none."""
    source = document.source
    if not _SIGN.search(source.text.replace("${{", "")):
        return
    for node in document.model.root.walk():
        if not node.is_scalar or "{" not in node.raw:
            continue
        key = node.key.raw if node.key is not None else ""
        for match in _WRITTEN.finditer(node.raw):
            if match[0].startswith("{{") and (
                key in _OTHERS or "template" in key or "{{" in node.raw.replace(match[0], "")
            ):
                continue
            yield Hit(embedded(source, node).outer(Span(*match.span())), {"text": " ".join(match[0].split())})
