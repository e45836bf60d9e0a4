"""github-workflow/unpinned-tool."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._scripts import matches
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats._by_hand import ByHand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# Actions that install the newest version of a tool unless an input names one (their README files, 2026-11-24).
_INPUTS: Final = ByHand(
    "the README files of the actions",
    "2026-11-24",
    {
        "aquasecurity/setup-trivy": "version",
        "1password/load-secrets-action": "version",
        "extractions/setup-just": "just-version",
        "extractions/setup-crate": "version",
        "hashicorp/setup-terraform": "terraform_version",
        "azure/setup-kubectl": "version",
        "azure/setup-helm": "version",
        "golangci/golangci-lint-action": "version",
        "goreleaser/goreleaser-action": "version",
    },
)


# An installation by a script: its program, and the words behind it on the line.
_INSTALL: Final = re.compile(
    r"(?m)(?:^|[;&|(\"]|\bthen |\bdo )[ \t]*(?:sudo (?:-\S+ )?)?(?:[\w./${}-]{0,80}/)?"
    r"((?:python3? -m )?pip3? install|uv (?:pip|tool) install|uv tool run|uvx|pipx (?:install|run)|go install"
    r"|cargo (?:install|binstall)) +([^\n;&|)#]+)"
)
# Those that run one package, with words for it behind.
_ONE: Final = ("uvx", "run")
# Options with a word of their own, and those by which the project or a file says what is taken.
_WORD: Final = re.compile(r"\S+")
_VALUED: Final = frozenset({"-i", "--index-url", "--extra-index-url", "--python", "-p", "--features", "--target", "-t"})
_NAMED: Final = frozenset({
    "-r", "--requirement", "-c", "--constraint", "-e", "--editable", "--require-hashes", "--path", "--git", "--version",
    "--vers", "--from", "--with", "--no-index", "--group", "--exclude-newer", "--find-links", "--list", "-f",
})  # fmt: skip
_PINNED: Final = re.compile(r"[=@$%:/\\<>*]|\.(?:whl|gz|zip)\Z|\A[.~]")
_SCRIPTS: Final = ("pip", "uv ", "uvx", "go install", "cargo ")
_SAME: Final = ("jactionlint:unpinned-tools", "jactionlint:unlocked-install")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each action and each script that installs the newest version of a tool."""
    for step in document.model.steps:
        if step.uses is None:
            continue
        name = _INPUTS.rows.get(step.action, "")
        given = step.given(name) if name else None
        elsewhere = any(one.lower().endswith(("version-file", "install-mode")) for one in step.inputs)
        if name and given is None and not elsewhere:
            yield Hit(step.uses, {"action": step.action, "input": name})
        for key, node in step.inputs.items():
            if key.lower().endswith("version") and node.raw.strip().lower() in ("latest", "*"):
                yield Hit(node, {"action": step.action or step.uses.raw, "input": key}, "latest")
    for _, match, span in matches(document.model, _INSTALL, *_SCRIPTS):
        for start, end, name in _unpinned(match.group(1), match.group(2)):
            offset = span.end - (match.end() - match.start(2))
            values = {"tool": match.group(1), "name": name}
            yield Hit(Span(offset + start, offset + end), values, "script", equivalents=_SAME)


def _unpinned(program: str, words: str) -> Iterator[tuple[int, int, str]]:
    """Yield the packages of an installation that no version is named of: where each stands in the words, its name."""
    given = [*_WORD.finditer(words)]
    if "$(" in words or "`" in words or any(word[0].partition("=")[0] in _NAMED for word in given):
        return
    skipped = False
    for word in given:
        name = word[0].strip("\"'")
        if skipped or not name or name.startswith("-"):
            skipped = word[0] in _VALUED
            continue
        latest = program == "go install" and name.endswith("@latest")
        if latest or (program != "go install" and not _PINNED.search(name)):
            yield word.start(), word.end(), name
        if program.endswith(_ONE):
            return
