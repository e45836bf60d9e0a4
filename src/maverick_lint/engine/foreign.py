"""Suppression comments of other tools, which count through the equivalents of our rules.

The forms are those of the tools' documentation, read in November 2026: hadolint (README, "Inline ignores"), BuildKit
(build checks, `# check=`), zizmor (usage, "Ignoring results"), checkov (suppressing checks), ShellCheck (directive),
pint (ignoring), yamllint (disable with comments), dclint (README), tally (README).
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any, Final

from maverick_lint.engine.suppress import EVERYWHERE, Directive, today

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.document import Comment, Document
    from maverick_lint.engine.suppress import Coverage

_HADOLINT: Final = re.compile(
    r"(?P<tool>hadolint|tally)\s+(?:(?P<scope>global|stage)\s+)?ignore\s*=\s*(?P<ids>[\w/*-]+(?:\s*,\s*[\w/*-]+)*)"
    r"(?:\s*;?\s*reason=(?P<reason>.*))?"
)
_CHECK: Final = re.compile(r"(?i:check)\s*=(?:[^#]*;)?\s*skip\s*=(?P<ids>[\w,\s]+)")
# Under which of its groups tally may mean a rule that is named without one.
_GROUPS: Final = ("hadolint", "buildkit", "tally")
_ZIZMOR: Final = re.compile(r"zizmor:\s*ignore\[(?P<ids>[\w,\s-]+)\](?P<reason>.*)")
_CHECKOV: Final = re.compile(r"checkov:skip=(?P<ids>\w+)(?::(?P<reason>.*))?")
_SHELLCHECK: Final = re.compile(r"shellcheck\s+(?:[\w-]+=\S+\s+)*disable=(?P<ids>[\w,-]+)")
_PINT: Final = re.compile(r"pint\s+(?P<verb>file/disable|file/snooze|disable|snooze|ignore/file)\b\s*(?P<rest>.*)")
_YAMLLINT: Final = re.compile(r"yamllint\s+(?P<verb>disable-file|disable-line|disable)\b(?P<rest>.*)")
_DCLINT: Final = re.compile(r"dclint[ -]disable(?P<scope>-file|-line|-next-line)?\b\s*(?P<rest>[\w,\s-]*)")
_RULE_START: Final = re.compile(r"^\s*-\s+(?:alert|record)\s*:", re.MULTILINE)


def foreign(comment: Comment, document: Document[Any], coverage: Coverage) -> Iterator[Directive]:
    """Yield what a comment silences if it is written for another tool."""
    for read in (_hadolint, _buildkit, _zizmor, _checkov, _shellcheck, _pint, _yamllint, _dclint):
        yield from read(comment, document, coverage)


def _directive(  # noqa: PLR0913 - the fields of a directive
    document: Document[Any],
    comment: Comment,
    tool: str,
    ids: Iterable[str],
    lines: tuple[int, int],
    reason: str = "",
) -> Directive:
    names = tuple(f"{'shellcheck' if name.startswith('SC') else tool}:{name}" for name in ids)
    return Directive(document.source.path, comment.span, names, lines, tool, reason.strip())


def _split(ids: str) -> list[str]:
    return [name for name in re.split(r"[,\s]+", ids.strip()) if name]


def _hadolint(comment: Comment, document: Document[Any], coverage: Coverage) -> Iterator[Directive]:
    """Yield what a comment for hadolint or tally silences.

    hadolint looks at the line above an instruction only, tally passes over comments and blank lines between: where they
    read the same comment differently, the finding is silent.
    """
    if (match := _HADOLINT.match(comment.text)) is None:
        return
    lines = EVERYWHERE
    if match["scope"] == "stage":
        found = _stage_lines(comment, document)
        if found is None:
            return
        lines = found
    elif match["scope"] is None:
        lines = coverage.lines(comment)
    ids = _split(match["ids"])
    if match["tool"] == "tally":
        ids = ["*" if name == "all" else name for name in ids]
        ids += [f"{group}/{name}" for name in ids if "/" not in name and name != "*" for group in _GROUPS]
    yield _directive(document, comment, match["tool"], ids, lines, match["reason"] or "")


def _stage_lines(comment: Comment, document: Document[Any]) -> tuple[int, int] | None:
    """Return the lines of the stage whose FROM stands right below a comment; None where none does."""
    source = document.source
    below = source.position(comment.span.start).line + 1
    for stage in getattr(document.model, "stages", ()):
        if stage.origin is not None and source.position(stage.origin.span.start).line == below:
            last = stage.instructions[-1] if stage.instructions else stage.origin
            return (below, source.position(max(last.span.end - 1, 0)).line)
    return None


def _buildkit(comment: Comment, document: Document[Any], coverage: Coverage) -> Iterator[Directive]:
    """Yield what `# check=skip=` silences: the whole file as a directive at its top, else the instruction below."""
    if document.kind == "dockerfile" and (match := _CHECK.match(comment.text)) is not None:
        ids = ["*" if name.lower() == "all" else name for name in _split(match["ids"])]
        directives = getattr(document.model, "directives", ())
        top = any(one.span.start <= comment.span.end and comment.span.start <= one.span.end for one in directives)
        yield _directive(document, comment, "buildkit", ids, EVERYWHERE if top else coverage.lines(comment))


def _zizmor(comment: Comment, document: Document[Any], coverage: Coverage) -> Iterator[Directive]:
    if (match := _ZIZMOR.search(comment.text)) is not None:
        yield _directive(document, comment, "zizmor", _split(match["ids"]), coverage.lines(comment), match["reason"])


def _checkov(comment: Comment, document: Document[Any], coverage: Coverage) -> Iterator[Directive]:
    del coverage
    if (match := _CHECKOV.search(comment.text)) is not None:
        yield _directive(document, comment, "checkov", [match["ids"]], EVERYWHERE, match["reason"] or "")


def _shellcheck(comment: Comment, document: Document[Any], coverage: Coverage) -> Iterator[Directive]:
    if (match := _SHELLCHECK.match(comment.text)) is not None:
        ids = ["*" if name == "all" else name for name in _split(match["ids"])]
        before = document.source.text[: comment.span.start]
        first = all(not line.strip() or line.lstrip().startswith("#") for line in before.splitlines())
        yield _directive(document, comment, "shellcheck", ids, EVERYWHERE if first else coverage.lines(comment))


def _pint(comment: Comment, document: Document[Any], coverage: Coverage) -> Iterator[Directive]:
    del coverage
    if (match := _PINT.match(comment.text)) is None:
        return
    rest = match["rest"].strip()
    if match["verb"].endswith("snooze"):
        date, _, rest = rest.partition(" ")
        try:
            if datetime.date.fromisoformat(date[:10]) < today():
                return
        except ValueError:
            return
    name = rest.partition("(")[0].strip()
    if match["verb"] == "ignore/file":
        name = "*"
    if name:
        lines = EVERYWHERE if match["verb"].startswith(("file", "ignore")) else _rule_lines(comment, document)
        yield _directive(document, comment, "pint", [name], lines)


def _rule_lines(comment: Comment, document: Document[Any]) -> tuple[int, int]:
    """Return the lines of the alert or recording rule in which a comment stands, or which it stands above."""
    source = document.source
    starts = [source.position(match.start()).line for match in _RULE_START.finditer(source.text)]
    line = source.position(comment.span.start).line
    above = max((start for start in starts if start <= line), default=line)
    column = comment.span.start - source.line_span(line).start
    indent = len(source.text[source.line_span(above).start :]) - len(
        source.text[source.line_span(above).start :].lstrip(" ")
    )
    if above != line and comment.own_line and column <= indent:
        above = min((start for start in starts if start > line), default=line)
    after = min((start for start in starts if start > above), default=len(source.line_starts) + 1)
    return (above, after - 1)


def _yamllint(comment: Comment, document: Document[Any], coverage: Coverage) -> Iterator[Directive]:
    if (match := _YAMLLINT.match(comment.text)) is None:
        return
    ids = re.findall(r"rule:([\w-]+)", match["rest"]) or ["*"]
    line = document.source.position(comment.span.start).line
    lines = (line, EVERYWHERE[1])
    if match["verb"] == "disable-file":
        lines = EVERYWHERE
    elif match["verb"] == "disable-line":
        lines = coverage.lines(comment)
    else:
        enabled = re.compile(r"#\s*yamllint\s+enable").search(document.source.text, comment.span.end)
        if enabled is not None:
            lines = (line, document.source.position(enabled.start()).line)
    yield _directive(document, comment, "yamllint", ids, lines)


def _dclint(comment: Comment, document: Document[Any], coverage: Coverage) -> Iterator[Directive]:
    if (match := _DCLINT.match(comment.text)) is None:
        return
    ids = _split(match["rest"]) or ["*"]
    line = document.source.position(comment.span.start).line
    whole = match["scope"] == "-file" or (match["scope"] is None and line == 1)
    yield _directive(document, comment, "dclint", ids, EVERYWHERE if whole else coverage.lines(comment))
