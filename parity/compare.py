"""Lays our findings beside a peer's."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from parity.peer import Verdict
from parity.stages import Stages


@dataclass(slots=True)
class Row:
    """How one of their rules compares: both found it, only they, only we.

    `stated` are those of theirs for which a reason is given. `elsewhere` are those that we tell at another statement
    of the stage: they are agreed, and counted in `agreed` too.
    """

    agreed: int = 0
    theirs: list[Verdict] = field(default_factory=list)
    stated: list[Verdict] = field(default_factory=list)
    ours: list[Verdict] = field(default_factory=list)
    elsewhere: int = 0

    def settle(self, known: Sequence[Reason], statements: Statements) -> None:
        """Take what we tell elsewhere in the stage as agreed, and what a reason speaks of as stated."""
        places = [reason for reason in known if reason.is_place]
        there = [one for one in self.theirs if any(reason.speaks_of(one, statements) for reason in places)]
        self.elsewhere = len(there)
        self.agreed += self.elsewhere
        self.theirs = [one for one in self.theirs if one not in there]
        self.stated = [one for one in self.theirs if any(reason.speaks_of(one, statements) for reason in known)]


def our_verdicts(  # noqa: PLR0913 - what a run depends on
    tool: Path, folder: Path, paths: Sequence[str], prefix: str, options: object = None, *, apart: bool = False
) -> list[Verdict]:
    """Return what we find under a peer's names, with every rule on; `apart` judges each top folder by itself.

    `options` are those of our rules by id, for what the peer has on by default and we have not.
    """
    if apart:
        by_folder: dict[str, list[str]] = {}
        for path in paths:
            top, _, rest = path.partition("/")
            by_folder.setdefault(top, []).append(rest)
        return [
            Verdict(f"{top}/{one.path}", one.line, one.name, one.text)
            for top, own in by_folder.items()
            for one in our_verdicts(tool, folder / top, own, prefix, options)
        ]
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as settings:
        settings.write(json.dumps({"options": options}) if options else "")
        settings.flush()
        chosen = ("--config", settings.name) if options else ("--no-config",)
        command = [str(tool), "check", "--select", "ALL", "--format", "json", *chosen, "--exit-zero", "--", *paths]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found = []
    for finding in json.loads(done.stdout)["findings"]:
        names = [name.removeprefix(f"{prefix}:") for name in finding["equivalents"] if name.startswith(f"{prefix}:")]
        found += [Verdict(finding["path"], finding["start"]["line"], name, finding["message"]) for name in names]
    return found


def rows(
    theirs: Iterable[Verdict], ours: Iterable[Verdict], claimed: set[str], statements: Statements
) -> dict[str, Row]:
    """Return a row for each of their rules that one of ours claims to be.

    Two verdicts agree when they name the same rule in the same statement: some peers name its first line only. Where
    the peer speaks of a file as a whole (line 0), they agree when they are about the same file.
    """
    theirs = sorted(theirs)
    whole = {one.name for one in theirs if not one.line}
    table: dict[str, Row] = {name: Row() for name in sorted(claimed)}
    open_ours: dict[tuple[str, str, int], list[Verdict]] = defaultdict(list)
    for one in ours:
        at = 0 if one.name in whole else statements.first(one.path, one.line)
        open_ours[one.name, one.path, at].append(one)
    for one in theirs:
        if one.name not in claimed:
            continue
        key = (one.name, one.path, 0 if one.name in whole else statements.first(one.path, one.line))
        if open_ours.get(key):
            table[one.name].agreed += 1
            open_ours[key].pop()
        else:
            table[one.name].theirs.append(one)
    for (name, _, _), left in open_ours.items():
        if name in table:
            table[name].ours.extend(left)
    return table


# Places of any kind of file: we say the same elsewhere in it; or do so of the name that their message quotes first.
TOLD = ("told", "named")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why we differ, for the verdicts that the three patterns are found in and whose `place` is so (see Stages)."""

    why: str
    statement: str = ""
    message: str = ""
    path: str = ""
    place: str = ""

    @property
    def is_place(self) -> bool:
        """Whether it only says where in the stage we tell the same."""
        return self.place == "once"

    def speaks_of(self, verdict: Verdict, statements: Statements) -> bool:
        """Say whether this reason is about a verdict."""
        if re.search(self.message, verdict.text) is None or re.search(self.path, verdict.path) is None:
            return False
        if self.place in TOLD:
            if not statements.told(verdict, by_name=self.place == "named"):
                return False
        elif self.place and not statements.stages.is_so(verdict, self.place):
            return False
        if not self.statement:
            return True
        return re.search(self.statement, statements.text(verdict.path, verdict.line), re.MULTILINE) is not None


