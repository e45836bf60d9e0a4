"""Makes formats/github/actions.json, what popular actions take as inputs and run on, of their own metadata files.

    python -m maverick_lint.dev.action_table FILE

FILE is JSON: `as_of` (a date) and `actions`, by name and version: `commit`, `using`, and `inputs` with `required`,
`default` and `deprecated` as each action's action.yml had them at that commit. Only names are taken.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

_TARGET = Path(__file__).parent.parent / "formats" / "github" / "actions.json"


def main(path: str) -> None:
    """Write the table of the facts in a file."""
    given = json.loads(Path(path).read_text(encoding="utf-8"))
    lines = [f"{json.dumps(name)}:{_action(versions)}" for name, versions in sorted(given["actions"].items())]
    head = f'"source": "action.yml of each action at the commit given", "as_of": {json.dumps(given["as_of"])}'
    _TARGET.write_text("{" + head + ', "actions": {\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8")


def _action(versions: dict[str, Any]) -> str:
    """Return an action: the names of all inputs it ever had, and of each version which of them it has."""
    names = sorted({name for one in versions.values() for name in one["inputs"]})
    rows = {version: _version(one, names) for version, one in versions.items()}
    return json.dumps([" ".join(names), rows], separators=(",", ":"))


def _version(one: dict[str, Any], names: list[str]) -> list[str]:
    """Return a version: its commit, its runtime, and as hexadecimal sets those that it has, needs, and had once."""
    inputs = one["inputs"]
    needed = [name for name, kind in inputs.items() if kind["required"] and not kind["default"]]
    old = [name for name, kind in inputs.items() if kind["deprecated"]]
    sets = [f"{sum(1 << names.index(name) for name in chosen):x}" for chosen in (list(inputs), needed, old)]
    return [one["commit"][:12], one["using"], *sets]


if __name__ == "__main__":
    main(sys.argv[1])
