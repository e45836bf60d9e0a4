"""All nginx configurations of a repository, joined by their includes; each file is read and parsed once a run."""

from __future__ import annotations

import posixpath
from collections import deque
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from maverick_lint.formats.nginx.build import build
from maverick_lint.formats.nginx.content import is_candidate, is_configuration
from maverick_lint.formats.nginx.context import MAIN, entered, guess, placed
from maverick_lint.formats.nginx.cycles import leading_round, returns
from maverick_lint.formats.nginx.include import Include, Paths
from maverick_lint.formats.nginx.landing import can_be_configuration, landings
from maverick_lint.formats.nginx.tree import FREE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.document import Reader
    from maverick_lint.core.source import Source
    from maverick_lint.formats.nginx.landing import Landing
    from maverick_lint.formats.nginx.table import Context
    from maverick_lint.formats.nginx.tree import Block, Directive, Tree

_MOST_CONTEXTS: Final = 12
_MOST_EXPANDED: Final = 2000

_assemblies: WeakKeyDictionary[Reader, Assembly] = WeakKeyDictionary()


def assembly_of(reader: Reader) -> Assembly:
    """Return the assembly of the repository that a reader reads; the same one for the same reader."""
    found = _assemblies.get(reader)
    if found is None:
        found = _assemblies[reader] = Assembly(reader.paths())
        found.load(reader)
    return found


