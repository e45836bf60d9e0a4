"""Finding and reading files: hostile names, special files, links, encodings, sizes."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

import pytest

from maverick_lint.engine.discover import discover, find_root
from maverick_lint.engine.files import LIMIT, DiskFiles, decode
from support import checkout, git, tool, write


def entries(folder: Path) -> list[str]:
    return sorted(discover(str(folder)).entries)


def test_a_checkout_gives_tracked_files_and_new_ones_that_git_does_not_ignore(tmp_path: Path) -> None:
    write(checkout(tmp_path), {".gitignore": "build/\n", "a": "", "b": "", "build/c": "", "gone": ""})
    git(tmp_path, "add", "a", "gone")
    (tmp_path / "gone").unlink()
    assert entries(tmp_path) == [".gitignore", "a", "b"]


def test_elsewhere_gitignore_files_are_obeyed_each_for_its_folder(tmp_path: Path) -> None:
    write(tmp_path, {
        ".gitignore": "*.log\n/only-here\n!keep.log\n", "a.log": "", "keep.log": "", "only-here": "", "x/only-here": "",
        "x/.gitignore": "secret/\n", "x/secret/y": "", "secret/y": "", "node_modules/z": "",
    })  # fmt: skip
    assert entries(tmp_path) == [".gitignore", "keep.log", "secret/y", "x/.gitignore", "x/only-here"]


def test_links_out_of_the_root_and_special_files_are_skipped_with_a_note(tmp_path: Path) -> None:
    root = write(tmp_path / "root", {"Dockerfile": "FROM scratch\n"})
    (tmp_path / "outside").write_text("secret")
    (root / "out").symlink_to(tmp_path / "outside")
    (root / "loop").symlink_to("loop")
    (root / "nothing").symlink_to("absent")
    (root / "folder").symlink_to("/")
    (root / "inside").symlink_to("Dockerfile")
    os.mkfifo(root / "compose.yaml")
    here = Path.cwd()
    os.chdir(root)
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("nginx.conf")
    finally:
        os.chdir(here)
    found = discover(str(root))
    assert sorted(found.entries) == ["Dockerfile", "inside"]
    assert {notice.path: notice.text for notice in found.notices} == {
        "out": "is a link that leads out of the repository",
        "loop": "is a link that leads nowhere",
        "nothing": "is a link that leads nowhere",
        "folder": "is a link that leads out of the repository",
        "compose.yaml": "is a FIFO, not a file",
        "nginx.conf": "is a socket, not a file",
    }
    assert DiskFiles(str(root), {}).read("out").problem == "file/unreadable"
    assert DiskFiles(str(root), {}).read("../outside").problem == "file/unreadable"


def test_a_fifo_or_a_device_given_by_name_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "Dockerfile")
    ran = tool(tmp_path, "Dockerfile")
    assert ran.status == 0
    assert "'Dockerfile' is a FIFO, not a file; skipped" in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_a_finding_and_the_others_go_on(tmp_path: Path) -> None:
    write(tmp_path, {"Dockerfile": "FROM scratch\n", "a/Dockerfile": "FROM scratch\n"})
    (tmp_path / "Dockerfile").chmod(0)
    ran = tool(tmp_path, "--select", "dockerfile/healthcheck", "--format", "json")
    assert ran.status == 3
    assert ran.rules() == ["file/unreadable"]
    assert ran.json()["summary"]["files"] == 1


def test_a_missing_path_is_reported_and_the_others_go_on(tmp_path: Path) -> None:
    write(tmp_path, {"Dockerfile": "FROM scratch\n"})
    ran = tool(tmp_path, "Dockerfile", "absent.yml", "--format", "json", "--exit-zero")
    assert ran.status == 3
    assert "file/unreadable" in ran.rules()
    assert ran.json()["summary"]["unreadable"] == 1
    assert ran.json()["summary"]["files"] == 1


def test_a_file_over_five_megabytes_is_a_finding_and_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "compose.yaml").open("wb") as stream:
        stream.truncate(50_000_000)
    start = time.monotonic()
    ran = tool(tmp_path, "--format", "json")
    assert ran.status == 1
    assert "file/too-large" in ran.rules()
    assert time.monotonic() - start < 5
    assert DiskFiles(str(tmp_path), {}).read("compose.yaml").text == ""
    assert LIMIT == 5_000_000


@pytest.mark.parametrize(
    ("data", "problem", "text"),
    [
        (b"\xef\xbb\xbfFROM x", "", "FROM x"),
        (b"FROM \xff", "file/encoding", "FROM \ufffd"),
        ("FROM x".encode("utf-16"), "file/encoding", "FROM x"),
        (b"FROM x\0", "file/encoding", ""),
        (b"", "", ""),
    ],
)
def test_encodings(data: bytes, problem: str, text: str) -> None:
    content = decode(data)
    assert (content.problem, content.text) == (problem, text)


@pytest.mark.parametrize(
    "name", ["a\nb.Dockerfile", '"q".Dockerfile', "-x.Dockerfile", "é .Dockerfile", "\x1b[31m.Dockerfile"]
)
def test_odd_names_are_judged_and_printed_on_one_line(tmp_path: Path, name: str) -> None:
    write(checkout(tmp_path), {name: "FROM x\nNONSENSE\n"})
    ran = tool(tmp_path, "--select", "dockerfile/syntax", "--format", "json")
    assert {finding["path"] for finding in ran.json()["findings"]} == {name}
    for form in ("concise", "text", "github", "junit", "markdown", "sarif", "gitlab"):
        out = tool(tmp_path, "--select", "dockerfile/syntax", "--format", form).out
        assert "\x1b" not in out
        assert "a\nb" not in out
    assert tool(tmp_path, "--format", "concise", "--", name).status == 1


def test_the_root_is_the_nearest_marked_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"repo/.git/HEAD": "", "repo/app/x": "", "repo/sub/.maverick-lint.toml": "", "repo/sub/y": ""})
    assert find_root([str(tmp_path / "repo" / "app")]) == str(tmp_path / "repo")
    assert find_root([str(tmp_path / "repo" / "sub" / "y")]) == str(tmp_path / "repo" / "sub")
    write(tmp_path, {"plain/a/b": ""})
    assert find_root([str(tmp_path / "plain" / "a")]) == str(tmp_path / "plain" / "a")
    monkeypatch.chdir(tmp_path / "plain")
    assert find_root(["a"]) == str(tmp_path / "plain")


def test_a_folder_with_settings_of_its_own_is_judged_apart(tmp_path: Path) -> None:
    write(tmp_path, {
        ".maverick-lint.toml": 'ignore = ["dockerfile"]\n',
        "Dockerfile": "NONSENSE\n",
        "app/.maverick-lint.toml": "",
        "app/Dockerfile": "NONSENSE\n",
    })  # fmt: skip
    ran = tool(tmp_path, "--format", "json", "--profile", "essential")
    assert {finding["path"] for finding in ran.json()["findings"]} == {"app/Dockerfile"}
    inner = tool(tmp_path, "--format", "json", "--profile", "essential", "app")
    assert {finding["path"] for finding in inner.json()["findings"]} == {"Dockerfile"}


def test_a_named_folder_is_walked_even_when_git_ignores_it(tmp_path: Path) -> None:
    write(
        checkout(tmp_path), {".gitignore": "build/\n", "build/a/Dockerfile": "NONSENSE\n", "Dockerfile": "NONSENSE\n"}
    )
    named = tool(tmp_path, "build", "--select", "dockerfile/syntax", "--format", "json").json()
    assert {finding["path"] for finding in named["findings"]} == {"build/a/Dockerfile"}
    everything = tool(tmp_path, "--select", "dockerfile/syntax", "--format", "json").json()
    assert {finding["path"] for finding in everything["findings"]} == {"Dockerfile"}
