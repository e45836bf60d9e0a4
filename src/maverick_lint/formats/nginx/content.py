"""What a text says of itself: statements that only nginx configurations have."""

from __future__ import annotations

import re
from typing import Final

_LINES: Final = 4000
# A block that opens at brace depth 0. `server NAME {` is another program's (FreeRADIUS, BIND).
_BLOCK: Final = re.compile(
    r"(?:(server|events|http|stream)|(upstream)\s+[\w.$\-]+|(location)\s+(?:=|~\*?|\^~)?\s*\S+"
    r"|(map|geo|split_clients)\s+\S+(?:\s+\$\w+)?|(if)\s+\(\s*\$\w+.*\)|(types))\s*\{"
)
# A statement ended on its line by a semicolon; words that other programs use this way are not among them.
_STATEMENT: Final = re.compile(
    r"((?:proxy|fastcgi|uwsgi|grpc|ssl|gzip|client|limit_req|limit_conn|open_file_cache|keepalive|brotli|auth_basic)_\w+"
    r"|gzip|add_header|server_name|listen|access_log|error_log|try_files|log_format|set_real_ip_from|real_ip_header"
    r"|resolver|default_type|server_tokens|sendfile|tcp_nopush|tcp_nodelay|more_set_headers|worker_processes"
    r"|log_not_found|error_page|etag|expires|load_module|charset|charset_types|map_hash_bucket_size)"
    r"\s+(?!=)[^;{}]*;"
)
_NEAR: Final = re.compile(
    r"(root|index|include|return|rewrite|deny|allow|set|alias|internal|satisfy|autoindex)\b[^;={}]*;"
)
_OPENED: Final = re.compile(r"(server|events|http|stream|location)\b[^;]*$")
_NOISE: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\$\{[^}]*\}|#.*")
_FOREIGN: Final = re.compile(r"[\w.\-]+\s*(?:=|:(?!/)|=>)|<[A-Za-z?!]|\[[\w.\-]+\]\s*$|[\"']")


def evidence(text: str, *, near: bool) -> str:
    """Return the word that shows an nginx configuration, or "".

    `near` says that the path speaks for nginx: then common words count too, and the first statement need not be
    nginx's own (it may be broken).
    """
    depth = 0
    first = True
    for raw in text[:400_000].split("\n", _LINES)[:_LINES]:
        line = _NOISE.sub(" ", raw).strip() if len(raw) < _LINES else ""
        if not line:
            continue
        if depth == 0:
            found = _BLOCK.match(line) or _STATEMENT.match(line) or (_NEAR.match(line) if near else None)
            found = found or (_OPENED.fullmatch(line) if near else None)
            if found:
                return next(group for group in found.groups() if group)
            if first and not near and _FOREIGN.match(line):
                return ""
            first = False
        depth = max(0, depth + line.count("{") - line.count("}"))
    return ""
