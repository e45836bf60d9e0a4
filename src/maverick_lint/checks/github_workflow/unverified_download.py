"""github-workflow/unverified-download."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# A file and where it comes from: `curl -o NAME`, `curl ... > NAME`, `wget -O NAME`.
_FETCH: Final = re.compile(
    r"\b(?:curl|wget)\b[^\n|;&]*?(?:[ \t]-(?:\w*o|O|-output)[ \t=]+|>[ \t]*)"
    r"([\"']?)((?:\$\{\{[^}\n]*\}\}|[\w./${}~-])+)\1"
)
_CHECKS: Final = re.compile(
    r"sha\d+sum|shasum|\bgpgv?\b|\bcosign\b|minisign|attestation verify|openssl dgst|Get-FileHash"
)


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each file that a script downloads, does not check, and runs or installs."""
    for step in document.model.steps:
        text = "" if step.run is None else step.run.raw
        if step.run is None or not ("curl" in text or "wget" in text) or _CHECKS.search(text):
            continue
        folded = text.replace("\\\n", "  ")  # continued lines are one, of the same length
        for match in _FETCH.finditer(folded):
            name = match.group(2)
            run = _use(name).search(folded, match.end()) if name not in ("-", "/dev/null") else None
            if run is not None:
                inner = embedded(document.source, step.run)
                related = (Related(inner.outer(Span(*run.span())), "runs or installs it"),)
                yield Hit(inner.outer(Span(*match.span())), {"name": name.rpartition("/")[2] or name}, related=related)


def _use(name: str) -> re.Pattern[str]:
    """Return what matches a call, an installation or a right to run of a file."""
    path = rf"[\"']?{re.escape(name)}[\"']?(?![\w.-])"
    return re.compile(
        rf"(?m)\bchmod [^\n;&|]*{path}|\b(?:bash|sh|python3?|dpkg|rpm|apt(?:-get)?|source)\b[^\n;&|<]* {path}"
        rf"|(?:^|[;&|])[ \t]*(?:sudo )?(?:\./)?{path}|\binstall [^\n;&|]*{path}"
    )
