"""systemd/docker-run: a unit that runs a container can start it again, and watches it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.systemd.containers import containers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._shell.docker import Run
    from maverick_lint.formats.systemd.model import Unit


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield `docker run` in ExecStart that leaves its container behind, or that systemd cannot watch."""
    unit = document.model
    before = ("ExecStartPre", "ExecStopPost", "ExecStop")
    removes = any(" rm" in entry.value for key in before for entry in unit.effective("Service", key))
    simple = unit.value("Service", "Type") in (None, "simple", "exec", "notify")
    for one in containers_of(unit):
        yield from _judged(one.command, one.run, one.word, removes=removes, simple=simple)


def _judged(command: Command, run: Run, word: Word, *, removes: bool, simple: bool) -> Iterator[Hit]:
    if run.has("--name") and not run.has("--rm", "--replace") and not removes:
        name = next((value.text for value in run.values("--name")), None) or "its name"
        yield Hit(word.place.span, {"name": name.removeprefix("--name=")})
    if not run.has("--name", "--rm", "--cidfile"):
        yield Hit(word.place.span, case="piles")
    elif not run.has("--name", "--cidfile"):
        yield Hit(word.place.span, case="unnamed", level="note")
    if run.detached and simple:
        flag = next(w for w in command.words if w.text == "--detach" or _has_d(w.text))
        yield Hit(flag.place.span, case="detached")
    policy = next(iter(run.values("--restart")), None)
    if policy is not None and (policy.text or "").removeprefix("--restart=") != "no":
        yield Hit(policy.place.span, case="restart")


def _has_d(text: str | None) -> bool:
    return text is not None and text.startswith("-") and not text.startswith("--") and "d" in text
