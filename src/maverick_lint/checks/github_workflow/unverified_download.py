"""github-workflow/unverified-download."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# What stands between line ends and signs that part commands, and the words of it.
_COMMAND: Final = re.compile(r"[^\n;|&]+")
_WORD: Final = re.compile(r"(?:\$\{\{[^}\n]*\}\}|[^\s<>])+|[<>]")
_CHECKS: Final = re.compile(
    r"sha\d+sum|shasum|\bgpgv?\b|\bcosign\b|minisign|attestation verify|openssl dgst|Get-FileHash"
)
# No script that people write is as long.
_LONGEST: Final = 200_000
_INTO: Final = re.compile(r"-\w*[oO]\Z|--output\Z|--output-document\Z|>\Z")
_REMOTE_NAME: Final = re.compile(r"-\w*O\w*\Z|--remote-name(?:-all)?\Z")
_RUNNERS: Final = frozenset({
    "chmod", "bash", "sh", "zsh", "python", "python3", "dpkg", "rpm", "apt", "apt-get", "source", ".", "install",
})  # fmt: skip
_Words = list["re.Match[str]"]


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each file that a script downloads, does not check, and runs or installs."""
    for step in document.model.steps:
        text = "" if step.run is None else step.run.raw
        if step.run is None or not ("curl" in text or "wget" in text) or len(text) > _LONGEST or _CHECKS.search(text):
            continue
        folded = text.replace("\\\n", "  ")  # continued lines are one, of the same length
        inner = embedded(document.source, step.run)
        for name, fetched, used in _unchecked(folded):
            related = (Related(inner.outer(used), "runs or installs it"),)
            yield Hit(inner.outer(fetched), {"name": name.rpartition("/")[2] or name}, related=related)


def _unchecked(text: str) -> Iterator[tuple[str, Span, Span]]:
    """Yield each file that is downloaded and run later: its name, the call that fetches it, the word that runs it."""
    files: dict[str, Span] = {}
    for command in _COMMAND.finditer(text):
        words = list(_WORD.finditer(text, command.start(), command.end()))
        for word in _run(words):
            name = _plain(word[0]).removeprefix("./")
            if name in files:
                yield name, files.pop(name), Span(*word.span())
        at = next((number for number, word in enumerate(words) if word[0] in ("curl", "wget")), None)
        if at is None:
            continue
        for option, word in zip(words[at:], words[at + 1 :], strict=False):
            name = _plain(word[0]).removeprefix("./")
            if _INTO.match(option[0]) and name not in ("", "-", "/dev/null") and "://" not in name:
                files[name] = Span(words[at].start(), word.end())
                break
        else:
            files.update(_named_by_address(words[at:]))


def _named_by_address(words: _Words) -> Iterator[tuple[str, Span]]:
    """Yield the files that a call of `wget`, or of `curl -O`, names as their addresses end."""
    if words[0][0] == "curl" and not any(_REMOTE_NAME.match(word[0]) for word in words):
        return
    for word in words[1:]:
        address = _plain(word[0]).partition("?")[0]
        name = address.rpartition("/")[2]
        if "://" in address and name and "$" not in name:
            yield name, Span(words[0].start(), word.end())


def _run(words: _Words) -> _Words:
    """Return the words of a command that name what it runs or installs: the command itself, or what it is given."""
    calls = [word for word in words if word[0] not in ("sudo", "then", "do", "!", "(", "exec")]
    if not calls:
        return []
    if calls[0][0] not in _RUNNERS:
        return calls[:1]
    read = next((number for number, word in enumerate(calls) if word[0] in "<>"), len(calls))
    return calls[1:read]


def _plain(word: str) -> str:
    return word.strip("\"'()")
