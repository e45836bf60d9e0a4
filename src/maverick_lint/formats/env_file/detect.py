"""Which files hold environment variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("env-file",)
EXAMPLES = {"env-file": ".env"}

# Programs, templates and encrypted files that only bear the name.
_OTHER = (
    ".js", ".cjs", ".mjs", ".ts", ".py", ".rb", ".php", ".sh", ".bash", ".ps1", ".go", ".yml", ".yaml", ".json",
    ".md", ".rst", ".txt", ".html", ".j2", ".jinja", ".jinja2", ".erb", ".tpl", ".tmpl", ".mustache", ".vault",
    ".toml", ".gpg", ".enc", ".age", ".asc", ".ejs", ".xml", ".nix", ".lock", ".conf", ".rs", ".java", ".sql",
)  # fmt: skip
_MODELS = ("example", "sample", "template", "dist", "default", "defaults")


def by_path(name: FileName) -> Guess | None:
    """Claim `.env`, `.env.local`, `production.env`, `env.example` and their like."""
    base = name.name
    if base.endswith(_OTHER):
        return None
    if base == ".env" or base.startswith(".env."):
        return Guess("env-file", "named .env")
    parts = base.split(".")
    if len(parts) > 1 and (parts[-1] == "env" or (parts[-1] in _MODELS and "env" in parts[:-1])):
        return Guess("env-file", "named as a file of environment variables")
    return None


def is_model(path: str) -> bool:
    """Say whether a path is that of an example which people copy and fill in."""
    parts = path.rpartition("/")[2].lower().replace("-", ".").replace("_", ".").split(".")
    return any(part in _MODELS for part in parts)
