"""Reads a GitLab CI configuration and all that it includes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import Document, ParseError, Script
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.gitlab.faults import faults
from maverick_lint.formats.gitlab.includes import assemble, content_of
from maverick_lint.formats.gitlab.jobs import jobs_of
from maverick_lint.formats.gitlab.model import GitlabCi

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats._yaml import Parsed

# The runner stops at a command that fails, so a failed cd goes no further (SC2164); files and variables come from
# before_script and the project's settings (SC1090, SC1091, SC2154).
_EXEMPT = frozenset({"SC1090", "SC1091", "SC2154", "SC2164"})
# The last two are where Debian's GitLab is told to look: below debian/, beside the packaging.
_ENTRIES = (".gitlab-ci.yml", ".gitlab-ci.yaml", "salsa-ci.yml", "gitlab-ci.yml")


def parse(source: Source, kind: str, reader: Reader | None) -> Document[GitlabCi | None]:
    """Return the document of a text; the model is None when it could not be understood."""
    parsed = read_yaml(source, "ruby")
    root = content_of(parsed)
    if root is None or not root.is_map:
        if not parsed.fatal:
            parsed.errors.append(_no_mapping(root))
        return _document(parsed, kind, root, None)
    assembly = assemble(source, root, reader)
    jobs = jobs_of(assembly)
    entry = source.path.rpartition("/")[2].lower() in _ENTRIES
    model = GitlabCi(source, root, assembly.top, jobs, tuple(assembly.includes), tuple(assembly.problems), entry=entry,
                     header=parsed.roots[0] if root is not parsed.roots[0] else None)  # fmt: skip
    if not parsed.fatal and "{{" not in source.path:
        parsed.errors.extend(faults(model))
    return _document(parsed, kind, root, model)


def job_scripts(ci: GitlabCi) -> tuple[Script, ...]:
    """Return the scripts of the jobs as far as they stand in this file; the runner's shell is bash where it has one."""
    from maverick_lint.formats.gitlab.lines import sections  # only for a program that checks them

    return tuple(Script(one.source, "bash", (), _EXEMPT) for one in sections(ci) if one.source.path == ci.source.path)


def _no_mapping(root: Node | None) -> ParseError:
    if root is None:
        return ParseError(Span(0, 0), "is empty; GitLab wants a mapping of jobs here")
    found = "a list" if root.is_list else "a text"
    return ParseError(root.span, f"a GitLab CI configuration is a mapping of jobs, and this is {found}")


def _document(parsed: Parsed, kind: str, root: Node | None, model: GitlabCi | None) -> Document[GitlabCi | None]:
    return Document(
        parsed.source,
        kind,
        model,
        tree=root,
        errors=tuple(parsed.errors),
        comments=parsed.comments,
        scopes=parsed.scopes,
        scripts=lambda: () if model is None else job_scripts(model),
    )
