"""An archive is copied and then unpacked, which ADD does in one layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Span
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction

# What ADD unpacks by itself: tar, plain or compressed (Dockerfile reference, "ADD", 2026-08); zip is not among it.
_ARCHIVES: Final = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".tzst")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each archive of the context that a later RUN of the stage unpacks with tar."""
    for stage in document.model.stages:
        copied: dict[str, tuple[Span, str]] = {}
        for instruction in stage.instructions:
            if instruction.name == "COPY" and instruction.flag("from") is None:
                copied.update(_archives(instruction))
            if instruction.name != "RUN" or not copied:
                continue
            for command in document.model.commands(instruction):
                name = _unpacked(command, copied)
                if name:
                    span, written = copied.pop(name)
                    related = Related(command.words[0].place, "it is unpacked here")
                    yield Hit(span, {"archive": written}, related=(related,))


def _archives(instruction: Instruction) -> Iterator[tuple[str, tuple[Span, str]]]:
    """Yield the name that each copied archive has in the image, with its place in the COPY."""
    *sources, target = instruction.arguments or (None,)
    for word in sources:
        if word is None or target is None or not word.text.lower().endswith(_ARCHIVES) or "*" in word.text:
            continue
        renamed = len(sources) == 1 and target.text.lower().endswith(_ARCHIVES)
        yield _base(target.text if renamed else word.text), (word.span, word.text)


def _unpacked(command: Command, copied: dict[str, tuple[Span, str]]) -> str:
    texts = [text or "" for text in command.arguments]
    if command.name not in ("tar", "bsdtar") or not any(_extracts(text, n) for n, text in enumerate(texts)):
        return ""
    return next((_base(text) for text in texts if _base(text) in copied), "")


def _extracts(text: str, number: int) -> bool:
    if text.startswith("--"):
        return text in ("--extract", "--get")
    return "x" in text if text.startswith("-") else number == 0 and "x" in text and "." not in text


def _base(path: str) -> str:
    return path.rpartition("/")[2]
