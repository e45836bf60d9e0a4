"""systemd/setting-value: systemd passes over a value that it cannot read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats.systemd.expected import expected, nearest
from maverick_lint.formats.systemd.settings import known
from maverick_lint.formats.systemd.values import fills_nothing_in, is_right, wrong_words
from maverick_lint.formats.systemd.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Entry, Unit

_COMMENT: Final = re.compile(r"\s([#;])")
# What a build or a deployment puts in later: @name@, ${name}, __NAME__, <name>.
_UNKNOWN: Final = re.compile(r"@[\w.-]+@|\$|__\w+__|<[\w -]+>")
_FATAL: Final = frozenset({"workdir", "fatalpath"})
_LONG: Final = 60


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield values that do not fit the form of their setting; what is filled in later is not judged."""
    table = known()
    for section in document.model.sections:
        settings = table.get(section.name, {})
        for entry in section.entries:
            setting = settings.get(entry.key)
            if setting is None:
                continue
            if entry.value:
                yield from _judged(entry, setting.form)
            elif setting.filled:
                yield Hit(entry.key_span, {"key": entry.key, "expected": expected(setting.form)}, case="empty")


def _judged(entry: Entry, form: str) -> Iterator[Hit]:
    value = entry.value
    if form == "text" or (form not in ("exec", "env") and _UNKNOWN.search(value)):
        return
    if "%" in value and not fills_nothing_in(form):
        return  # a specifier
    values = {"key": entry.key, "value": value[:_LONG], "expected": expected(form)}
    comment = _COMMENT.search(value)
    right = is_right(form, value)
    wrong = [] if not right else wrong_words(form, value)
    if comment is not None and not (right and not wrong):
        head = value[: comment.start()].rstrip()
        if form not in ("exec", "env") and is_right(form, head) and not wrong_words(form, head):
            span = entry.text.outer(Span(comment.start(1), len(value)))
            yield Hit(span, {**values, "value": value[:_LONG]}, case="comment")
            return
    if not right:
        yield _whole(entry, form, values)
    for start, end in wrong:
        word = value[start:end]
        case = "quote" if end == len(value) and word[0] in "\"'" and _is_open(value) else "word"
        yield Hit(entry.text.outer(Span(start, end)), {**values, "word": word[:_LONG]}, case=case)


def _is_open(value: str) -> bool:
    return words_of(value)[1] is not None


def _whole(entry: Entry, form: str, values: dict[str, str]) -> Hit:
    if form == "calendar":
        from maverick_lint.formats.systemd.calendar import looks_like_cron

        if looks_like_cron(entry.value):
            return Hit(entry.span, values, case="cron")
    if form in _FATAL:
        return Hit(entry.span, values, case="fatal")
    near = nearest(form, entry.value)
    return Hit(entry.span, {**values, "near": near or ""}, case="near" if near else "")
