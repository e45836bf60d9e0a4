"""What a text says of itself: statements that only nginx configurations have."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from maverick_lint.formats.detection import file_name
from maverick_lint.formats.nginx import detect

_LINES: Final = 4000
# A text is asked about when its kind is looked for, and when its includes are: short ones are kept in between.
_KEPT: Final = 20_000
# A block that opens at brace depth 0. `server NAME {` is another program's (FreeRADIUS, BIND).
_BLOCK: Final = (
    r"(?:(server|events|http|stream)|(upstream)\s+[\w.$\-]+|(location)\s+(?:=|~\*?|\^~)?\s*\S+"
    r"|(map|geo|split_clients)\s+\S+(?:\s+\$\w+)?|(if)\s+\(\s*\$\w+\s+(?:=|!=|!?~\*?)\s+.*\)|(types))\s*\{"
)
# A statement ended on its line by a semicolon; words that other programs use this way are not among them.
_STATEMENT: Final = (
    r"((?:proxy|fastcgi|uwsgi|grpc|ssl|gzip|client|limit_req|limit_conn|open_file_cache|keepalive|brotli|auth_basic)_\w+"
    r"|gzip|add_header|server_name|listen|access_log|error_log|try_files|log_format|set_real_ip_from|real_ip_header"
    r"|resolver|default_type|server_tokens|sendfile|tcp_nopush|tcp_nodelay|more_set_headers|worker_processes"
    r"|log_not_found|error_page|etag|expires|load_module|charset|charset_types|map_hash_bucket_size)"
    r"\s+(?!=)[^;{}]*;"
)
_NEAR: Final = r"(root|index|include|return|rewrite|deny|allow|set|alias|internal|satisfy|autoindex)\b[^;={}]*;"
_OPENED: Final = r"(server|events|http|stream|location)\b[^;]*$"
_NOISE: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\$\{[^}]*\}|#.*")
_FOREIGN: Final = r"[\w.\-]+\s*(?:=|:(?!/)|=>)|<[A-Za-z?!]|\[[\w.\-]+\]\s*$|[\"']"


def evidence(text: str, *, near: bool) -> str:
    """Return the word that shows an nginx configuration, or "".

    `near` says that the path speaks for nginx: then common words count too, and the first statement need not be
    nginx's own (it may be broken).
    """
    return (_evidence if len(text) > _KEPT else _kept)(text, near)


def _evidence(text: str, near: bool) -> str:  # noqa: FBT001 - one of two
    depth = 0
    first = True
    if text.startswith("#!"):
        return ""  # a script: Perl has `if ($x) {` outside all braces too
    for raw in text[:400_000].split("\n", _LINES)[:_LINES]:
        line = _NOISE.sub(" ", raw).strip() if len(raw) < _LINES else ""
        if not line:
            continue
        if depth == 0:
            found = re.match(_BLOCK, line) or re.match(_STATEMENT, line) or (re.match(_NEAR, line) if near else None)
            found = found or (re.fullmatch(_OPENED, line) if near else None)
            if found:
                return next(group for group in found.groups() if group)
            if first and not near and re.match(_FOREIGN, line):
                return ""
            first = False
        depth = max(0, depth + line.count("{") - line.count("}"))
    return ""


_kept = lru_cache(maxsize=256)(_evidence)


def is_candidate(path: str) -> bool:
    """Say whether a file may be a configuration, by its path."""
    return detect.by_path(file_name(path)) is not None


def is_configuration(path: str, text: str, *, landed: bool) -> bool:
    """Say whether a file is a configuration; one that lands under /etc/nginx has to read like one only."""
    name = file_name(path)
    found = detect.by_path(name)
    if found is not None and (found.sure or detect.by_content(name, text[:200_000]) is not None):
        return True
    return landed and (path.endswith((".conf", ".template")) or bool(evidence(text[:200_000], near=True)))
