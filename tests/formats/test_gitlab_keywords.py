"""GitLab's keyword reference, section by section: what is valid, and what is broken where.

A fixture holds cases. `--- good` is valid; `--- bad LINE:COLUMN TOKEN` has its one fault at that token, and
`! why` behind it says what the schema that GitLab publishes for editors does not see. `python PATH` of this file writes
the places anew.
"""

from __future__ import annotations

import json
import re
import time
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest

from maverick_lint.core.node import Node
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, parse
from maverick_lint.formats._yaml import read_yaml

FOLDER = Path(__file__).parent.parent / "fixtures" / "gitlab"
HEADER = re.compile(r"--- (good|bad)(?: (\d+:\d+))?(?: (?!! )(.+?))?(?: ! (.+))?\n")


class Case(NamedTuple):
    """A configuration with what is expected of it."""

    section: str
    number: int
    verdict: str
    place: str
    token: str
    beyond: str
    text: str


def cases() -> list[Case]:
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        parts = re.split(r"^(--- .*\n)", path.read_text(), flags=re.MULTILINE)[1:]
        for number, (header, text) in enumerate(zip(parts[::2], parts[1::2], strict=True), 1):
            match = HEADER.fullmatch(header)
            assert match is not None, header
            verdict, place, token, beyond = match.groups(default="")
            found.append(Case(path.stem, number, verdict, place, token, beyond, text))
    return found


def faults(text: str) -> list[str]:
    """Return each fault as LINE:COLUMN TOKEN."""
    source = Source(".gitlab-ci.yml", text)
    document = parse("gitlab-ci", source, FilesReader(MemoryFiles({".gitlab-ci.yml": text})))
    found = []
    for error in document.errors:
        at = source.position(error.span.start)
        found.append(f"{at.line}:{at.column} {text[error.span.start : error.span.end].partition(chr(10))[0]}")
    return found


@lru_cache(maxsize=1)
def schema() -> Any:  # noqa: ANN401 - a validator of a library without types
    text = files("check_jsonschema").joinpath("builtin_schemas/vendor/gitlab-ci.json").read_text("utf-8")
    return jsonschema.Draft7Validator(json.loads(text))


def plain(node: Node) -> object:
    """Return a tree as plain values, with a `!reference` as the list that it holds."""
    if node.is_map:
        return {key: plain(child) for key, child in node.pairs().items()}
    return [plain(item) for item in node.items()] if node.is_list else node.value


def accepted_by_schema(text: str) -> bool:
    roots = read_yaml(Source("a.yml", text), "github").roots
    return all(schema().is_valid(plain(root)) for root in roots)


CASES = cases()
NAMES = [f"{case.section}-{case.number}" for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_the_verdict_and_the_place(case: Case) -> None:
    expected = [] if case.verdict == "good" else [f"{case.place} {case.token}"]
    assert faults(case.text) == expected


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_the_published_schema_says_the_same_where_it_can(case: Case) -> None:
    assert accepted_by_schema(case.text) == ((case.verdict == "good") != bool(case.beyond))


def test_each_side_has_its_hundred_and_twenty_files() -> None:
    verdicts = [case.verdict for case in CASES]
    assert min(verdicts.count("good"), verdicts.count("bad")) >= 120


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"job{n}: {{script: x, needs: [jab{n}]}}\n" for n in range(3000)),
        "".join(f"job{n}: {{script: [!reference [jab{n}, script]]}}\n" for n in range(3000)),
        f"stages: [{','.join(f's{n}' for n in range(2000))}]\n"
        + "".join(f"job{n}: {{script: x, stage: t{n}}}\n" for n in range(2000)),
        f"spec: {{inputs: {{a: {{regex: '^a*a*a*a*b$', default: {'a' * 59}}}}}}}\n---\nj: {{script: x}}\n",
    ],
    ids=["needs", "references", "stages", "regex"],
)
def test_thousands_of_wrong_names_are_told_soon(text: str) -> None:
    # Each took ten seconds and more while every name was compared with every other.
    started = time.process_time()
    assert faults(text) or "regex" in text, "a pattern that may take long is not tried"
    assert time.process_time() - started < 5


if __name__ == "__main__":
    for file in sorted(FOLDER.glob("*.txt")):
        lines = []
        for case in (one for one in CASES if one.section == file.stem):
            beyond = f" ! {case.beyond}" if case.beyond else ""
            place = next((one for one in faults(case.text) if one.partition(" ")[2] == case.token), f"0:0 {case.token}")
            lines.append(f"--- {case.verdict}{f' {place}' if case.verdict == 'bad' else ''}{beyond}\n{case.text}")
        file.write_text("".join(lines))
