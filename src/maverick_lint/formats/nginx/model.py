"""What an nginx configuration means: its servers, upstreams and proxied locations, and what is in force where."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from maverick_lint.formats.nginx.context import HTTP, LOCATION, MAIN, SERVER, STREAM
from maverick_lint.formats.nginx.include import Include
from maverick_lint.formats.nginx.proxy import Proxied, Upstream, proxied_in, upstream_of
from maverick_lint.formats.nginx.server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.analysis import Problem
    from maverick_lint.formats.nginx.assembly import Assembly
    from maverick_lint.formats.nginx.table import Context
    from maverick_lint.formats.nginx.tree import Block, Directive, Tree


class InForce(NamedTuple):
    """The directives of one name that hold in a block.

    complete  nothing that is not known (a template, a file outside the repository) can add to them or hide them
    own       they stand in the block itself
    """

    directives: tuple[Directive, ...]
    complete: bool
    own: bool


class _Level(NamedTuple):
    """A block from which others inherit: its directives by name, the includes that lead out of the repository.

    holed  a template puts statements there
    cut    what stands around it is not known
    """

    block: Block
    named: dict[str, list[Directive]]
    includes: list[Include]
    holed: bool
    cut: bool


class Config:
    """One file, seen together with what it includes and what includes it."""

    def __init__(self, tree: Tree, assembly: Assembly) -> None:
        """Take the file's tree, and the configurations of the repository."""
        self.tree = tree
        self.assembly = assembly
        self._forces: dict[tuple[int, str], InForce] = {}
        self._by_name: dict[int, tuple[dict[str, list[Directive]], list[Include]]] = {}
        self._chains: dict[int, list[_Level]] = {}
        self._contexts: dict[int, frozenset[Context]] = {}

    @property
    def path(self) -> str:
        """The path of the file."""
        return self.tree.path

    @property
    def root(self) -> Block:
        """The statements outside all braces."""
        return self.tree.root

    @property
    def version(self) -> str:
        """The version of nginx that reads the file, as the tag of its image says: "1.25.3", "1.25"; "" if unknown."""
        return self.assembly.version_of(self.path)

    @cached_property
    def directives(self) -> tuple[Directive, ...]:
        """Every directive of the file in its order; the bodies of maps and the like are left out."""
        return tuple(self.tree.walk())

    @cached_property
    def root_contexts(self) -> frozenset[Context]:
        """The contexts of the statements outside all braces."""
        return self.assembly.root_contexts(self.path)

    @cached_property
    def servers(self) -> tuple[Server, ...]:
        """The virtual servers of HTTP in this file."""
        found = (d for d in self.directives if d.name == "server" and d.block is not None)
        return tuple(Server(d, self) for d in found if self.is_in(d.home, HTTP))

    @cached_property
    def upstreams(self) -> tuple[Upstream, ...]:
        """The upstreams of this file, of HTTP and of streams."""
        found = (d for d in self.directives if d.name == "upstream" and d.block is not None and d.args)
        return tuple(
            upstream_of(d, self.assembly, "stream" if self.is_in(d.home, STREAM) else "http")
            for d in found
            if self.is_in(d.home, HTTP) or self.is_in(d.home, STREAM)
        )

    @cached_property
    def proxied(self) -> tuple[Proxied, ...]:
        """The places in this file that hand HTTP requests on."""
        return tuple(proxied_in(self))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What nginx's own table of directives refuses."""
        from maverick_lint.formats.nginx.analysis import problems

        return tuple(problems(self))

    def is_in(self, block: Block, context: Context) -> bool:
        """Say whether a block can be of a context."""
        return context in self.contexts(block)

    def contexts(self, block: Block) -> frozenset[Context]:
        """Return the contexts of a block; more than one for a file that is included in several."""
        found = self._contexts.get(id(block))
        if found is None:
            found = self._contexts[id(block)] = self.assembly.contexts(block)
        return found

    def named(self, block: Block, *names: str) -> list[Directive]:
        """Return the directives of some names in a block, those of included files among them."""
        known, _ = self._statements(block)
        return [directive for name in names for directive in known.get(name, ())]

    def statements(self, block: Block) -> Iterator[Directive]:
        """Yield the directives of a block, those of included files among them."""
        if not self.assembly.includes_in(block.tree):
            return iter(block.directives)
        return (item for item in self.assembly.statements(block) if not isinstance(item, Include))

    def in_force(self, block: Block, name: str) -> InForce:
        """Return the directives of a name that hold in a block.

        nginx inherits a directive from the block around only where the block has none of that name, and that holds
        for the ones that may be repeated (`proxy_set_header`) as for the others.
        """
        key = (id(block), name)
        if key not in self._forces:
            self._forces[key] = self._in_force(block, name)
        return self._forces[key]

    def value(self, block: Block, name: str) -> str | None:
        """Return the first argument in force; "" where the directive is not set, None where that is unknown."""
        found = self.in_force(block, name)
        if not found.directives:
            return "" if found.complete else None
        directive = found.directives[0]
        return directive.first() if directive.known else None

    def server_around(self, block: Block) -> Block | None:
        """Return the server block of this file that holds a block; None in a fragment."""
        at: Block | None = block
        while at is not None and at.name != "server":
            at = at.parent
        return at

    def server_of(self, block: Block) -> Server | None:
        """Return the virtual server that a block is; None where it is none of this file's."""
        return self._servers.get(id(block))

    @cached_property
    def _servers(self) -> dict[int, Server]:
        return {id(server.block): server for server in self.servers}

    def is_holed(self, block: Block) -> bool:
        """Say whether statements of a block are unknown: a template's, or those of a file outside the repository."""
        if block.holed or not self.assembly.includes_in(block.tree):
            return block.holed
        return any(isinstance(item, Include) and item.opaque for item in self.assembly.statements(block))

    def _in_force(self, block: Block, name: str) -> InForce:
        complete = True
        for level in self._chain(block):
            found = tuple(level.named.get(name, ()))
            whole = not level.holed and not any(include.may_set(name) for include in level.includes)
            if found:
                whole = whole and all(directive.known for directive in found)
                return InForce(found, complete and whole, level.block is block)
            if not whole:
                return InForce((), complete=False, own=False)
            complete = complete and not level.cut
        return InForce((), complete, own=False)

    def _chain(self, block: Block) -> list[_Level]:
        """Return the blocks from which a block inherits, itself first."""
        chain = self._chains.get(id(block))
        if chain is None:
            chain = self._chains[id(block)] = []
            pending = [block]
            seen: set[int] = set()
            for at in pending:
                if id(at) in seen:
                    continue
                seen.add(id(at))
                around = self.assembly.around(at)
                cut = not around and at.owner is None and not self._is_outermost(at)
                named, includes = self._statements(at)
                chain.append(_Level(at, named, includes, at.holed, cut))
                pending.extend(around)
        return chain

    def _statements(self, block: Block) -> tuple[dict[str, list[Directive]], list[Include]]:
        """Return the directives of a block by name, and its includes that lead out of the repository; read once."""
        if id(block) not in self._by_name:
            named: dict[str, list[Directive]] = {}
            includes: list[Include] = []
            plain = not self.assembly.includes_in(block.tree)
            for item in block.directives if plain else self.assembly.statements(block):
                if isinstance(item, Include):
                    includes.append(item)
                elif item.name in named:
                    named[item.name].append(item)
                else:
                    named[item.name] = [item]
            self._by_name[id(block)] = named, includes
        return self._by_name[id(block)]

    def _is_outermost(self, root: Block) -> bool:
        """Say whether a file that no other includes stands for itself: a site or a whole configuration, no snippet."""
        contexts = self.assembly.root_contexts(root.tree.path)
        return not contexts & {SERVER, LOCATION} and bool(contexts & {HTTP, MAIN, STREAM})
