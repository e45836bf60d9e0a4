"""The commands of an instruction, with their places in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.command import Command, Word
from maverick_lint.core.source import Segment, Source
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from maverick_lint.formats.dockerfile.instruction import Heredoc, Instruction

_POSIX: Final = frozenset({"sh", "bash", "dash", "ash", "zsh", "ksh", "busybox"})
_SHEBANG: Final = re.compile(r"#![ \t]*(\S+)(?:[ \t]+([^\n]*))?")
# `bash -eux <<EOF` and `<<EOF bash`: a shell that reads its script from the here-document
_PIPED: Final = re.compile(r"(?:/(?:usr/)?bin/)?(?:ba|da|a|z|k)?sh(?:[ \t]+-[\w-]+(?:[ \t]+pipefail)?)*")
_LONGEST: Final = 100_000  # characters of one script; nobody writes more into a RUN
_HOLDERS: Final = frozenset({"RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"})


def posix(shell: tuple[str, ...]) -> bool:
    """Say whether a SHELL reads POSIX shell language."""
    return bool(shell) and shell[0].rpartition("/")[2] in _POSIX


def commands(source: Source, instruction: Instruction) -> tuple[Command, ...]:
    """Return the commands of an instruction; () when it has none or its shell is another language."""
    holder = instruction if instruction.inner is None else instruction.inner
    if holder.name not in _HOLDERS:
        return ()
    if holder.json:
        return _array(source, holder)
    if not posix(holder.shell):
        return ()
    script = embedded(source, holder)
    if script is None or not script.text.strip() or len(script.text) > _LONGEST:
        return ()
    from maverick_lint.formats._shell import commands_of

    known = {name: value for name, value in holder.variables.items() if value is not None}
    return commands_of(script, known, pipefail="pipefail" in holder.shell)


def embedded(source: Source, holder: Instruction) -> Source | None:
    """Return the shell script of a shell form as the shell gets it; None when another interpreter reads it."""
    rest = holder.rest
    if len(holder.heredocs) == 1 and (script := _script_body(source, holder, rest)) is not None:
        match = _SHEBANG.match(source.text, script.start)
        if match is not None and match.end() <= script.end and not _is_shell(match):
            return None
        text = source.text[script.start : script.end]
        return Source(source.path, text, source, (Segment(0, script.start, len(text)),))
    segments = holder.joined.segments(holder.body, holder.body + len(rest))
    heredocs = [heredoc for heredoc in holder.heredocs if not _opens(source, heredoc, rest)]
    for heredoc in holder.heredocs:
        if heredoc not in heredocs:  # `<<END cat > file`: the shell's grammar has it behind the command
            word = source.text[heredoc.word.start : heredoc.word.end]
            rest = rest.replace(word, " " * len(word), 1)
    parts = [rest]
    length = len(rest)
    for heredoc in heredocs:
        body = source.text[heredoc.body.start : heredoc.body.end].replace("\r\n", "\n")
        parts += ["\n", body, heredoc.name]
        segments.append(Segment(length + 1, heredoc.body.start, len(body)))
        length += 1 + len(body) + len(heredoc.name)
    return Source(source.path, "".join(parts), source, tuple(segments))


def reader(source: Source, holder: Instruction) -> str:
    """Return the shell that a RUN names to read its here-document (`RUN bash <<END`); "" when it names none."""
    if len(holder.heredocs) != 1 or _script_body(source, holder, holder.rest) is None:
        return ""
    word = holder.heredocs[0].word
    others = holder.rest.replace(source.text[word.start : word.end], "", 1).split()
    return others[0].rpartition("/")[2] if others else ""


def _opens(source: Source, heredoc: Heredoc, rest: str) -> bool:
    """Say whether a here-document stands before its command, which is no shell that would run it."""
    before, _, after = rest.partition(source.text[heredoc.word.start : heredoc.word.end])
    command = _PIPED.match(after.lstrip())
    return before.rstrip()[-1:] in ("", "&", "|", ";") and after.strip() != "" and command is None


def _script_body(source: Source, holder: Instruction, rest: str) -> Span | None:
    """Return the body of the only here-document when a shell runs it as its script."""
    heredoc: Heredoc = holder.heredocs[0]
    word = source.text[heredoc.word.start : heredoc.word.end]
    before, found, after = rest.partition(word)
    others = f"{before} {after}".strip()
    return heredoc.body if found and (not others or _PIPED.fullmatch(others) is not None) else None


def _is_shell(match: re.Match[str]) -> bool:
    words = f"{match[1]} {match[2] or ''}".split()
    names = [word.rpartition("/")[2] for word in words if not word.startswith("-")]
    if names and names[0] == "env":
        names = names[1:]
    return bool(names) and names[0] in _POSIX


def array_script(source: Source, holder: Instruction) -> Source | None:
    """Return the script of `["sh", "-c", "script"]` where the file has it unchanged; None for another form."""
    texts = [argument.text for argument in holder.arguments]
    if len(texts) < 3 or texts[0].rpartition("/")[2] not in _POSIX:  # noqa: PLR2004 - shell, -c, script
        return None
    last = holder.arguments[-1]
    start = last.span.start + 1
    plain = source.text[start : last.span.end - 1] == last.text
    if not plain or not texts[-2].startswith("-") or "c" not in texts[-2]:
        return None
    return Source(source.path, last.text, source, (Segment(0, start, len(last.text)),))


def _array(source: Source, holder: Instruction) -> tuple[Command, ...]:
    """Return the command of a JSON form; of `["sh", "-c", "script"]` the commands of the script."""
    script = array_script(source, holder)
    if script is not None:
        from maverick_lint.formats._shell import commands_of

        known = {name: value for name, value in holder.variables.items() if value is not None}
        return commands_of(script, known)
    words = tuple(_word(source, argument.text, argument.span) for argument in holder.arguments)
    return (Command(words, Place(source.path, source.outer(holder.rest_span))),) if words else ()


def _word(source: Source, text: str, span: Span) -> Word:
    return Word(text, source.text[span.start : span.end], Place(source.path, source.outer(span)))
