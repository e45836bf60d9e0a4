"""gitlab-ci/adhoc-package."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.gitlab.lines import commands, sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_INSTALLERS: Final = {
    "pip": ("install",), "pip3": ("install",), "pipx": ("install", "run"), "npm": ("install", "i"), "npx": (),
    "gem": ("install",), "uvx": (),
}  # fmt: skip
_FROM_FILES: Final = frozenset({"-r", "-c", "-e", "--requirement", "--constraint", "--editable"})
_OWN: Final = frozenset({"pip", "setuptools", "wheel"})
_LOCAL: Final = r"\b(?:npm|pnpm|yarn) (?:ci|i|install)\b(?! (?:-g|--global))"
_NAME: Final = r"[A-Za-z@][\w./@-]*(?:\[[\w,-]+\])?\Z"


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each tool that a script installs in whatever version is the newest."""
    ci = document.model
    for section in sections(ci):
        if not any(word in section.source.text for word in _INSTALLERS):
            continue
        local = re.search(_LOCAL, section.source.text) is not None
        for command in commands(ci, section):
            if command.name == "npx" and local:
                # npx takes what the project has installed, if it has.
                continue
            verbs = _INSTALLERS.get(command.name)
            words = list(command.words[1:])
            if verbs is None or (verbs and (not words or words[0].text not in verbs)):
                continue
            yield from _unpinned(command.name, words[1:] if verbs else words[:1])


def _unpinned(program: str, words: list[Word]) -> Iterator[Hit]:
    texts = [word.text for word in words]
    if None in texts or not _FROM_FILES.isdisjoint(texts):
        return
    if program == "npm" and not any(text in ("-g", "--global") for text in texts):
        return
    for word in words:
        text = word.text or ""
        pinned = "@" in text[1:] if program in ("npm", "npx", "uvx") else "==" in text or "@" in text
        if (
            not pinned
            and re.match(_NAME, text)
            and text not in ("pip", "setuptools", "wheel")
            and not text.startswith(".")
        ):
            yield Hit(word.place, {"package": text, "program": program})
