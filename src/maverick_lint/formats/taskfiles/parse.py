"""Reads the file of a task runner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Document
from maverick_lint.formats.taskfiles.model import Targets

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source

_LIMIT: Final = 500_000  # nobody writes such a file by hand, and reading it would cost a second


def parse(source: Source, kind: str, reader: Reader) -> Document[Targets | None]:  # noqa: ARG001 - as every format
    """Return the document; its model is None when the text could not be read."""
    if kind == "taskfile":
        from maverick_lint.formats.taskfiles.task import read_taskfile

        return read_taskfile(source)
    if len(source.text) > _LIMIT:
        return Document(source, kind, None)
    if kind == "makefile":
        from maverick_lint.formats.taskfiles.make import is_open, make_targets

        return Document(source, kind, Targets("make", make_targets(source), is_open(source.text)))
    if kind == "justfile":
        from maverick_lint.formats.taskfiles.just import just_targets

        return Document(source, kind, Targets("just", just_targets(source)))
    if kind == "nox":
        from maverick_lint.formats.taskfiles.nox import nox_targets

        sessions = nox_targets(source)
        return Document(source, kind, None if sessions is None else Targets("nox", sessions))
    from maverick_lint.formats.taskfiles.tox import tox_targets

    return Document(source, kind, Targets("tox", tox_targets(source)))
