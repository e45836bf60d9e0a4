"""What Dependabot refuses in its settings.

Source: docs.github.com, "Dependabot options reference" and "Dependabot supported ecosystems" (2026-11-24).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats._shape.faults import faults
from maverick_lint.formats._shape.shape import (
    ANY,
    BOOLEAN,
    INTEGER,
    TEXT,
    TEXTS,
    Shape,
    list_of,
    mapping_of,
    one_of,
    record,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node

_ECOSYSTEMS: Final = (
    "bazel", "bun", "bundler", "cargo", "composer", "conda", "deno", "devcontainers", "docker", "docker-compose",
    "dotnet-sdk", "elm", "github-actions", "gitsubmodule", "gomod", "gradle", "helm", "julia", "maven", "mix", "nix",
    "npm", "nuget", "opentofu", "pip", "pre-commit", "pub", "rust-toolchain", "sbt", "swift", "terraform", "uv",
    "vcpkg", "xcode",
)  # fmt: skip
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_INTERVALS: Final = ("daily", "weekly", "monthly", "quarterly", "semiannually", "yearly", "cron")

_SCHEDULE: Final = record(
    "`schedule`",
    {"interval": one_of(*_INTERVALS), "day": one_of(*_DAYS), "time": TEXT, "timezone": TEXT, "cronjob": TEXT},
    ("interval",),
)
_COMMIT: Final = record("`commit-message`", {"prefix": TEXT, "prefix-development": TEXT, "include": TEXT})
_COOLDOWN: Final = record(
    "`cooldown`",
    {
        "default-days": INTEGER, "semver-major-days": INTEGER, "semver-minor-days": INTEGER,
        "semver-patch-days": INTEGER, "include": TEXTS, "exclude": TEXTS,
    },
)  # fmt: skip
_UPDATE: Final = record(
    "an update",
    {
        "package-ecosystem": one_of(*_ECOSYSTEMS), "directory": TEXT, "directories": TEXTS, "schedule": _SCHEDULE,
        "allow": list_of(ANY), "assignees": TEXTS, "commit-message": _COMMIT, "cooldown": _COOLDOWN,
        "enable-beta-ecosystems": BOOLEAN, "exclude-paths": TEXTS, "groups": mapping_of(ANY), "ignore": list_of(ANY),
        "insecure-external-code-execution": one_of("allow", "deny"), "labels": TEXTS, "milestone": INTEGER,
        "multi-ecosystem-group": TEXT, "open-pull-requests-limit": INTEGER, "patterns": TEXTS,
        "pull-request-branch-name": record("`pull-request-branch-name`", {"separator": TEXT}),
        "rebase-strategy": one_of("auto", "disabled"), "registries": ANY, "reviewers": TEXTS, "target-branch": TEXT,
        "vendor": BOOLEAN, "versioning-strategy": TEXT, "name": TEXT,
    },
    ("package-ecosystem",),
)  # fmt: skip
_FILE: Final[Shape] = record(
    "Dependabot's settings",
    {
        "version": INTEGER, "updates": list_of(_UPDATE), "registries": mapping_of(ANY),
        "enable-beta-ecosystems": BOOLEAN, "multi-ecosystem-groups": mapping_of(ANY),
    },
    ("version", "updates"),
)  # fmt: skip


def dependabot_faults(root: Node) -> Iterator[ParseError]:
    """Yield what is wrong with Dependabot's settings."""
    yield from faults(root, _FILE)
    version = root.get("version")
    if version is not None and version.is_scalar and version.raw not in ("2", ""):
        yield ParseError(version.span, f"`version` must be 2, and this is `{version.raw}`")
    updates = root.get("updates")
    for update in updates.items() if updates is not None else ():
        if not update.is_map or update.get("multi-ecosystem-group") is not None:
            continue
        first = update.children[0][0] if update.children else None
        span = update.span if first is None else first.span
        if update.get("schedule") is None:
            yield ParseError(span, "the key `schedule` of an update is missing")
        if update.get("directory") is None and update.get("directories") is None:
            yield ParseError(span, "an update names neither `directory` nor `directories`")
