"""github-workflow/output-clobbering."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._acts import acts_of, posix_steps
from maverick_lint.checks.github_workflow._expressions import paths_in
from maverick_lint.checks.github_workflow._strangers import follow, is_checked, strangers, used
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.github.taint import Flow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.checks.github_workflow._acts import Act, Place
    from maverick_lint.checks.github_workflow._strangers import Stranger
    from maverick_lint.core.document import Document
    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Span
    from maverick_lint.formats.github.model import Action, Workflow

_FILE: Final = re.compile(r"\"?\$\{?GITHUB_OUTPUT\b")
_RECORD: Final = re.compile(r"[\"']?([A-Za-z_][\w-]*)=")
_DELIMITED: Final = re.compile(r"^[\"']?[A-Za-z_][\w-]*<<")
# A delimiter that nobody can guess is made by the run.
_RANDOM: Final = re.compile(r"uuidgen|openssl rand|/dev/u?random|RANDOM|mktemp|%N|secrets\.")
_AUTHOR: Final = ("author_association", ".user.login", "github.actor", "collaborators/", "triggering_actor")
_PATH: Final = 4


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each text of several lines that may set other outputs of its step than its own."""
    model = document.model
    flow = Flow(model)
    read: dict[str, set[str]] | None = None
    for place in posix_steps(model, "echo", "printf", "cat"):
        known = strangers(flow, place)
        step = place.step
        if step.id is None or step.run is None or not (known or " view " in step.run.raw) or _is_authorized(place):
            continue
        if read is None:
            read = _read(document)
        outputs = read.get(step.id.raw.lower(), set())
        if outputs and _RANDOM.search(step.run.raw) is None:
            for span, name, record, case in _written(document, place, known):
                others = sorted(outputs - {record})
                if others and not is_checked(step.run.raw, name):
                    text = known[name]
                    related = () if text.at is None else (Related(text.at, "where it comes from"),)
                    values: dict[str, Value] = {"variable": name, "name": text.name, "other": others[0]}
                    # The command of old is still obeyed, with a warning.
                    yield Hit(span, values, case, related, level="note" if case else "")


def _read(document: Document[Workflow | Action]) -> dict[str, set[str]]:
    """Return the outputs that are read, by the id of their step."""
    found: dict[str, set[str]] = {}
    for _, path in paths_in(document.source, document.model.texts, "steps"):
        if len(path) == _PATH and path[2] == "outputs":
            found.setdefault(path[1], set()).add(path[3])
    return found


def _written(
    document: Document[Workflow | Action], place: Place, known: dict[str, Stranger]
) -> Iterator[tuple[Span, str, str, str]]:
    """Yield what goes to the file of outputs or the log: where, the variable, the output it is meant for, the case."""
    record = ""
    for act in acts_of(document.source, place.step.run or place.step.node):
        words = act.call.words
        first = words[0].text if words else ""
        if first in ("echo", "printf", "cat") and (not act.out or _FILE.match(act.out)):
            for raw, span in _texts(act):
                opened = _DELIMITED.match(raw)
                if opened is not None:
                    record = raw.strip("\"'").partition("<<")[0].lower()
                    continue
                name = used(raw, [one for one, text in known.items() if text.lines])
                if name is not None:
                    own = _RECORD.match(raw)
                    yield span, name, own[1].lower() if own is not None else record, "" if act.out else "log"
        follow(act, known)


def _texts(act: Act) -> Iterator[tuple[str, Span]]:
    for word in act.call.words[1:]:
        yield word.raw, word.place.span
    for one in act.call.redirects:
        if one.body is not None:
            line = one.body.text
            yield line, one.place.span
        elif one.operator == "<<<" and one.target is not None:
            yield one.target.raw, one.target.place.span


def _is_authorized(place: Place) -> bool:
    """Say whether who wrote the text is asked about, by a condition or in the script."""
    conditions = [one.condition for one in (place.step, place.job) if one is not None and one.condition is not None]
    texts = [node.raw for node in conditions] + [place.step.run.raw if place.step.run is not None else ""]
    return any(sign in text for text in texts for sign in _AUTHOR)
