"""Proves the published hooks: pre-commit installs them from this repository and runs them on another one."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from support import checkout, git, write

ROOT = Path(__file__).parent.parent
BAD = {"docker/Dockerfile": "FROM scratch\nNONSENSE\n", "compose.yaml": "services:\n  app:\n    build: docker\n"}


def run(folder: Path, hook: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a hook of this repository in a folder, as a user tries it out."""
    pre_commit = Path(sys.executable).parent / "pre-commit"
    command = [str(pre_commit), "try-repo", str(ROOT), hook, "--verbose", *arguments]
    env = {**os.environ, "PRE_COMMIT_COLOR": "never"}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def expect(condition: bool, done: subprocess.CompletedProcess[str], what: str) -> None:  # noqa: FBT001 - an assertion
    """Exit with the output of a run when it is not as expected."""
    if not condition:
        sys.exit(f"hook: {what}\n{done.stdout}\n{done.stderr}")
    print(f"hook: {what}: yes")  # noqa: T201 - a script


def main() -> None:
    """Try both hooks on a repository with one error, then on the same repository repaired."""
    with tempfile.TemporaryDirectory() as name:
        folder = write(checkout(Path(name)), BAD)
        git(folder, "add", ".")
        done = run(folder, "maverick-lint", "--files", "docker/Dockerfile")
        expect(done.returncode == 1 and "docker/Dockerfile:2:1" in done.stdout, done, "a changed file is judged")
        done = run(folder, "maverick-lint", "--files", "compose.yaml")
        expect("docker/Dockerfile:2:1" not in done.stdout, done, "another file's findings are left out")
        done = run(folder, "maverick-lint-all", "--files", "compose.yaml")
        expect("docker/Dockerfile:2:1" in done.stdout, done, "the second hook judges everything")
        write(
            folder, {".maverick-lint.toml": 'select = ["dockerfile/syntax"]\n', "docker/Dockerfile": "FROM scratch\n"}
        )
        git(folder, "add", ".")
        done = run(folder, "maverick-lint-all", "--all-files")
        expect(done.returncode == 0, done, "a repaired repository passes")


if __name__ == "__main__":
    main()
