"""Makes formats/github/grammar-workflow.json and grammar-action.json of the grammar that GitHub publishes of them.

    python -m maverick_lint.dev.github_grammar FOLDER DATE

FOLDER is an installed npm package `@actions/workflow-parser` (MIT, GitHub). Only names, kinds and values are taken,
no descriptions.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

_TARGET = Path(__file__).parent.parent / "formats" / "github"
_TO_A_LINE = 3


def main(folder: str, as_of: str) -> None:
    """Write the grammar that lies in the folder of the package, which was fetched on the day `as_of`."""
    package = Path(folder)
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    head = json.dumps({"source": f"npm @actions/workflow-parser {version}, MIT, GitHub Inc.", "as_of": as_of})[1:-1]
    for kind in ("workflow", "action"):
        text = (package / "dist" / f"{kind}-v1.0.min.json").read_text(encoding="utf-8")
        definitions = {name: _bare(value) for name, value in json.loads(text)["definitions"].items()}
        _mend(definitions)
        # The blank marks the name of a definition, so that a reader finds one without reading them all.
        entries = [f'"{name}" :{json.dumps(value, separators=(",", ":"))}' for name, value in definitions.items()]
        lines = [",".join(entries[at : at + _TO_A_LINE]) for at in range(0, len(entries), _TO_A_LINE)]
        text = f'{{{head}, "definitions": {{\n' + ",\n".join(lines) + "\n}}\n"
        (_TARGET / f"grammar-{kind}.json").write_text(text, encoding="utf-8")


def _bare(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a definition without its descriptions (a key `description` of a mapping is a definition itself)."""
    if isinstance(value, list):
        return [_bare(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _bare(item) for key, item in value.items() if key == "properties" or key != "description"}
    if "properties" in value:
        kept["properties"] = {key: _bare(item) for key, item in value["properties"].items()}
    return kept


def _mend(definitions: dict[str, Any]) -> None:
    """Mend what the published grammar has wrong against docs.github.com (2026-11-24).

    The word of one event is that of another; a colour that the metadata reference lists is missing.
    """
    if "repository-dispatch-string" in definitions:
        definitions["repository-dispatch-string"]["string"]["constant"] = "repository_dispatch"
    if "branding-color" in definitions:
        definitions["branding-color"]["allowed-values"].append("black")


if __name__ == "__main__":
    main(*sys.argv[1:])
