"""Judges files one by one: read, recognise, parse, run the rules of the kind, gather facts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from maverick_lint.core.facts.store import Facts
from maverick_lint.core.finding import Hit, order
from maverick_lint.core.packed import Packed
from maverick_lint.core.record import builder, field
from maverick_lint.core.source import Source
from maverick_lint.core.span import Place, Span
from maverick_lint.engine import check, load
from maverick_lint.engine.classify import TEXT
from maverick_lint.engine.held import MANY_FILES, MOST, Held
from maverick_lint.engine.suppress import Directive, directives_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from maverick_lint.config.model import Settings
    from maverick_lint.core.document import Document, Script
    from maverick_lint.core.facts.repository import PathFact
    from maverick_lint.core.finding import Finding
    from maverick_lint.core.fix import Fix
    from maverick_lint.engine.files import Content, Files
    from maverick_lint.engine.load import Recognised
    from maverick_lint.engine.plan import Plan, Planned


@builder
class Judged:
    """What judging files gave; it can be pickled, and those of several processes add up.

    guesses  the kind of every file by path, and why
    scripts  the shell scripts of the files that were asked for, when a program is to check them
    """

    findings: Packed[Finding] = field(default_factory=lambda: Packed(order))
    facts: Facts = field(default_factory=Facts)
    directives: list[Directive] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    guesses: dict[str, tuple[str, str]] = field(default_factory=dict)
    scripts: list[Script] = field(default_factory=list)
    files: int = 0

    def add(self, other: Judged) -> None:
        """Take in what another process judged."""
        self.findings.extend(other.findings)
        self.facts.extend(other.facts)
        self.directives += other.directives
        self.unreadable += other.unreadable
        self.crashed += other.crashed
        self.guesses.update(other.guesses)
        self.scripts += other.scripts
        self.files += other.files


class Judge:
    """Judges the files of one project under one plan.

    `wanted` names the files whose findings are asked for, None for all; the others are read for their facts only.
    """

    def __init__(self, files: Files, settings: Settings, plan: Plan, wanted: frozenset[str] | None) -> None:
        """Take the files and the rules."""
        self.files = files
        self.plan = plan
        self.result = Judged()
        self._settings = settings
        self._wanted = wanted
        self._reader = load.FilesReader(files)
        self._guesses: dict[tuple[str, str], tuple[str, str]] = {}  # equal ones are held once
        self._held = Held(self._read, MOST if len(files.entries()) < MANY_FILES else MOST // 4)

    def source(self, path: str) -> Source:
        """Return the source of a path; an empty one when it cannot be read."""
        return self._held.get(path) or Source(path, "")

    def _read(self, path: str) -> Source:
        return Source(path, self.files.read(path).text if path in self.files.entries() else "")

    def is_wanted(self, path: str) -> bool:
        """Say whether findings in a path are asked for."""
        return self._wanted is None or path in self._wanted

    @property
    def everything(self) -> bool:
        """Whether the whole project was asked for."""
        return self._wanted is None

    def report(  # noqa: PLR0913 - the fields of a hit
        self,
        rule_id: str,
        path: str,
        values: dict[str, str],
        span: Span | None = None,
        case: str = "",
        fix: Fix | None = None,
        equivalents: tuple[str, ...] | None = None,
    ) -> None:
        """Report something that the engine itself found, unless its rule is ignored."""
        planned = self.plan.active.get(rule_id)
        if planned is not None:
            hit = Hit(Place(path, span or Span(0, 0)), values, case, fix=fix, equivalents=equivalents)
            self.result.findings.append(check.finding(planned, hit, None, self))

    def guarded(self, what: str, path: str, work: Callable[[], None]) -> None:
        """Do some work; when it raises, report that and go on."""
        try:
            work()
        except Exception:  # noqa: BLE001 - one rule's or one file's failure must cost no other its findings
            self.result.crashed.append(what)
            import traceback  # only for crashes

            last = traceback.format_exc().strip().splitlines()[-1]
            self.report(check.CRASH, path, {"rule": what, "problem": last})

    def judge(self, entry: PathFact) -> None:
        """Judge one file; never raises."""
        self._judge(entry, load.recognise(self.files, entry, self._settings.kinds))

    def judge_claimed(self) -> None:
        """Judge the files without a kind that others claim: what they include, copy or mount."""
        texts = {path for path, (kind, _) in self.result.guesses.items() if kind == TEXT}
        if not texts:
            return
        from maverick_lint.formats.nginx import claims  # 0.3 ms; the rest only where nginx is spoken of

        if not claims.concerned(self.result.facts, {kind for kind, _ in self.result.guesses.values()}):
            return
        for path, guess in sorted(claims.claims(self._reader).items()):
            if path in texts and (entry := self.files.entries().get(path)) is not None:
                self.result.files -= self.is_wanted(path)
                self._judge(entry, load.Recognised(entry, guess))

    def forget_formats(self) -> None:
        """Forget what formats have learned of the repository: what follows works from facts alone."""
        self._reader = load.FilesReader(self.files)

    def _judge(self, entry: PathFact, recognised: Recognised) -> None:
        path, kind = entry.path, recognised.guess.kind
        guess = (kind, recognised.guess.reason)
        self.result.guesses[path] = self._guesses.setdefault(guess, guess)
        rules = self.plan.for_kind(kind) if self.is_wanted(path) else ()
        if kind == TEXT and not rules and (self._wanted is None or path not in self._wanted):
            self.result.files += self.is_wanted(path)
            return
        content = recognised.content or self.files.read(path)
        if content.problem and not self._readable(recognised, content):
            return
        self.result.files += self.is_wanted(path)
        source = Source(path, content.text, executable=entry.executable)
        self.guarded(f"the reader of {kind} files", path, lambda: self._judge_text(kind, source, rules))

    def _judge_text(self, kind: str, source: Source, rules: Iterable[Planned]) -> None:
        document = load.parse(kind, source, self._reader)
        before = len(self.result.findings)
        if self.is_wanted(source.path):
            self._held.put(source.path, source)
            for error in document.errors[: check.MOST]:
                problem, same = {"problem": error.message}, error.equivalents
                self.report(error.rule or f"{kind}/syntax", source.path, problem, error.span, equivalents=same)
            for error in document.errors[check.MOST : check.MOST + 1]:
                problem = {"problem": error.message + check.MORE}
                self.report(error.rule or f"{kind}/syntax", source.path, problem, error.span)
            # A file that was not understood has no model to judge; its parse error says so.
            judging = rules if document.model is not None else self.plan.for_any()
            text = source.text.lower()
            for planned in judging:
                words = planned.rule.words
                if words and not document.joined and not _speaks(text, words):
                    continue  # nothing of what the rule is about is here: its check is not even imported
                self.guarded(planned.rule.id, source.path, partial(self._run_rule, planned, document))
            for inner_kind, inner in document.embedded:
                self._judge_embedded(inner_kind, inner)
        self.guarded(f"the facts of {kind} files", source.path, lambda: self._state_facts(document))
        if self._settings.shellcheck and self.is_wanted(source.path):
            self.guarded(f"the scripts of {kind} files", source.path, lambda: self._take_scripts(document))
        self.result.directives.extend(directives_of(document))
        if len(self.result.findings) == before:
            self._held.forget(source.path)

    def _judge_embedded(self, kind: str, source: Source) -> None:
        """Judge a text that stands in a file of another kind, read as if it stood alone."""
        document = load.parse(kind, Source(source.path, source.text), self._reader)
        for error in document.errors[: check.MOST]:
            span = source.outer(error.span)
            self.report(error.rule or f"{kind}/syntax", source.path, {"problem": error.message}, span)
        for planned in self.plan.by_kind.get(kind, ()) if document.model is not None else ():
            if "python" in planned.rule.check:
                self.guarded(planned.rule.id, source.path, partial(self._run_embedded, planned, document, source))

    def _run_embedded(self, planned: Planned, document: Document[Any], source: Source) -> None:
        self.result.findings.extend(list(check.check_embedded(planned, document, source, self)))

    def _run_rule(self, planned: Planned, document: Document[Any]) -> None:
        self.result.findings.extend(list(check.check_document(planned, document, self)))

    def _take_scripts(self, document: Document[Any]) -> None:
        self.result.scripts.extend(document.scripts())

    def _state_facts(self, document: Document[Any]) -> None:
        self.result.facts.extend(list(load.facts_of(document)))
        if document.embedded:
            from maverick_lint.engine.embedded import facts_of_embedded  # few files hold texts of another kind

            self.result.facts.extend(list(facts_of_embedded(document, self._reader)))
        for kind, source in document.written() if document.model is not None else ():
            from maverick_lint.engine.written import facts_of_written  # seldom needed

            self.result.facts.extend(list(facts_of_written(kind, source)))

    def _readable(self, recognised: Recognised, content: Content) -> bool:
        """Report a file that is not as it should be; say whether it has a text all the same.

        A file of no known kind may be anything, a picture or a database: nothing is said of it, unless the user
        named a file that cannot be read at all.
        """
        path = recognised.entry.path
        # Discovery keeps a path that does not exist only where the user named it.
        named = (self._wanted is not None and path in self._wanted) or "no such file" in content.detail
        if recognised.guess.kind == TEXT and not (named and content.problem == "file/unreadable"):
            return False
        if self.is_wanted(path):
            span = Span(content.offset, content.offset + 1) if content.offset else None
            self.report(content.problem, path, {"problem": content.detail}, span)
            if content.problem == "file/unreadable":
                self.result.unreadable.append(path)
        return bool(content.text)


def _speaks(text: str, words: Iterable[str]) -> bool:
    for word in words:  # noqa: SIM110 - `any` costs three times as much, for every rule and file
        if word in text:
            return True
    return False
