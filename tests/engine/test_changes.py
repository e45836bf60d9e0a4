"""What a change consists of, as git tells it: renames, deletions, merges, and checkouts without the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maverick_lint.config.errors import SettingsError
from maverick_lint.engine.changes import change_since
from support import checkout, git, tool, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a checkout on the branch `deploy/v2`, which has left `main` at its only commit."""
    for name in ("GITHUB_HEAD_REF", "CI_COMMIT_REF_NAME"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "work"
    folder.mkdir()
    write(checkout(folder), {"src/app.py": "print('a program of its own')\n", "README.md": "# Shop\n"})
    commit(folder, "one")
    git(folder, "branch", "-M", "main")
    git(folder, "checkout", "-q", "-b", "deploy/v2")
    return folder


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


def changed(folder: Path, base: str = "main") -> tuple[str, ...]:
    return change_since(str(folder), base).value.paths


def test_a_renamed_file_has_changed_under_both_names(repository: Path) -> None:
    (repository / "scripts").mkdir()
    git(repository, "mv", "src/app.py", "scripts/app.py")
    commit(repository, "two")
    assert changed(repository) == ("scripts/app.py", "src/app.py")
    ran = tool(repository, "--diff-base", "main", "--select", "change/deployment-only", "--format", "concise")
    assert "src/app.py is application source" in ran.out


def test_deleted_staged_edited_and_new_files_have_changed(repository: Path) -> None:
    git(repository, "rm", "-q", "src/app.py")
    write(repository, {"README.md": "# Shop, again\n", "new.txt": "new\n", ".gitignore": "built/\n", "built/x": "x\n"})
    assert changed(repository) == (".gitignore", "README.md", "new.txt", "src/app.py")


def test_what_a_merge_brings_from_the_base_is_no_change_of_the_branch(repository: Path) -> None:
    write(repository, {"scripts/deploy.sh": "true\n"})
    commit(repository, "two")
    git(repository, "checkout", "-q", "main")
    write(repository, {"src/other.py": "print(2)\n"})
    commit(repository, "main goes on")
    git(repository, "checkout", "-q", "deploy/v2")
    git(repository, "merge", "-q", "--no-edit", "main")
    assert changed(repository) == ("scripts/deploy.sh",)
    git(repository, "checkout", "-q", "main")
    write(repository, {"src/third.py": "print(3)\n"})
    commit(repository, "main goes on, and the branch does not follow")
    git(repository, "checkout", "-q", "deploy/v2")
    assert changed(repository) == ("scripts/deploy.sh",)


def test_the_branch_is_the_checked_out_one_or_what_ci_says(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert change_since(str(repository), "main").value.branch == "deploy/v2"
    git(repository, "checkout", "-q", "--detach")
    assert change_since(str(repository), "main").value.branch == ""
    monkeypatch.setenv("CI_COMMIT_REF_NAME", "ops/faster")
    assert change_since(str(repository), "main").value.branch == "ops/faster"


def test_a_shallow_checkout_is_told_what_to_fetch(repository: Path, tmp_path: Path) -> None:
    write(repository, {"scripts/deploy.sh": "true\n"})
    commit(repository, "two")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "deploy/v2", repository.as_uri(), str(shallow))
    with pytest.raises(
        SettingsError, match=r"`origin/main`: fatal: .* the checkout is shallow: fetch the whole history"
    ):
        changed(shallow, "origin/main")
    git(shallow, "fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    with pytest.raises(SettingsError, match="the two have no commit in common; the checkout is shallow"):
        changed(shallow, "origin/main")
    git(shallow, "fetch", "-q", "--unshallow")
    assert changed(shallow, "origin/main") == ("scripts/deploy.sh",)


@pytest.mark.parametrize("base", ["no-such", "", " ", "--output=evil", "HEAD^{tree}", "main..HEAD", "\u00e9"])
def test_what_is_no_revision_is_an_error_of_the_call(repository: Path, base: str) -> None:
    with pytest.raises(SettingsError, match=r"^--diff-base: "):
        changed(repository, base)
    assert not (repository / "evil").exists()
    ran = tool(repository, f"--diff-base={base}", "--select", "change")
    assert ran.status == 2
    assert "--diff-base" in ran.err
    assert "Traceback" not in ran.err


def test_histories_that_never_met_and_folders_without_git(repository: Path, tmp_path: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "lone")
    commit(repository, "lone")
    with pytest.raises(SettingsError, match=r"the two have no commit in common$"):
        changed(repository)
    with pytest.raises(SettingsError, match="not a git repository"):
        changed(tmp_path)
