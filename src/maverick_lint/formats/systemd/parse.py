"""Reads a unit file (systemd.syntax(7), systemd 257)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Comment, Document, ParseError
from maverick_lint.core.record import replace
from maverick_lint.core.source import Segment, Source
from maverick_lint.core.span import Span
from maverick_lint.formats.systemd.dropins import drop_ins_of
from maverick_lint.formats.systemd.model import Entry, Section, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Reader

_TEMPLATES: Final = (".j2", ".jinja", ".jinja2", ".tpl", ".tmpl", ".in", ".erb", ".template")
_LIMIT: Final = 100_000
_MARKS: Final = ("{{", "{%", "<%")


def parse(source: Source, kind: str, reader: Reader) -> Document[Unit | None]:
    """Return the document of a unit; the model is None for a template, and for what is too long to be one."""
    if len(source.text) > _LIMIT:
        return Document(source, kind, None)
    if source.path.lower().endswith(_TEMPLATES) or any(mark in source.text for mark in _MARKS):
        return Document(source, kind, None)
    reading = _Reading(source)
    reading.run()
    name, drop_in = _name(source.path)
    drop_ins = () if drop_in else tuple(_drop_ins(source.path, reader))
    unit = Unit(name, name.rpartition(".")[2], drop_in, tuple(reading.sections), drop_ins)
    if "Environment" in source.text or drop_ins:
        from maverick_lint.formats.systemd.environment import environment_of, variable_files  # few units have any

        files = tuple(variable_files(unit, reader))
        unit = replace(unit, variable_files=files, environment=environment_of(unit, files, reader))
    return Document(source, kind, unit, errors=tuple(reading.errors), comments=lambda: tuple(reading.comments))


def _drop_ins(path: str, reader: Reader) -> Iterator[Section]:
    """Yield the sections of the drop-ins that change a unit."""
    for other in drop_ins_of(path, reader):
        found = reader.read(other)
        if found is not None and len(found.text) <= _LIMIT:
            reading = _Reading(found)
            reading.run()
            yield from reading.sections


def _name(path: str) -> tuple[str, bool]:
    folder, _, name = path.rpartition("/")
    owner = folder.rpartition("/")[2]
    return (owner.removesuffix(".d"), True) if owner.endswith(".d") and name.endswith(".conf") else (name, False)


class _Reading:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self.sections: list[Section] = []
        self.errors: list[ParseError] = []
        self.comments: list[Comment] = []
        self._section: tuple[str, Span] | None = None
        self._entries: list[Entry] = []

    def run(self) -> None:
        """Read every line."""
        for pieces in self._logical_lines():
            span = Span(pieces[0].start, pieces[-1].end)
            first = self._text[pieces[0].start : pieces[0].end]
            if first.startswith("["):
                self._open(first, span)
            elif "=" in first or any("=" in self._text[p.start : p.end] for p in pieces):
                self._set(pieces)
            else:
                self.errors.append(ParseError(span, f"`{first}` has no `=`, so systemd passes over it"))
        self._close()

    def _logical_lines(self) -> Iterator[list[Span]]:
        """Yield the lines that have something to say as stretches without blanks around; continued ones together."""
        pieces: list[Span] = []
        for line in range(1, len(self._source.line_starts) + 1):
            span = self._stripped(self._source.line_span(line))
            text = self._text[span.start : span.end]
            if text.startswith(("#", ";")):
                self.comments.append(Comment(span, text[1:].strip(), own_line=True))
                continue
            if not text:
                if pieces:
                    yield pieces
                pieces = []
                continue
            continued = text.endswith("\\")
            piece = self._stripped(Span(span.start, span.end - 1)) if continued else span
            if piece.end > piece.start or pieces:
                pieces.append(piece)
            if not continued and pieces:
                yield pieces
                pieces = []
        if pieces:
            yield pieces

    def _stripped(self, span: Span) -> Span:
        text = self._text[span.start : span.end]
        start = span.start + len(text) - len(text.lstrip())
        return Span(start, max(start, span.start + len(text.rstrip())))

    def _open(self, text: str, span: Span) -> None:
        self._close()
        if not text.endswith("]"):
            self.errors.append(ParseError(span, f"the section header `{text}` does not end with `]`"))
            text += "]"
        self._section = (
            text[1:-1],
            Span(span.start + 1, max(span.start + 1, min(span.start + len(text) - 1, span.end))),
        )

    def _close(self) -> None:
        if self._section is not None:
            self.sections.append(Section(*self._section, tuple(self._entries)))
        self._section, self._entries = None, []

    def _set(self, pieces: list[Span]) -> None:
        first = self._text[pieces[0].start : pieces[0].end]
        key = first.partition("=")[0].rstrip()
        key_span = Span(pieces[0].start, pieces[0].start + len(key))
        if self._section is None:
            self.errors.append(ParseError(key_span, f"`{key}` stands before every section, so systemd passes over it"))
            return
        sign = first.find("=")
        rest = Span(pieces[0].start + (sign + 1 if sign >= 0 else len(first)), pieces[0].end)
        values = [piece for piece in (self._stripped(rest), *pieces[1:]) if piece.end > piece.start]
        span = Span(values[0].start, values[-1].end) if values else Span(rest.start, rest.start)
        source = self._joined(values)
        self._entries.append(Entry(key, key_span, source.text, span, source))

    def _joined(self, values: list[Span]) -> Source:
        parts: list[str] = []
        segments: list[Segment] = []
        length = 0
        for value in values:
            if parts:
                parts.append(" ")
                length += 1
            text = self._text[value.start : value.end]
            segments.append(Segment(length, value.start, len(text)))
            parts.append(text)
            length += len(text)
        return Source(self._source.path, "".join(parts), self._source, tuple(segments))
