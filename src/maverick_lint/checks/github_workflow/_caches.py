"""Which steps restore caches, and which workflows publish what they build."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._by_hand import ByHand

if TYPE_CHECKING:
    from maverick_lint.formats.github.model import Event, Step, Workflow

_PAGES: Final = "the README files of the actions"
_DAY: Final = "2026-11-24"
_ALWAYS: Final = ByHand(_PAGES, _DAY, frozenset({
    "actions/cache", "actions/cache/restore", "swatinem/rust-cache", "mozilla-actions/sccache-action",
    "nix-community/cache-nix-action", "determinatesystems/magic-nix-cache-action", "useblacksmith/cache",
}))  # fmt: skip
# Actions that cache unless an input is false, and unless one is true.
_UNLESS_FALSE: Final = ByHand(
    "the README files of the actions",
    "2026-11-24",
    {
        "actions/setup-go": "cache",
        "astral-sh/setup-uv": "enable-cache",
        "docker/setup-buildx-action": "cache-binary",
        "actions-rust-lang/setup-rust-toolchain": "cache",
    },
)
_UNLESS_TRUE: Final = ByHand(
    "the README files of the actions", "2026-11-24", {"gradle/actions/setup-gradle": "cache-disabled"}
)
# Actions that cache when an input asks for it.
_IF_GIVEN: Final = ByHand(
    "the README files of the actions",
    "2026-11-24",
    {
        "actions/setup-node": "cache",
        "actions/setup-python": "cache",
        "actions/setup-java": "cache",
        "actions/setup-dotnet": "cache",
        "ruby/setup-ruby": "bundler-cache",
        "pnpm/action-setup": "cache",
        "oven-sh/setup-bun": "",
    },
)
_PUBLISHERS: Final = ByHand(_PAGES, _DAY, frozenset({
    "pypa/gh-action-pypi-publish", "softprops/action-gh-release", "goreleaser/goreleaser-action",
    "js-devtools/npm-publish", "ncipollo/release-action", "rubygems/release-gem", "actions/create-release",
    "googleapis/release-please-action", "cycjimmy/semantic-release-action", "changesets/action",
    "katyo/publish-crates", "docker/build-push-action", "docker/bake-action", "redhat-actions/push-to-registry",
    "actions/deploy-pages", "peaceiris/actions-gh-pages",
    "jamesives/github-pages-deploy-action", "aws-actions/amazon-ecs-deploy-task-definition",
}))  # fmt: skip
# What a name says: `prometheus/promci/publish_release`, but not `publish-unit-test-result-action`.
_PUBLISHING: Final = re.compile(r"[/_-]publish(?:[_-]|$)(?!.*(?:test|result|report|coverage|lint))")
_SCRIPT: Final = re.compile(
    r"^[ \t]*(?:gh release create|(?:\S{1,40} -m )?twine upload|(?:uv|npm|pnpm|cargo|poetry) publish|gem push)\b"
    r"(?!.*--dry-run)",
    re.MULTILINE,
)
_PUSHING: Final = ("docker/build-push-action", "docker/bake-action")


def restores(step: Step) -> bool:
    """Say whether a step restores a cache."""
    name = step.action
    if name in _ALWAYS.rows:
        return True
    if name in _UNLESS_FALSE.rows and _text(step, _UNLESS_FALSE.rows[name]) != "false":
        return _text(step, _UNLESS_TRUE.rows.get(name, "")) != "true"
    if name in _UNLESS_TRUE.rows:
        return _text(step, _UNLESS_TRUE.rows[name]) != "true"
    if name in _IF_GIVEN.rows:
        return _text(step, _IF_GIVEN.rows[name]) not in ("", "false")
    return name == "docker/build-push-action" and "type=gha" in _text(step, "cache-from")


def publishes(workflow: Workflow) -> bool:
    """Say whether a workflow publishes: a release or a tag starts it, or one of its steps does so."""
    if any(event.name == "release" or _only_tags(event) for event in workflow.events):
        return True
    return any(_publishes(step) and not _keeps(step) for step in workflow.steps)


def _publishes(step: Step) -> bool:
    if step.run is not None:
        return _SCRIPT.search(step.run.raw) is not None
    return step.action in _PUBLISHERS.rows or _PUBLISHING.search(step.action) is not None


def _only_tags(event: Event) -> bool:
    return event.name == "push" and event.gives("tags") and not event.gives("branches", "branches-ignore")


def _keeps(step: Step) -> bool:
    """Say whether a step that could publish only builds, only checks, or pushes to a registry of the job itself."""
    if step.action in _PUSHING:
        texts = [node.raw for node in (*step.inputs.values(), *step.env.values())]
        return _text(step, "push") in ("", "false") or any("localhost:" in text for text in texts)
    arguments = _text(step, "args")
    return step.action.startswith("goreleaser/") and (
        arguments.startswith(("check", "build")) or "--snapshot" in arguments or "--skip=publish" in arguments
    )


def _text(step: Step, name: str) -> str:
    node = step.given(name) if name else None
    return "" if node is None else node.raw.strip().lower()
