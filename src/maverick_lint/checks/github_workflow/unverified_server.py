"""github-workflow/unverified-server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._scripts import matches
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# What switches the check of a server's certificate off, in a group each (manuals of the programs, 2026-11-24).
_OFF: Final = re.compile(
    r"\bcurl\b[^\n;&|#]*?[ \t](-[sSLfvgiNOj]*k[sSLfvgiNOj]*|--insecure)(?=[ \t\n\"']|$)"
    r"|\bwget\b[^\n;&|#]*?[ \t](--no-check-certificate)\b"
    r"|\bgit\b[^\n;&|#]*?(http\.sslVerify[= ]\"?(?:false|0))\b"
    r"|\b((?:GIT_SSL_NO_VERIFY=\"?(?:1|true)|NODE_TLS_REJECT_UNAUTHORIZED=\"?0|PYTHONHTTPSVERIFY=\"?0))\b"
    r"|\bnpm\b[^\n;&|#]*?(strict-ssl[= ]false)\b"
    r"|\bpip3?\b[^\n;&|#]*?[ \t](--trusted-host)\b",
    re.IGNORECASE,
)
_WORDS: Final = (
    "curl",
    "wget",
    "sslVerify",
    "sslverify",
    "GIT_SSL",
    "NODE_TLS",
    "PYTHONHTTPS",
    "strict-ssl",
    "--trusted",
)
_VARIABLES: Final = {
    "NODE_TLS_REJECT_UNAUTHORIZED": ("0",),
    "GIT_SSL_NO_VERIFY": ("1", "true"),
    "PYTHONHTTPSVERIFY": ("0",),
}
# A server of the machine itself, or one that the job has started, has no certificate that anybody else signed.
_OWN: Final = re.compile(
    r"\blocalhost\b|\b127\.\d|\b0\.0\.0\.0\b|\[::1\]|\.(?:local|localhost|test|internal|lan)\b|//[\w-]+[:/]"
)
_HEAD: Final = re.compile(r"[ \t](?:--head|-[a-zA-Z]*I[a-zA-Z]*)(?=[ \t]|$)")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each place that has a program take the certificate of any server."""
    for _, match, span in matches(document.model, _OFF, *_WORDS):
        number = match.lastindex or 0
        text = match.string
        end = min((at for sign in "\n;&|" if (at := text.find(sign, match.end())) >= 0), default=len(text))
        line = text[match.start() : end]
        if _OWN.search(line) is not None or _HEAD.search(line) is not None:
            continue
        start = span.end - (match.end() - match.start(number))
        yield Hit(Span(start, span.end), {"option": match[number]})
    for node in document.model.root.walk():
        if node.is_scalar and node.key is not None and node.raw.lower() in _VARIABLES.get(node.key.raw, ()):
            yield Hit(node, {"option": f"{node.key.raw}: {node.raw}"})
