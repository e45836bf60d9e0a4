"""The map as text, Mermaid, JSON and SVG, for the examples and for hostile names.

`python tests/report/test_map_forms.py` writes the expected trees and the drawing of docs/map.md anew.
"""

from __future__ import annotations

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from maverick_lint.stack.map.model import KINDS

ROOT = Path(__file__).parents[2]
EXPECTED = ROOT / "tests" / "fixtures" / "map"
SVG = "{http://www.w3.org/2000/svg}"


@cache
def drawn(example: str, form: str) -> str:
    """Return what the command prints for an example, as a person in its folder would see it."""
    command = [sys.executable, "-m", "maverick_lint", "map", "--format", form]
    done = subprocess.run(command, cwd=ROOT / "examples" / example, capture_output=True, timeout=60, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("example", ["shop", "shop-fixed"])
def test_the_tree_of_an_example(example: str) -> None:
    assert drawn(example, "text") == (EXPECTED / f"{example}.txt").read_text(encoding="utf-8")


def test_the_drawing_in_the_documentation_is_that_of_the_example() -> None:
    assert drawn("shop", "svg") == (ROOT / "docs" / "map.svg").read_text(encoding="utf-8")


def test_the_repaired_example_has_no_broken_joint() -> None:
    data = json.loads(drawn("shop-fixed", "json"))
    assert data["findings"] == []
    assert data["elsewhere"] == 0
    assert not any(joint["findings"] for joint in data["joints"])


def test_json_names_both_ends_of_each_joint() -> None:
    data: dict[str, Any] = json.loads(drawn("shop", "json"))
    ids = [node["id"] for node in data["nodes"]]
    assert len(ids) == len(set(ids))
    assert {end for joint in data["joints"] for end in (joint["from"], joint["to"])} <= set(ids)
    worker = next(joint for joint in data["joints"] if joint["label"] == "waits until healthy")
    assert worker["from"] == "service:docker-compose.yml:worker"
    assert worker["to"] == "service:docker-compose.yml:db"
    assert worker["place"] == {"path": "docker-compose.yml", "line": 21, "column": 20}
    assert [data["findings"][number]["rule"] for number in worker["findings"]] == ["compose/healthy-dependency"]


@pytest.mark.parametrize("example", ["shop", "shop-fixed"])
def test_json_follows_its_schema(example: str) -> None:
    schema = json.loads((ROOT / "schemas" / "map.schema.json").read_text(encoding="utf-8"))
    data = json.loads(drawn(example, "json"))
    jsonschema.validate(data, schema)
    assert schema["properties"]["nodes"]["items"]["properties"]["kind"]["enum"] == list(KINDS)
    numbers = {number for one in (*data["nodes"], *data["joints"]) for number in one["findings"]}
    assert numbers == set(range(len(data["findings"])))


def test_mermaid_has_each_node_and_each_pair_once() -> None:
    lines = drawn("shop", "mermaid").splitlines()
    data = json.loads(drawn("shop", "json"))
    assert lines[0] == "flowchart LR"
    assert sum('["<b>' in line or '"<b>' in line for line in lines) == len(data["nodes"])
    arrows = [line for line in lines if " -->|" in line]
    assert len(arrows) == len({(joint["from"], joint["to"]) for joint in data["joints"]})
    broken = next(line for line in lines if line.startswith("  linkStyle "))
    numbers = [int(number) for number in broken.split()[1].split(",")]
    assert [number for number, line in enumerate(arrows) if "✕" in line] == numbers


def test_svg_is_xml_with_a_title_for_each_part() -> None:
    tree = ET.fromstring(drawn("shop", "svg"))  # noqa: S314 - our own
    data = json.loads(drawn("shop", "json"))
    groups = [group for group in tree.iter(f"{SVG}g") if group.get("class")]
    nodes = [group for group in groups if (group.get("class") or "").startswith("node")]
    assert len(nodes) == len(data["nodes"])
    assert all(group.findtext(f"{SVG}title") for group in groups)
    assert not list(tree.iter(f"{SVG}script"))
    red = [group for group in groups if group.get("class") == "edge bad"]
    assert len(red) == sum(bool(joint["findings"]) for joint in data["joints"])
    assert all((group.findtext(f"{SVG}title") or "").startswith("Broken: ") for group in red)


if __name__ == "__main__":
    EXPECTED.mkdir(exist_ok=True)
    for one in ("shop", "shop-fixed"):
        (EXPECTED / f"{one}.txt").write_text(drawn(one, "text"), encoding="utf-8")
    (ROOT / "docs" / "map.svg").write_text(drawn("shop", "svg"), encoding="utf-8")
