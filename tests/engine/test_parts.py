"""Parts judged on several machines and joined give what one run gives, byte by byte."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.finding import Location, Suppression
from maverick_lint.core.span import Place, Position, Span
from maverick_lint.engine.encode import Decoder, Encoder, EncodingError
from support import tool_here as tool
from support import write

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a copy of the broken shop, as a repository of its own with a project inside."""
    folder = tmp_path / "shop"
    shutil.copytree(ROOT / "examples" / "shop", folder)
    write(folder, {
        "tools/.maverick-lint.toml": 'profile = "strict"\n',
        "tools/Dockerfile": "FROM python:3.12\n# hadolint ignore=DL3013\nRUN pip install flask\n",
        "tools/compose.yaml": "services:\n  web:\n    image: web:latest # maverick-lint: ignore[compose]\n",
    })  # fmt: skip
    return folder


def parts(folder: Path, count: int, *options: str) -> list[str]:
    """Judge the repository in so many parts and return their files."""
    files = [f"../part-{number}-of-{count}.json" for number in range(1, count + 1)]
    for number, file in enumerate(files, 1):
        assert tool(folder, "facts", "--part", f"{number}/{count}", "-o", file, *options).status == 0
    return files


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("options", [(), ("--profile", "strict"), ("--select", "ALL")], ids=str)
def test_joined_parts_are_one_run(shop: Path, count: int, options: tuple[str, ...]) -> None:
    whole = tool(shop, *options, "--format", "json")
    joined = tool(shop, "join", *parts(shop, count, *options), *options, "--format", "json")
    assert joined.out == whole.out
    assert joined.status == whole.status == 1
    assert len(whole.json()["findings"]) > 100


def test_reports_and_statuses_are_those_of_check(shop: Path) -> None:
    files = parts(shop, 2)
    assert tool(shop, "join", *files, "--exit-zero").status == 0
    assert tool(shop, "join", *files, "--format", "sarif").out == tool(shop, "--format", "sarif").out
    assert tool(shop.parent, "join", "--root", "shop", *(f"shop/{file}" for file in files)).status == 1


def test_what_is_no_whole_is_refused(shop: Path) -> None:
    first, second = parts(shop, 2)
    lacking = tool(shop, "join", first)
    assert lacking.status == 2
    assert "no part has judged" in lacking.err
    assert "is in another part already" in tool(shop, "join", first, second, first).err
    other = tool(shop, "join", first, second, "--profile", "strict")
    assert other.status == 2
    assert "other settings" in other.err
    (shop / "Dockerfile").write_text("FROM scratch\n")
    assert "`Dockerfile` had another size" in tool(shop, "join", first, second).err
    (shop / "Dockerfile").unlink()
    assert "is not in this checkout" in tool(shop, "join", first, second).err


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"schema": 1}', '{"schema": 1, "projects": {}}', "[" * 100_000],
    ids=range(6),
)
def test_what_is_no_part_is_refused(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"repo/README.md": "x\n", "part.json": text})
    ran = tool(tmp_path / "repo", "join", "../part.json")
    assert ran.status == 2
    assert ran.err.startswith("maverick-lint: ../part.json: ")
    assert "Traceback" not in ran.err


def test_a_part_makes_no_class_but_facts_and_findings(tmp_path: Path) -> None:
    write(tmp_path, {"repo/README.md": "x\n"})
    repository = tmp_path / "repo"
    (file,) = parts(repository, 1)
    part = json.loads((repository / file).read_text())
    for classes in (
        [["os", "system"]], [["engine.files", "DiskFiles"]], [["core.span", "Span", "start"]],
        [["core.facts.x.y", "Z"]], [["core.span"]], [7], 7, [["core.facts.tasks", "Final"]],
    ):  # fmt: skip
        (repository / file).write_text(json.dumps({**part, "classes": classes}))
        ran = tool(repository, "join", file)
        assert ran.status == 2, classes
        assert "Traceback" not in ran.err
    part["projects"][""]["facts"] = [[9, 1], [None]]
    (repository / file).write_text(json.dumps(part))
    assert "no known shape" in tool(repository, "join", file).err


def test_a_broken_file_is_told_by_both(tmp_path: Path) -> None:
    write(tmp_path, {"repo/Dockerfile": b"FROM x\0y\n", "repo/README.md": "x\n"})
    repository = tmp_path / "repo"
    whole = tool(repository, "--format", "json")
    (file,) = parts(repository, 1) if whole.status < 3 else ("../part.json",)
    assert tool(repository, "join", file, "--format", "json").out == whole.out


def test_shares_are_given_as_numbers(tmp_path: Path) -> None:
    for share in ("0/2", "3/2", "1", "a/b", "-1/2"):
        assert tool(tmp_path, "facts", "--part", share).status == 2


plain = st.none() | st.booleans() | st.integers() | st.text()
values = st.recursive(
    plain | st.dates() | st.builds(lambda start, more: Span(start, start + more), *[st.integers(0, 99)] * 2)
    | st.frozensets(st.text()),
    lambda inner: st.lists(inner).map(tuple) | st.dictionaries(st.text() | st.integers(), inner)
    | st.builds(Suppression, st.text(), inner),
)  # fmt: skip


@given(values)
def test_values_survive_the_way_through_json(value: object) -> None:
    encoder = Encoder()
    text = json.dumps(encoder.encode(value))
    assert Decoder(encoder.classes).decode(json.loads(text)) == value


def test_places_survive_and_other_objects_are_refused() -> None:
    encoder = Encoder()
    place = (Place("a", Span(1, 2)), Location("a", Position(1, 2), Position(3, 4)))
    text = json.dumps(encoder.encode(place))
    assert Decoder(encoder.classes).decode(json.loads(text)) == place
    with pytest.raises(TypeError):
        Encoder().encode(object())
    with pytest.raises(EncodingError):
        Decoder([]).decode([0, 1])
