"""Labels that the project asks for: there, and of the form that they must have."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._purpose import shipped
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Pair, Stage

_FORMS: Final = {
    "url": ("DL3052", re.compile(r"[a-z][a-z0-9+.-]*://[^\s/]+\S*", re.IGNORECASE)),
    "hash": ("DL3055", re.compile(r"[0-9a-f]{7}(?:[0-9a-f]{33})?")),
    "semver": ("DL3056", re.compile(r"\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?", re.ASCII)),
    "email": ("DL3058", re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")),
}


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:
    """Yield a hit for each label of the stage that ships that is missing, not foreseen, empty or of another form."""
    schema: dict[str, str] = options["schema"]
    final = shipped(document.model)
    if final is None or not schema or final.base is None:
        return
    labels = _labels(final)
    for name in schema:
        if name not in labels and not _unknown(labels):
            yield Hit(final.base.span, {"label": name}, "missing", equivalents=("hadolint:DL3049",))
    for name, (pair, value) in labels.items():
        if name not in schema:
            if options["strict"] and "$" not in name:
                yield Hit(pair.name_span, {"label": name}, "superfluous", equivalents=("hadolint:DL3050",))
        elif value is not None:
            yield from _judged(pair, name, value, schema[name])


def _labels(stage: Stage) -> dict[str, tuple[Pair, str | None]]:
    return {
        pair.name: (pair, instruction.value(pair.value))
        for instruction in stage.inherited
        if instruction.name == "LABEL"
        for pair in instruction.pairs
    }


def _unknown(labels: dict[str, tuple[Pair, str | None]]) -> bool:
    return any("$" in name for name in labels)


def _judged(pair: Pair, name: str, value: str, form: str) -> Iterator[Hit]:
    if not value.strip():
        yield Hit(pair.span, {"label": name}, "empty", equivalents=("hadolint:DL3051",))
    elif form == "rfc3339":
        if not _is_date(value):
            yield Hit(pair.value_span, {"label": name, "value": value, "form": form}, equivalents=("hadolint:DL3053",))
    elif form == "spdx":
        from maverick_lint.checks.dockerfile._licences import is_expression  # a long list, for who asks for it

        if not is_expression(value):
            yield Hit(pair.value_span, {"label": name, "value": value, "form": form}, equivalents=("hadolint:DL3054",))
    elif form in _FORMS and _FORMS[form][1].fullmatch(value) is None:
        code = f"hadolint:{_FORMS[form][0]}"
        yield Hit(pair.value_span, {"label": name, "value": value, "form": form}, equivalents=(code,))


def _is_date(value: str) -> bool:
    if re.fullmatch(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)", value, re.ASCII) is None:
        return False
    try:
        datetime.fromisoformat(value[:19].upper().replace(" ", "T"))
    except ValueError:
        return False
    return True
