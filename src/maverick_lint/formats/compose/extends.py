"""`extends`: a service on top of another one, of the same file or of another.

Compose specification, 05-services (`extends`): the chain may cross files and must not come back; the
service that extends overrides what it extends, by the rules of merging.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Related
from maverick_lint.formats.compose.merge import Clash, merged
from maverick_lint.formats.compose.paths import inside, leads_out
from maverick_lint.formats.compose.problem import Problem
from maverick_lint.formats.compose.tree import Value

if TYPE_CHECKING:
    from maverick_lint.formats.compose.loader import Files, Project


_LONGEST: Final = 100
_Key = tuple[str, str]


class Extender:
    """Resolves the `extends` of the services of one project."""

    def __init__(self, files: Files, project: Project) -> None:
        """Take the files, and the project whose problems grow."""
        self._files = files
        self._project = project
        self._folder = project.paths[0].rpartition("/")[0]
        self._done: dict[_Key, Value] = {}
        self._open: set[_Key] = set()

    def extended(self, name: str, service: Value) -> Value:
        """Return a service on top of all that it extends, as far as that is known."""
        home = (service.file.path, name)
        chain = self._chain(home, service)
        end = chain[-1][0]
        result = self._done.get(end)
        for place in range(len(chain) - 1, -1, -1):
            key, value, link = chain[place]
            if key not in self._done:
                self._done[key] = value if link is None or result is None else self._on_top(result, value, link)
                if link is not None and place + 1 < len(chain) and chain[place + 1][0] in self._open:
                    self._open.add(key)
            result = self._done[key]
        if home in self._open:
            self._project.open.add(name)
        return self._done[home]

    def _on_top(self, base: Value, value: Value, link: Value) -> Value:
        clashes: list[Clash] = []
        joined = merged(_pulled(base, link), value, clashes)
        for clash in clashes:
            message = f"`{clash.key}` is a {clash.over.kind} here, but a {clash.base.kind} in what is extended"
            related = (Related(clash.base.place, "what it would override"),)
            self._project.problems.append(Problem("merge", clash.over.at, message, related))
        # it stands where the service is declared, wherever most of its text comes from
        return value if joined is None else Value.joined(value, entries=joined.entries())

    def _chain(self, home: _Key, service: Value) -> list[tuple[_Key, Value, Value | None]]:
        """Return the service and all that it extends, each with its own `extends`; it ends at what is resolved."""
        chain: list[tuple[_Key, Value, Value | None]] = []
        key, value = home, service
        seen = {home}
        while True:
            link = value.get("extends")
            chain.append((key, value, link))
            if link is None or key in self._done:
                return chain
            target = None if len(chain) > _LONGEST else self._target(link)
            if target is None:
                self._open.add(key)
                return chain
            further = (target[1].file.path, target[0])
            if further in seen:
                way = f" in the end, by way of `{key[1]}`" if key != home else ""
                self._report(link, f"service `{home[1]}` extends itself{way}")
                self._open.add(key)
                return chain
            seen.add(further)
            key, value = further, target[1]

    def _target(self, link: Value) -> tuple[str, Value] | None:
        """Return the service that an `extends` names, with its name; None when it is not to be had."""
        wanted_at = link if link.is_scalar else link.get("service")
        file_at = None if link.is_scalar else link.get("file")
        wanted = None if wanted_at is None else wanted_at.known
        if wanted_at is None or wanted is None or (file_at is not None and file_at.known is None):
            return None
        services = self._services(link, file_at)
        if services is None:
            return None
        value = services.entries().get(wanted)
        if value is None or not value.is_map:
            self._report(wanted_at, f"there is no service `{wanted}` in {services.file.path} to extend")
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
        self._project.problems.append(Problem("extends", value.at, message))


def _pulled(value: Value, link: Value) -> Value:
    """Return a service whose parts say that `link` pulled them in."""
    by = Related(link.place, "extended here")
    return Value.joined(value, entries={n: v.pulled(by) for n, v in value.entries().items() if n != "extends"})
