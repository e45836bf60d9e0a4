"""What .gitignore files leave out of a walk where git itself is not asked."""

from __future__ import annotations

from pathlib import Path

from pathspec import GitIgnoreSpec


class Ignored:
    """The .gitignore files of a walk; that of a folder holds for what is below it."""

    def __init__(self, root: str) -> None:
        """Take the root of the walk."""
        self._root = Path(root)
        self._specs: dict[str, GitIgnoreSpec] = {}

    def enter(self, folder: str) -> None:
        """Read the .gitignore of a folder relative to the root."""
        try:
            text = (self._root / folder / ".gitignore").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return
        self._specs[folder] = GitIgnoreSpec.from_lines(text.splitlines())

    def matches(self, path: str, *, is_folder: bool) -> bool:
        """Say whether a path relative to the root is ignored; of several files the deepest that speaks decides."""
        for folder, spec in sorted(self._specs.items(), key=lambda item: -len(item[0])):
            if folder and not path.startswith(folder + "/"):
                continue
            inner = path[len(folder) + 1 :] if folder else path
            verdict = spec.check_file(inner + "/" if is_folder else inner).include
            if verdict is not None:
                return verdict
        return False
