"""gitlab-ci/piped-download."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._scripts import matches
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_SHELL: Final = r"(?:sudo (?:-\S+ )*)?(?:/(?:usr/)?bin/)?(?:env )?(bash|sh|zsh|ash|dash|python3?|perl)\b(?! -c)"
_PIPED: Final = (
    rf"\b(?:curl|wget)\b[^|;&\n]*\|\s*{_SHELL}"
    r"|\b(bash|sh|zsh|source|\.) <\((?:curl|wget)\b"
    r"|\b(bash|sh|zsh) -c \"\$\((?:curl|wget)\b"
    r"|\beval \"?\$\((curl|wget)\b"
    r"|\b(?:iwr|irm|Invoke-WebRequest|Invoke-RestMethod)\b[^|;\n]*\|\s*(iex|Invoke-Expression)\b"
)


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each script that is run as it comes from the network."""
    for _, match, place in matches(document.model, _PIPED, "curl", "wget", "iwr", "irm", "Invoke-WebRequest"):
        yield Hit(place, {"shell": match.group(match.lastindex or 0)})
