"""Hooks of pre-commit, and which of them a call runs (https://pre-commit.com and prek, read 2025)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.tasks import Hook, HookSettings
from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.stack.launchers import Words
    from maverick_lint.stack.model import Stack

ACTIONS: Final = frozenset(
    {
        "pre-commit/action",
        "j178/prek-action",
        "tox-dev/action-pre-commit-uv",
        "cloudposse/github-action-pre-commit",
        "antonbabenko/pre-commit-action",
        "browniebroke/pre-commit-action",
    }
)
_NAMES: Final = frozenset({"pre-commit", "prek", "pre_commit"})
_FILES: Final = frozenset(
    {
        "-a",
        "--all-files",
        "--files",
        "--from-ref",
        "--to-ref",
        "-s",
        "-o",
        "--source",
        "--origin",
        "--last-commit",
        "-d",
        "--directory",
    }
)
_VALUED: Final = frozenset(
    {
        "-c",
        "--config",
        "--color",
        "--from-ref",
        "--to-ref",
        "-s",
        "-o",
        "--source",
        "--origin",
        "--hook-stage",
        "--stage",
        "--skip",
        "--remote-branch",
        "--commit-msg-filename",
        "--remote-name",
        "--remote-url",
        "--checkout-type",
        "-d",
        "--directory",
        "-j",
        "--refresh",
    }
)
_STAGES: Final = {"commit": "pre-commit", "push": "pre-push", "merge-commit": "pre-merge-commit"}


@record
class Call:
    """A run of hooks: the ids asked for (() for all), its stage, what is left out, and its configuration."""

    ids: tuple[str, ...] = ()
    stage: str = "pre-commit"
    skipped: frozenset[str] = frozenset()
    config: str = ""


def call_of(words: Words) -> Call | None:
    """Return the run of hooks that a command is; None for another, and for one that looks at no files in CI."""
    if words[0] not in _NAMES or "run" not in words[1:4]:
        return None
    texts = [word or "" for word in words[words.index("run") + 1 :]]
    if not any(text.partition("=")[0] in _FILES for text in texts):
        return None
    return _call(texts)


def call_of_action(uses: str, arguments: str | None) -> Call | None:
    """Return the run of hooks that an action is; None for another."""
    if uses.partition("@")[0].lower() not in ACTIONS:
        return None
    return _call((arguments or "").split())


def _call(texts: list[str]) -> Call:
    ids: list[str] = []
    values: dict[str, list[str]] = {}
    index = 0
    while index < len(texts):
        option, equals, value = texts[index].partition("=")
        if option == "--files":
            break
        if option in _VALUED:
            if not equals and index + 1 < len(texts):
                index += 1
                value = texts[index]
            values.setdefault(option, []).append(value)
        elif texts[index] and not option.startswith("-"):
            ids.append(texts[index])
        index += 1
    stage = next((values[name][-1] for name in ("--hook-stage", "--stage") if name in values), "pre-commit")
    config = next((values[name][-1] for name in ("-c", "--config") if name in values), "")
    return Call(tuple(ids), _STAGES.get(stage, stage), frozenset(values.get("--skip", ())), config)


def hooks_run(stack: Stack, call: Call) -> list[Hook]:
    """Return the hooks that a call runs."""
    every = stack.every(Hook)
    here = [hook for hook in every if hook.path == (call.config or _usual(every))]
    return [
        hook
        for hook in here
        if (not call.ids or hook.id in call.ids)
        and hook.id not in call.skipped
        and (not hook.stages or call.stage in {_STAGES.get(stage, stage) for stage in hook.stages})
    ]


def service(stack: Stack) -> HookSettings | None:
    """Return the configuration that pre-commit.ci reads, when the repository has settings for that service."""
    return next((one for one in stack.every(HookSettings) if one.ci and "/" not in one.path), None)


def _usual(hooks: Iterable[Hook]) -> str:
    paths = sorted({hook.path for hook in hooks}, key=lambda path: (path.count("/"), path))
    return paths[0] if paths else ""
