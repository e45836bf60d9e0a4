"""A GitLab CI configuration as checks read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import field, record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.core.span import Span
    from maverick_lint.formats.gitlab.tree import Value


@record
class Include:
    """An entry of `include`: `path` is the local file that it names, "" for what lies elsewhere.

    `read` says whether the files were found; `name` is how the entry is called in messages.
    """

    name: str
    node: Node
    path: str = ""
    read: bool = False


@record
class Job:
    """A job after `extends`; `key` is the node of its name, in `source`; `value` holds its keys."""

    name: str
    key: Node
    source: Source
    value: Value
    hidden: bool = False

    def get(self, key: str) -> Value | None:
        """Return a key of the job, or None."""
        return self.value.get(key)


@record
class Problem:
    """Something that the joining of files or jobs has shown to be wrong, in the file of `source`."""

    source: Source
    span: Span
    message: str


@record
class GitlabCi:
    """A configuration with all the files that it includes.

    top       the top-level keys, all files joined
    own       the root node of this very file
    header    the document before it that holds `spec`; None without one
    entry     GitLab starts pipelines by this file, it is no fragment for others
    complete  every include was read: what is not here is nowhere
    memo      what is worked out once and asked for by several
    """

    source: Source
    own: Node
    top: Mapping[str, Value]
    jobs: tuple[Job, ...]
    includes: tuple[Include, ...] = ()
    problems: tuple[Problem, ...] = ()
    entry: bool = True
    header: Node | None = None
    memo: dict[str, object] = field(default_factory=dict, compare=False, repr=False)

    @property
    def complete(self) -> bool:
        """Whether every include was read."""
        return all(include.read for include in self.includes)

    def job(self, name: str) -> Job | None:
        """Return a job by name, hidden ones too."""
        return next((job for job in self.jobs if job.name == name), None)
