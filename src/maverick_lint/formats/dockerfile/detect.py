"""Which files are Dockerfiles, and which are files of Docker's bake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("dockerfile", "docker-bake")
EXAMPLES = {"dockerfile": "Dockerfile", "docker-bake": "docker-bake.hcl"}

_STEMS = ("dockerfile", "containerfile")
_NEVER = frozenset({".dockerignore", ".containerignore", ".md", ".rst", ".adoc", ".patch", ".diff", ".swp"})
# A suffix that is a language as often as the name of a variant (Dockerfile.go): the content decides.
_ASK = frozenset(
    {".py", ".go", ".js", ".ts", ".rs", ".rb", ".java", ".php", ".sh", ".lua", ".txt", ".json", ".yml", ".yaml", ".xml"}
    | {".html", ".lock", ".bak", ".orig", ".old", ".toml", ".snap"}
)


def by_path(name: FileName) -> Guess | None:
    """Claim Dockerfile, Dockerfile.x and x.Dockerfile, so Containerfile, whatever their case; and docker-bake.hcl."""
    text = name.name
    if name.suffix in (".hcl", ".json") and text.startswith(("docker-bake.", "bake.")):
        return Guess("docker-bake", "named docker-bake")
    if "file" not in text or name.suffix in _NEVER:
        return None
    for stem in _STEMS:
        if text == stem or (name.suffix == f".{stem}" and len(text) > len(stem) + 1):
            return Guess("dockerfile", f"named {stem.capitalize()}")
        if text.startswith(stem) and text[len(stem)] in ".-_":
            sure = text[len(stem)] == "." and name.suffix not in _ASK
            return Guess("dockerfile", f"named {stem.capitalize()}", sure)
    return None


def by_content(name: FileName, text: str) -> Guess | None:
    """Claim a file that a path left open when its first statement is one that opens a Dockerfile."""
    if name.suffix == ".hcl":
        known = 'target "' in text and ("dockerfile" in text or "contexts" in text)
        return Guess("docker-bake", "a bake file that names targets and a Dockerfile") if known else None
    if by_path(name) is None:
        return None
    for line in text.splitlines():
        words = line.split(None, 1)
        if words and not words[0].startswith("#"):
            opens = words[0].upper() in ("FROM", "ARG") and len(words) > 1
            return Guess("dockerfile", "begins like a Dockerfile") if opens else None
    return None
