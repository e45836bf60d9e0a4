"""Where COPY and ADD put things, and whether the project itself is installed."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Placed
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.dockerfile.instruction import Instruction
    from maverick_lint.formats.dockerfile.model import Dockerfile, Stage

# Compiled at their first use: a file without RUN needs none of them.
_INSTALLS: Final = (
    r"\b(?:uv|poetry|pdm|hatch|rye|pipenv|flit|conda|npm link)\b|setup\.py|\.pth\b|site-packages|"
    r"\binstall\b[^&|;\n]*\s(?:-e|--editable|\.{1,2}(?:/|\s|\[|$)|/)"
)
_INSTALL: Final = r"\b(?:install|add|sync)\b"
_PACKAGE: Final = r"[a-z][\w./-]*"
_FILE: Final = r"[\w.-]+\.(?:sh|py|js|mjs|cjs|ts|rb|pl|php)\b"
_PARTS: Final = r"&&|\|\||;|\n"
_TOUCHING: Final = ("chmod", "chown", "sed", "dos2unix", "ls", "test", "cat")
_STRANGE: Final = ("*", "?", "[", "://", "@", "<<")


def placed(stage: Stage, path: str) -> tuple[tuple[Placed, ...], str | None]:
    """Return all that a stage's chain copies, and its last working folder; None when that is unknown."""
    found: list[Placed] = []
    folder: str | None = None
    for instruction in stage.inherited:
        if instruction.name == "WORKDIR":
            folder = _joined(folder, instruction.value(instruction.rest))
        elif instruction.name in ("COPY", "ADD"):
            found.extend(_of(instruction, folder, path))
    return tuple(found), folder


def installs_project(model: Dockerfile) -> bool:
    """Say whether a RUN may install the project itself: then its modules are found wherever they lie."""
    return any(re.search(_INSTALLS, one.rest) is not None for one in model.instructions if one.name == "RUN")


def installed(model: Dockerfile) -> frozenset[str]:
    """Return every word of the RUN instructions that install something, in lower case."""
    texts = (one.rest.lower() for one in model.instructions if one.name == "RUN")
    return frozenset(word for text in texts if re.search(_INSTALL, text) for word in re.findall(_PACKAGE, text))


def handled(model: Dockerfile) -> frozenset[str]:
    """Return the names of files of programs in RUN instructions, but for those that only change their mode or owner."""
    found: set[str] = set()
    for one in model.instructions:
        if one.name == "RUN" and re.search(_FILE, one.rest) is not None:
            for part in re.split(_PARTS, one.rest):
                if not part.lstrip().startswith(_TOUCHING):
                    found.update(re.findall(_FILE, part))
    return frozenset(found)


def _of(instruction: Instruction, folder: str | None, path: str) -> Iterator[Placed]:
    words = instruction.arguments
    written = instruction.value(words[-1].text) if words else None
    target = _joined(folder, written)
    into = len(words) > 2 or (written or "").endswith(("/", ".")) or written == ""  # noqa: PLR2004 - two sources
    elsewhere = instruction.flag("from") is not None
    for word in words[:-1]:
        text = None if elsewhere else instruction.value(word.text)
        known = text is not None and not any(sign in text for sign in _STRANGE)
        source = posixpath.normpath(text.lstrip("/") or ".") if known and text is not None else None
        yield Placed("" if source == "." else source, target, Place(path, word.span), into, elsewhere)


def _joined(folder: str | None, text: str | None) -> str | None:
    text = None if text is None else text.strip().strip("\"'")
    if not text or "$" in text:
        return None
    if text.startswith("/"):
        return posixpath.normpath(text)
    return None if folder is None else posixpath.normpath(posixpath.join(folder, text))
