"""A pre-commit configuration as checks see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node


@record
class ConfiguredHook:
    """A hook with the repository that it is taken from ("local" and "meta" are pre-commit's own words)."""

    id: str
    repository: str
    node: Node
    id_node: Node
    entry: str = ""
    args: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()


@record
class PreCommit:
    """A configuration; `root` is its mapping."""

    root: Node

    @property
    def default_stages(self) -> tuple[str, ...]:
        """The stages of hooks that name none; () for all of them."""
        return texts(self.root.get("default_stages"))

    @property
    def ci(self) -> Node | None:
        """The settings for pre-commit.ci, the service that runs the hooks on pull requests; None without any."""
        return self.root.get("ci")

    @property
    def ci_skip(self) -> tuple[str, ...]:
        """The ids of the hooks that pre-commit.ci leaves out."""
        return texts(self.root.at("ci", "skip"))

    def hooks(self) -> Iterator[ConfiguredHook]:
        """Yield every hook that has an id, in the order of the file."""
        repositories = self.root.get("repos")
        for repository in repositories.items() if repositories is not None else ():
            url = repository.get("repo")
            hooks = repository.get("hooks")
            for node in hooks.items() if hooks is not None else ():
                name = node.get("id")
                if name is not None and name.text:
                    entry = node.get("entry")
                    yield ConfiguredHook(
                        id=name.text,
                        repository=(url.text or "") if url is not None else "",
                        node=node,
                        id_node=name,
                        entry=(entry.text or "") if entry is not None else "",
                        args=texts(node.get("args")),
                        stages=texts(node.get("stages")) or self.default_stages,
                    )


def texts(node: Node | None) -> tuple[str, ...]:
    """Return the texts of a list of scalars; () for anything else."""
    return tuple(item.text for item in node.items() if item.text is not None) if node is not None else ()
