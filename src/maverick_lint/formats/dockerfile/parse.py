"""Reads a Dockerfile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from maverick_lint.core.document import Comment, Document, ParseError
from maverick_lint.core.span import Span
from maverick_lint.formats.dockerfile.model import Dockerfile
from maverick_lint.formats.dockerfile.read import Reader as Lines
from maverick_lint.formats.dockerfile.scan import Scan, scan

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader, Script
    from maverick_lint.core.source import Source
    from maverick_lint.formats.dockerfile.instruction import Instruction

_TEMPLATES: Final = (
    ".j2",
    ".jinja",
    ".jinja2",
    ".tmpl",
    ".tpl",
    ".template",
    ".in",
    ".erb",
    ".m4",
    ".mustache",
    ".hbs",
)
_MOST_STAGES: Final = 500
_MOST_ERRORS: Final = 100  # a file with more of them is most likely something else
_OURS: Final = ("docker/dockerfile", "docker.io/docker/dockerfile", "docker.io/docker/dockerfile-upstream")


def parse(source: Source, kind: str, reader: Reader) -> Document[Any]:  # noqa: ARG001 - common
    """Return the document of a Dockerfile or of a bake file.

    The model of a Dockerfile is None for a template and for a file without instructions.
    """
    if kind == "docker-bake":
        from maverick_lint.formats.dockerfile.bake import parse as parse_bake  # few repositories have one

        return parse_bake(source, kind)
    return _dockerfile(source, kind)


def _dockerfile(source: Source, kind: str) -> Document[Dockerfile | None]:
    found = scan(source.text)
    syntax = next((directive.value for directive in found.directives if directive.name == "syntax"), "")
    lines = Lines(found.escape, known=not syntax or syntax.startswith(_OURS))
    instructions: list[Instruction] = []
    for line in found.lines:
        if (read := lines.instruction(line)) is not None:
            instructions.append(read)
        if len(lines.errors) >= _MOST_ERRORS:
            message = (
                f"the file has {_MOST_ERRORS} faults up to here, and what follows is not read; is it a Dockerfile?"
            )
            lines.errors.append(ParseError(lines.errors[-1].span, message))
            instructions = []
            break
    if sum(instruction.name == "FROM" for instruction in instructions) > _MOST_STAGES:
        lines.errors.append(
            ParseError(instructions[0].keyword, f"the file has over {_MOST_STAGES} stages and is not judged")
        )
        instructions = []
    errors = [*found.errors[:_MOST_ERRORS], *lines.errors]
    marks = "{{" in source.text or "{%" in source.text or bool(errors)
    if lines.templated or (marks and source.path.lower().endswith(_TEMPLATES)):
        return Document(source, kind, None, comments=lambda: _comments(source.text, found))
    errors.extend(_misplaced(instructions))
    if not found.lines:
        errors.append(ParseError(Span(0, 0), "the file has no instruction, so nothing can be built of it"))
    errors.sort(key=lambda error: error.span)
    model = Dockerfile(source, tuple(instructions), tuple(found.directives), found.escape) if instructions else None
    return Document(
        source,
        kind,
        model,
        errors=tuple(errors),
        comments=lambda: _comments(source.text, found),
        scopes=lambda: tuple(instruction.span for instruction in instructions),
        scripts=lambda: _scripts(model),
    )


def _scripts(model: Dockerfile | None) -> tuple[Script, ...]:
    from maverick_lint.formats.dockerfile.scripts import scripts  # only for a program that checks them

    return () if model is None else scripts(model)


def _misplaced(instructions: list[Instruction]) -> list[ParseError]:
    """Return what stands before the first FROM and may not; a fragment without any FROM is judged as it is."""
    first = next((number for number, one in enumerate(instructions) if one.name == "FROM"), 0)
    return [
        ParseError(one.keyword, f"{one.name} stands before the first FROM, where only ARG may stand")
        for one in instructions[:first]
        if one.name != "ARG"
    ]


def _comments(text: str, found: Scan) -> tuple[Comment, ...]:
    return tuple(
        Comment(Span(start, end), text[start + 1 : end].strip(), own_line=True) for start, end in found.comments
    )
