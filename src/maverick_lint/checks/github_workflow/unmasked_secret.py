"""github-workflow/unmasked-secret."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._acts import acts_of, posix_steps
from maverick_lint.checks.github_workflow._secret_values import Secrets
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.checks.github_workflow._acts import Act, Place
    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action

_MASK: Final = "::add-mask::"
# What a mask hides: one variable, one expression, or what one command prints.
_ONE: Final = re.compile(r"\$\w+|\$\{\w+\}|\$\{\{[^{}]*\}\}|\$\([^\n]*\)|[^$\s]+")
_INPUT: Final = re.compile(r"\$\{\{\s*(?:github\.event\.)?inputs\.[\w-]+\s*\}\}", re.IGNORECASE)
_VARIABLE: Final = re.compile(r"\$\{?(\w+)\}?\Z")
_OF_LINES: Final = re.compile(
    r"\$\(\s*(?:cat|<)\s+[^)]*(?:\.pem|\.key|id_rsa|id_ed25519|id_ecdsa|\.p8|\.asc)\b[^)|]*\)"
)


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each part of a secret that is printed, and for each mask that hides something else."""
    model = document.model
    for place in posix_steps(model, "echo", "printf", "cat", "jq", "base64", "set -"):
        run = place.step.run
        secrets = Secrets(place.variables(), "" if run is None else run.raw)
        if run is None or not (secrets or _MASK in run.raw):
            continue
        traced = False
        for act in acts_of(document.source, run):
            mask = _masked(act)
            if mask is not None:
                yield from _mask(mask, place, secrets, by_hand=isinstance(model, Workflow))
                continue
            traced = _traced(act, on=traced)
            for word, (name, secret) in secrets.printed(act) if not act.out else ():
                yield Hit(word.place.span, {"variable": name, "secret": secret})
            for one, secret in secrets.take(act):
                if traced:
                    start = one.place.span.start
                    values: dict[str, Value] = {"variable": one.name, "secret": secret}
                    yield Hit(Span(start, start + len(one.name)), values, "traced")


def _traced(act: Act, *, on: bool) -> bool:
    words = [word.raw for word in act.call.words]
    if words[:1] != ["set"]:
        return on
    if "xtrace" in words:
        return "-o" in words or any(word.startswith("-") and word.endswith("o") for word in words)
    given = [word for word in words[1:] if word[:1] in "+-" and "x" in word]
    return given[-1].startswith("-") if given else on


def _masked(act: Act) -> Word | None:
    """Return the word that a mask is written with; None for another command."""
    words = act.call.words
    if not words or words[0].text not in ("echo", "printf"):
        return None
    return next((word for word in words[1:] if word.raw.strip("\"'").startswith(_MASK)), None)


def _mask(word: Word, place: Place, secrets: Secrets, *, by_hand: bool) -> Iterator[Hit]:
    raw = word.raw.strip("\"'").removesuffix("\\n")
    masked = raw.removeprefix(_MASK)
    if masked in ("", "%s"):
        secrets.mask_all()
        return
    variable = _VARIABLE.match(masked)
    if variable is not None:
        secrets.mask(variable[1])
        node = place.variable(variable[1])
        if by_hand and node is not None and _INPUT.fullmatch(node.raw.strip()):
            yield Hit(word.place.span, {"name": node.raw.strip("${} ")}, "shown")
    elif _OF_LINES.match(masked):
        yield Hit(word.place.span, {}, "lines")
    elif by_hand and _INPUT.fullmatch(masked):
        yield Hit(word.place.span, {"name": masked.strip("${} ")}, "shown")
    elif "$" in masked and _ONE.fullmatch(masked) is None:
        yield Hit(word.place.span, {"text": masked}, "other")