def reasons(stated: object) -> list[Reason]:
    """Return what a file of reasons says of one rule: one text, or a list of `in`, `says`, `path`, `place`, `why`."""
    if isinstance(stated, list):
        keys = ("in", "says", "path", "place")
        return [Reason(str(one["why"]).strip(), *(str(one.get(key, "")) for key in keys)) for one in stated]
    return [Reason(str(stated).strip())] if stated else []


class Statements:
    """The statement that holds a line, for each file."""

    def __init__(self, folder: Path, ours: Iterable[Verdict] = ()) -> None:
        """Take the folder of the files, and our findings under the names of the peer."""
        ours = tuple(ours)
        self._folder = folder
        self.stages = Stages(folder, ours)
        self._texts: dict[tuple[str, str], list[str]] = defaultdict(list)
        for one in ours:
            self._texts[one.path, one.name].append(one.text)
        self._starts: dict[str, dict[int, int]] = {}

    def first(self, path: str, line: int) -> int:
        """Return the line on which the statement around a line begins; the line itself where it stands alone."""
        if path not in self._starts:
            self._starts[path] = _statement_lines(self._folder / path)
        return self._starts[path].get(line, line)

    def told(self, verdict: Verdict, *, by_name: bool) -> bool:
        """Say whether we found the same in the file, of the name that the verdict quotes first where that is asked."""
        quoted = re.search(r'"([^"]+)"', verdict.text) if by_name else None
        texts = self._texts.get((verdict.path, verdict.name), [])
        return any(quoted is None or quoted[1].lower() in text.lower() for text in texts)

    def text(self, path: str, line: int) -> str:
        """Return the statement around a line as written."""
        first = self.first(path, line)
        last = max((number for number, start in self._starts[path].items() if start == first), default=first)
        lines = (self._folder / path).read_text(errors="replace").splitlines()
        return "\n".join(lines[first - 1 : last])


def _statement_lines(path: Path) -> dict[int, int]:
    """Return the first line of the Dockerfile instruction, or of the step, for each of its lines; {} elsewhere."""
    if path.suffix in (".yml", ".yaml"):
        return _step_lines(path)
    if "dockerfile" not in path.name.lower() and "containerfile" not in path.name.lower():
        return {}
    from maverick_lint.core.source import Source
    from maverick_lint.engine.files import MemoryFiles
    from maverick_lint.engine.load import FilesReader, parse

    source = Source(path.name, path.read_text(errors="replace"))
    document = parse("dockerfile", source, FilesReader(MemoryFiles({})))
    lines = {}
    for span in document.scopes():
        first = source.position(span.start).line
        for line in range(first, source.position(max(span.end - 1, span.start)).line + 1):
            lines[line] = first
    return lines


def _step_lines(path: Path) -> dict[int, int]:
    """Return the first line of the step, or of the job that calls a workflow, for each of its lines."""
    from maverick_lint.core.source import Source
    from maverick_lint.engine.files import MemoryFiles
    from maverick_lint.engine.load import FilesReader, parse

    kind = "github-action" if path.stem == "action" else "github-workflow"
    source = Source(path.name, path.read_text(errors="replace"))
    model = parse(kind, source, FilesReader(MemoryFiles({}))).model
    spans = [step.node.span for step in getattr(model, "steps", ())]
    spans += [job.node.span for job in getattr(model, "jobs", ()) if job.uses is not None]
    lines = {}
    for span in spans:
        first = source.position(span.start).line
        lines.update(dict.fromkeys(range(first, source.position(span.end).line + 1), first))
    return lines
