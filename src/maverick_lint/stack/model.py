"""The stack: every fact of the repository, by kind and key, and every path."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from maverick_lint.core.facts.store import Facts
from maverick_lint.core.record import field, record
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from maverick_lint.core.facts import Fact
    from maverick_lint.core.facts.repository import PathFact

V = TypeVar("V")

_ANCHORS = ("README.md", "README.rst", "README", "pyproject.toml", "package.json", "Makefile")


@record
class Stack:
    """What all files state.

    facts  all of them, by the type of their values
    files  every path of the repository with its size and mode, and `kinds` with the kind it was recognised as
    """

    facts: Facts
    files: Mapping[str, PathFact]
    kinds: Mapping[str, str]
    # lazily made indexes: the stack is built once and read by many rules
    _by_type: dict[type, Sequence[object]] = field(default_factory=dict, compare=False, repr=False)
    memo: dict[str, object] = field(default_factory=dict, compare=False, repr=False)

    def every(self, wanted: type[V]) -> Sequence[V]:
        """Return the values of all facts of a type, in the order of their places."""
        if wanted not in self._by_type:
            self._by_type[wanted] = self.facts.values(wanted)
        return cast("Sequence[V]", self._by_type[wanted])

    def forget(self) -> None:
        """Forget what was made of the facts, where they are so many that it must not be held for the next rule."""
        if self.facts.is_large:
            self._by_type.clear()
            self.memo.clear()

    def once(self, key: str, make: Callable[[], V]) -> V:
        """Return what `make` returns, made once for the stack and kept under a key of its own."""
        if key not in self.memo:
            self.memo[key] = make()
        return cast("V", self.memo[key])

    def paths(self, *kinds: str) -> tuple[str, ...]:
        """Return the paths of the files of these kinds, sorted; all paths when no kind is named."""
        if not kinds:
            return tuple(sorted(self.files))
        return tuple(sorted(path for path, kind in self.kinds.items() if kind in kinds))

    def exists(self, path: str) -> bool:
        """Say whether a file or a folder of this path is in the repository."""
        clean = path.strip("/").removeprefix("./")
        return clean in self.files or clean in self._folders()

    def _folders(self) -> frozenset[str]:
        folders = self.memo.get("folders")
        if not isinstance(folders, frozenset):
            found = {""}
            for path in self.files:
                while (path := path.rpartition("/")[0]) and path not in found:
                    found.add(path)
            folders = self.memo["folders"] = frozenset(found)
        return folders

    def anchor(self, *preferred: str) -> Place:
        """Return the place for a finding about something absent.

        It is the first preferred path that exists, then a file that every repository has, then the first path there is.
        """
        candidates = [*preferred, *_ANCHORS, *sorted(self.files)]
        path = next((candidate for candidate in candidates if candidate in self.files), ".")
        return Place(path, Span(0, 0))


def build(facts: Iterable[Fact], files: Mapping[str, PathFact], kinds: Mapping[str, str]) -> Stack:
    """Join the facts of all files."""
    return Stack(facts if isinstance(facts, Facts) else Facts(facts), files, kinds)
