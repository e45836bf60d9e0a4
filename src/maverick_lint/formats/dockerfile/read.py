"""From a logical line to an instruction, and what BuildKit would refuse of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.span import Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.dockerfile import words
from maverick_lint.formats.dockerfile.instruction import Instruction
from maverick_lint.formats.dockerfile.syntax import FLAGS, problems

if TYPE_CHECKING:
    from maverick_lint.formats.dockerfile.joined import Joined
    from maverick_lint.formats.dockerfile.scan import Line

_SHELL_OR_JSON: Final = frozenset({"RUN", "CMD", "ENTRYPOINT", "SHELL"})
_LIST_OR_JSON: Final = frozenset({"COPY", "ADD", "VOLUME"})
_PLAIN: Final = frozenset({"FROM", "EXPOSE"})
_PAIRS: Final = frozenset({"ENV", "LABEL", "ARG"})
_BLANKS: Final = " \t\v\f\r"


class Reader:
    """Reads the lines of one file.

    `known` is False when a syntax directive names a frontend that is not Docker's: it may know more instructions.
    """

    def __init__(self, escape: str, *, known: bool) -> None:
        self._escape = escape
        self._known = known
        self.errors: list[ParseError] = []
        self.templated = False

    def instruction(self, line: Line) -> Instruction | None:
        """Return the instruction of a line, None when it is none; what is wrong with it is added to `errors`."""
        found = self._read(line.joined, 0, inner=False)
        if found is None:
            return None
        end = line.end
        found.span = Span(found.keyword.start, max(end, found.keyword.end))
        found.blanks = tuple(line.blanks)
        holder = found if found.inner is None else found.inner
        holder.heredocs = line.heredocs
        if found.inner is not None:
            found.inner.span = Span(found.inner.keyword.start, found.span.end)
        usable = True
        for problem in problems(found, known=self._known):
            self.errors.append(problem)
            usable = False
        return found if usable or found.name == "FROM" else None

    def _read(self, joined: Joined, at: int, *, inner: bool) -> Instruction | None:
        text = joined.text
        start = at + len(text[at:]) - len(text[at:].lstrip()) if text[at : at + 1].isspace() else at
        end = start
        while end < len(text) and text[end] not in _BLANKS:
            end += 1
        keyword = joined.span(start, end)
        name = text[start:end].upper()
        if name not in FLAGS:
            if text.startswith(("{%", "{{", "<%", "{#"), start):
                self.templated = True
            elif self._known:
                self._unknown(text[start:end], keyword, inner=inner)
            return None
        found = Instruction(name, keyword, joined, self._escape)
        found.flags, found.body = words.flags(joined, end)
        if name == "ONBUILD":
            found.inner = self._read(joined, found.body, inner=True) if found.body < len(text) else None
            return found if found.inner is not None or found.body >= len(text) else None
        self._fill(found)
        return found

    def _fill(self, found: Instruction) -> None:
        name, joined, body = found.name, found.joined, found.body
        if name in _PAIRS:
            found.pairs, bad = words.pairs(joined, body, self._escape, bare=name == "ARG")
            if bad is not None:
                self._bad_pair(name, bad.text, bad.span, alone=not found.pairs)
            return
        if name == "HEALTHCHECK":
            self._healthcheck(found)
            return
        if (name in _SHELL_OR_JSON or name in _LIST_OR_JSON) and joined.text.startswith("[", body):
            items = words.json_words(joined, body)
            if items is not None:
                found.arguments, found.json = items, True
                return
            if words.is_other_json(joined, body):
                span = joined.span(body, len(joined.text.rstrip()))
                self.errors.append(ParseError(span, "is a JSON array of something else than texts; quote every item"))
        if name in _LIST_OR_JSON or name in _PLAIN:
            found.arguments = words.plain_words(joined, body)
            if name == "FROM" and any("{{" in word.text or "{%" in word.text for word in found.arguments):
                self.templated = True
        else:
            found.arguments = words.whole(joined, body)

    def _healthcheck(self, found: Instruction) -> None:
        joined = found.joined
        first = next(iter(words.plain_words(joined, found.body)[:1]), None)
        if first is None:
            return
        found.form = first.text.upper()
        position = found.body + len(first.text)
        while position < len(joined.text) and joined.text[position] in _BLANKS:
            position += 1
        found.body = position
        items = words.json_words(joined, position) if joined.text.startswith("[", position) else None
        found.json = items is not None
        found.arguments = words.whole(joined, position) if items is None else items

    def _unknown(self, written: str, span: Span, *, inner: bool) -> None:

        near = close_matches(written.upper(), FLAGS, n=1, cutoff=0.6)
        meant = f"; {near[0]} is meant, it seems" if near else ""
        if not near and not inner:
            meant = "; a line that continues the one above needs a \\ at the end of that one"
        shown = written if len(written) <= 40 else written[:40] + "..."  # noqa: PLR2004 - a readable message
        self.errors.append(ParseError(span, f"`{shown}` is no Dockerfile instruction{meant}"))

    def _bad_pair(self, name: str, written: str, span: Span, *, alone: bool) -> None:
        shown = written if len(written) <= 60 else written[:60] + "..."  # noqa: PLR2004 - a readable message
        if alone and "=" not in written:
            message = f"{name} {shown} has no value; write {name} {shown}=value"
        else:
            message = f"`{shown}` has no `=`; {name} takes NAME=value, and a value with blanks stands in quotes"
        self.errors.append(ParseError(span, message))
