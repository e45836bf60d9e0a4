"""Which files are nginx configurations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("nginx",)
EXAMPLES = {"nginx": "nginx/site.conf"}

_FOLDERS = frozenset(
    {
        *("nginx", ".nginx", "openresty", "sites-available", "sites-enabled", "conf.d", "snippets", "vhost", "vhosts"),
        *(
            "vhost.d",
            "stream-available",
            "streams-available",
            "stream-enabled",
            "streams-enabled",
            "stream.d",
            "nginx.d",
        ),
    }
)
_TEMPLATES = (".template", ".j2", ".jinja", ".jinja2", ".erb", ".tpl", ".tmpl", ".in", ".example", ".sample", ".dist")
# File names under nginx/ that belong to something else.
_OTHERS = (
    *(".yml", ".yaml", ".json", ".md", ".sh", ".html", ".lua", ".js", ".ts", ".pem", ".crt", ".key", ".env", ".txt"),
    *(
        ".py",
        ".go",
        ".rb",
        ".php",
        ".java",
        ".css",
        ".scss",
        ".xml",
        ".ini",
        ".toml",
        ".service",
        ".png",
        ".svg",
        ".ico",
    ),
)


def by_path(name: FileName) -> Guess | None:
    """Return a sure guess for names that only nginx has, an unsure one for places where nginx files usually stand."""
    file = name.name
    plain = _plain(file)
    if (plain == "nginx" and file != plain) or (plain.startswith("nginx.") and plain.endswith(".conf")):
        return Guess("nginx", f"named {file}")
    if file.endswith((".nginx", ".nginx.conf", ".vhost")) and not file.startswith(("dockerfile", "containerfile")):
        return Guess("nginx", "named *.nginx or *.vhost")
    if plain.startswith("nginx.conf.") and not plain.endswith(_OTHERS):
        return Guess("nginx", "named nginx.conf with a suffix", sure=False)
    if plain.endswith(".conf"):
        return Guess("nginx", "named *.conf", sure=False)
    if not _FOLDERS.isdisjoint(name.folders) and not file.endswith(_OTHERS):
        return Guess("nginx", "stands in a folder of nginx", sure=False)
    return None


def by_content(name: FileName, text: str) -> Guess | None:
    """Return a guess when a statement outside all braces is one that only nginx has."""
    plain = _plain(name.name)
    near = not _FOLDERS.isdisjoint(name.folders) or "nginx" in plain
    dotted = "." in plain[1:]
    if not (plain.endswith(".conf") or not dotted or near) or plain.endswith(_OTHERS):
        return None
    if ";" not in text and "{" not in text:
        return None
    from maverick_lint.formats.nginx.content import evidence

    found = evidence(text, near=near)
    return Guess("nginx", f"`{found}` outside all braces") if found else None


def _plain(file: str) -> str:
    """Return the name without the suffixes of templates and samples."""
    while file.endswith(_TEMPLATES):
        file = file.rpartition(".")[0]
    return file
