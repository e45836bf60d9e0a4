"""Makes formats/github/actions.json, what popular actions take as inputs and run on, of their own metadata files.

    python -m maverick_lint.dev.action_table FILE

FILE is JSON: `as_of` (a date) and `actions`, by name and version: `commit`, `using`, and `inputs` with `required`,
`default` and `deprecated` as each action's action.yml had them at that commit. Only names are taken. `undated` has the
same by commit, where it is not known which version that is: such a row is for those who pin that commit. `missing`
names what the file could not have; the table keeps that, with the reason.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

# So many signs of a commit are kept.
_SHOWN = 12
_TARGET = Path(__file__).parent.parent / "formats" / "github" / "actions.json"

# What the file could not have, and why. Nothing is said of these actions and versions: no row is silence.
_UNREAD = {
    "not_read": "no action.yml of them could be fetched, at any commit: neither inputs nor runtime are known",
    "stale_only": "only copies too old to speak for a version of today could be fetched",
    "refs": "no commit of these versions could be told; those who pin one by its commit are not known either",
}
# Runtimes of actions whose metadata the file does not have, by major version (their release notes, 2026-11-24); what
# inputs they take is not known.
_RUNTIMES: dict[str, dict[str, str]] = {
    "actions/ai-inference": {"v1": "node20"},
    "azure/aks-set-context": {"v3": "node16"},
    "azure/login": {"v1": "node16"},
    "dessant/lock-threads": {"v4": "node16", "v5": "node20"},
}


def main(path: str) -> None:
    """Write the table of the facts in a file."""
    given = json.loads(Path(path).read_text(encoding="utf-8"))
    known: dict[str, dict[str, Any]] = {name.lower(): dict(one) for name, one in given["actions"].items()}
    for name, one in given.get("undated", {}).items():
        rows = {facts["commit"][:_SHOWN]: facts for facts in one.values()}
        known[name.lower()] = {**rows, **known.get(name.lower(), {})}
    written = {name: _action(name, versions) for name, versions in known.items()}
    written |= {name: _action(name, {}) for name in _RUNTIMES if name not in known}
    lines = [f"{json.dumps(name)}:{text}" for name, text in sorted(written.items())]
    head = f'"source": "action.yml of each action at the commit given", "as_of": {json.dumps(given["as_of"])}'
    missing = given.get("missing", {})
    for key, why in _UNREAD.items():
        names = sorted(name.lower() for name in missing.get(key, ()) if name.lower() not in known)
        head += f',\n"{key}": {json.dumps({"why": why, "names": " ".join(names)})}'
    _TARGET.write_text("{" + head + ', "actions": {\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8")


def _action(action: str, versions: dict[str, Any]) -> str:
    """Return an action: the names of all inputs it ever had, and of each version which of them it has."""
    names = sorted({name for one in versions.values() for name in one["inputs"]})
    rows = {version: ["", using] for version, using in _RUNTIMES.get(action, {}).items()}
    rows |= {version: _version(one, names) for version, one in versions.items()}
    return json.dumps([" ".join(names), rows], separators=(",", ":"))


def _version(one: dict[str, Any], names: list[str]) -> list[str]:
    """Return a version: its commit, its runtime, and as hexadecimal sets those that it has, needs, and had once."""
    inputs = one["inputs"]
    needed = [name for name, kind in inputs.items() if kind["required"] and not kind["default"]]
    old = [name for name, kind in inputs.items() if kind["deprecated"]]
    sets = [f"{sum(1 << names.index(name) for name in chosen):x}" for chosen in (list(inputs), needed, old)]
    return [one["commit"][:_SHOWN], one["using"], *sets]


if __name__ == "__main__":
    main(sys.argv[1])