class Assembly:
    """The trees by path, and what includes what."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Take the repository's paths, sorted."""
        self._paths = Paths(paths)
        self._names = paths
        self._contexts: dict[str, frozenset[Context]] = {}
        self._mains: list[str] = []
        self._landings: tuple[Landing, ...] = ()
        self.landed: dict[str, Landing] = {}
        self._guessed: dict[int, Context] = {}
        self._round: frozenset[str] | None = None
        self._include_words: dict[int, list[Directive]] = {}
        self._spoken: dict[str, bool] = {}
        self.trees: dict[str, Tree] = {}
        self.includes: dict[Directive, Include] = {}
        self.includers: dict[str, list[Directive]] = {}

    def load(self, reader: Reader) -> None:
        """Read every configuration of the repository and what they include."""
        self._landings = landings(reader)
        landed = {one.path for one in self._landings if can_be_configuration(one.target)}
        for path in self._names:
            source = reader.read(path) if path in landed or is_candidate(path) else None
            if source is not None and is_configuration(path, source.text, landed=path in landed):
                self.trees[path] = build(source)
        for one in self._landings:
            if one.path in self.trees:
                self.landed.setdefault(one.path, one)
                self._paths.land(one.source, one.target, one.path)
        self._mains = [p for p, tree in self.trees.items() if tree.root.directives and self._seeming(p, tree) == MAIN]
        pending = deque(self.trees)
        while pending:
            path = pending.popleft()
            for include in self._resolved(self.trees[path]):
                for target in include.paths:
                    self.includers.setdefault(target, []).append(include.directive)
                    if target not in self.trees and (source := reader.read(target)) is not None:
                        self.trees[target] = build(source)
                        pending.append(target)
        self._spread_contexts()

    def add(self, source: Source) -> Tree:
        """Return the tree of a source, and make it known if it is not yet."""
        known = self.trees.get(source.path)
        if known is not None and known.source.text == source.text:
            return known
        tree = self.trees[source.path] = build(source)
        self._round = None
        self._spoken.clear()
        for include in self._resolved(tree):
            for target in include.paths:
                self.includers.setdefault(target, []).append(include.directive)
        self._spread_contexts()
        return tree

    def root_contexts(self, path: str) -> frozenset[Context]:
        """Return the contexts in which a file's own statements stand: those of its includes, or what it seems to be."""
        return self._contexts.get(path, frozenset({MAIN}))

    def contexts(self, block: Block) -> frozenset[Context]:
        """Return the contexts of a block; more than one for a file that is included in several."""
        names = []
        at: Block = block
        while at.owner is not None:
            names.append(at.owner.name)
            at = at.owner.home
        found = self.root_contexts(block.tree.path)
        for name in reversed(names[-_MOST_CONTEXTS * 1000 :]):
            found = frozenset(entered(context, name) if len(context) < _MOST_CONTEXTS else context for context in found)
        return found

    def statements(self, block: Block) -> Iterator[Directive | Include]:
        """Yield the directives of a block, those of included files in the place of the include.

        An include is itself yielded where a file is not in the repository. A file included twice counts once.
        """
        if not self.includes_in(block.tree):
            yield from block.directives
            return
        stack: list[Iterator[Directive]] = [iter(block.directives)]
        seen: set[str] = set()
        while stack:
            directive = next(stack[-1], None)
            if directive is None:
                stack.pop()
                continue
            include = self.includes.get(directive)
            if include is None:
                yield directive
                continue
            if include.status not in ("found", "empty"):
                yield include
            fresh = [path for path in include.paths if path not in seen and path in self.trees]
            seen.update(fresh)
            if len(seen) < _MOST_EXPANDED:
                stack.extend(iter(self.trees[path].root.directives) for path in reversed(fresh))

    def around(self, block: Block) -> list[Block]:
        """Return the blocks around a block: its parent, or those that include the file."""
        if block.owner is not None:
            return [block.owner.home]
        return [directive.home for directive in self.includers.get(block.tree.path, ())]

    def cycle(self, include: Include) -> bool:
        """Say whether a file includes itself, directly or through others, at this include."""
        if self._round is None:
            self._round = leading_round({path: set(self._targets(tree)) for path, tree in self.trees.items()})
        return include.directive.home.tree.path in self._round and returns(include, self._ahead)

    def _ahead(self, path: str) -> list[str]:
        return self._targets(self.trees[path]) if path in self.trees else []

    def _targets(self, tree: Tree) -> list[str]:
        return [path for directive in self.includes_in(tree) for path in self.includes[directive].paths]

    def speaks_of(self, *words: str) -> bool:
        """Say whether one of these texts stands in any configuration: what none has, no file includes or inherits."""
        for word in words:
            if word not in self._spoken:
                self._spoken[word] = any(word in tree.source.text for tree in self.trees.values())
            if self._spoken[word]:
                return True
        return False

    def top_of(self, path: str) -> str:
        """Return the file that nginx reads first of those that include a file; the file itself where none does."""
        seen = {path}
        while (includers := self.includers.get(path)) and (above := includers[0].home.tree.path) not in seen:
            seen.add(above)
            path = above
        return path

    def includes_of(self, tree: Tree) -> list[Include]:
        """Return the includes of a file, in its order."""
        return [self.includes[directive] for directive in self.includes_in(tree)]

    def main_of(self, path: str) -> str | None:
        """Return the main configuration whose folder holds a file; the nearest one."""
        holders = [main for main in self._mains if _holds(posixpath.dirname(main), path)]
        return max(holders, key=lambda main: (main.count("/"), main == path, main), default=None)

    def version_of(self, path: str) -> str:
        """Return the version of nginx that reads a file; "" where no image tells."""
        landed = self.landed.get(path) or self.landed.get(self.top_of(path))
        return landed.version if landed else ""

    def _resolved(self, tree: Tree) -> list[Include]:
        main = self.main_of(tree.path)
        found = [self._paths.resolve(directive, tree.path, main) for directive in self.includes_in(tree)]
        self.includes.update({include.directive: include for include in found})
        return found

    def includes_in(self, tree: Tree) -> list[Directive]:
        """Return the `include` lines of a file."""
        found = self._include_words.get(id(tree))
        if found is None:
            found = self._include_words[id(tree)] = []
            for directive in tree.walk():
                if directive.name == "include" and directive.block is None:
                    found.append(directive)
                elif directive.name in FREE and directive.block is not None:
                    found.extend(directive.block.named("include"))
        return found

    def _spread_contexts(self) -> None:
        found: dict[str, set[Context]] = {}
        pending: deque[str] = deque()
        for path, tree in self.trees.items():
            if path not in self.includers:
                found[path] = {self._seeming(path, tree)}
                pending.append(path)
        self._spread(found, pending)
        for path, tree in self.trees.items():
            if path not in found:
                found[path] = {self._seeming(path, tree)}
                self._spread(found, deque([path]))
        self._contexts = {path: frozenset(contexts) for path, contexts in found.items()}

    def _seeming(self, path: str, tree: Tree) -> Context:
        """Return the context of a file that none includes: by where it lands, or by what it holds."""
        if id(tree) not in self._guessed:
            context = placed(self.landed[path].target) if path in self.landed else None
            self._guessed[id(tree)] = guess(tree.root, path) if context is None else context
        return self._guessed[id(tree)]

    def _spread(self, found: dict[str, set[Context]], pending: deque[str]) -> None:
        while pending:
            path = pending.popleft()
            self._contexts[path] = frozenset(found[path])
            for directive in self.includes_in(self.trees[path]):
                contexts = self.contexts(directive.home)
                for target in self.includes[directive].paths:
                    before = found.setdefault(target, set())
                    if target in self.trees and not contexts <= before and len(before) < _MOST_CONTEXTS:
                        before.update(contexts)
                        pending.append(target)


def _holds(folder: str, path: str) -> bool:
    return not folder or path.startswith(folder + "/")
