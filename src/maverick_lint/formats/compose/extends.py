"""`extends`: a service on top of another one, of the same file or of another.

Compose specification, 05-services (`extends`), read 2026-11: the chain may cross files and must not come back; the
service that extends overrides what it extends, by the rules of merging.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Related
from maverick_lint.formats.compose.merge import Clash, merged, without_resets
from maverick_lint.formats.compose.paths import inside, leads_out
from maverick_lint.formats.compose.problem import Problem
from maverick_lint.formats.compose.tree import Value

if TYPE_CHECKING:
    from maverick_lint.formats.compose.loader import Files, Project


class Extender:
    """Resolves the `extends` of the services of one project."""

    def __init__(self, files: Files, project: Project) -> None:
        """Take the files, and the project whose problems grow."""
        self._files = files
        self._project = project
        self._folder = project.paths[0].rpartition("/")[0]

    def extended(self, name: str, service: Value) -> Value:
        """Return a service on top of all that it extends, as far as that is known."""
        chain = self._chain(name, service)
        result = without_resets(chain[-1][0])
        for (value, _), (_, link) in zip(chain[-2::-1], chain[:0:-1], strict=True):
            clashes: list[Clash] = []
            joined = merged(_pulled(result, link), value, clashes)
            result = value if joined is None else joined
            for clash in clashes:
                message = f"`{clash.key}` is a {clash.over.kind} here, but a {clash.base.kind} in what is extended"
                related = (Related(clash.base.place, "what it would override"),)
                self._project.problems.append(Problem("merge", clash.over.at, message, related))
        return result

    def _chain(self, name: str, service: Value) -> list[tuple[Value, Value]]:
        """Return the service and all that it extends, each with the `extends` that led to it."""
        chain = [(service, service)]
        seen = {(service.file.path, name)}
        while (link := chain[-1][0].get("extends")) is not None:
            target = self._target(link, name)
            if target is None:
                break
            wanted, value = target
            key = (value.file.path, wanted)
            if key in seen:
                message = f"service `{name}` extends itself in the end, by way of `{wanted}`"
                self._report(link, message)
                self._project.open.add(name)
                break
            seen.add(key)
            chain.append((value, link))
        return chain

    def _target(self, link: Value, name: str) -> tuple[str, Value] | None:
        wanted_at = link if link.is_scalar else link.get("service")
        file_at = None if link.is_scalar else link.get("file")
        wanted = None if wanted_at is None else wanted_at.known
        if wanted_at is None or wanted is None or (file_at is not None and file_at.known is None):
            self._project.open.add(name)
            return None
        services = self._services(link, file_at)
        if services is None:
            self._project.open.add(name)
            return None
        value = services.entries().get(wanted)
        if value is None or not value.is_map:
            self._project.open.add(name)
            where = services.file.path
            self._report(wanted_at, f"there is no service `{wanted}` in {where} to extend")
            return None
        return wanted, value

    def _services(self, link: Value, file_at: Value | None) -> Value | None:
        """Return the services of the file that an `extends` names; its own file's without one."""
        if file_at is None:
            if link.file.home:
                return self._project.root.get("services")
            root = self._files.root(link.file.path, self._folder)
            return None if root is None else root.get("services")
        text = file_at.known or ""
        path = inside(link.file.folder, text)
        if path == self._project.paths[0]:
            return self._project.root.get("services")
        root = None if path is None else self._files.root(path, self._folder)
        services = None if root is None else root.get("services")
        if services is None and "://" not in text:
            if path is not None:
                self._report(file_at, f"the file `{path}` that is extended here does not exist or has no services")
            elif leads_out(link.file.folder, text):
                self._report(file_at, f"`{text}` leads out of the repository, so others cannot start this service")
        return services

    def _report(self, value: Value, message: str) -> None:
        problem = Problem("extends", value.at, message)
        if problem not in self._project.problems:
            self._project.problems.append(problem)


def _pulled(value: Value, link: Value) -> Value:
    """Return a service whose parts say that `link` pulled them in."""
    by = Related(link.place, "extended here")
    return Value.joined(value, entries={n: v.pulled(by) for n, v in value.entries().items() if n != "extends"})
