"""The build hook: puts the index of rules and the schemas into the wheel.

It is run by hatchling in an environment with PyYAML alone, so it imports nothing of the package but the rule reader.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RuleIndex(BuildHookInterface[Any]):
    """Writes `_data/index.json` for the wheel; editable installs read rules/ itself."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the index and have it put into the wheel."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from maverick_lint.registry.source import read_rules  # the path is known only now

        entries = [
            {key: value for key, value in entry.items() if key != "examples"} for entry in read_rules(root / "rules")
        ]
        index = root / "build" / "index.json"
        index.parent.mkdir(exist_ok=True)
        index.write_text(json.dumps(entries, separators=(",", ":"), sort_keys=True))
        build_data["force_include"][str(index)] = "maverick_lint/_data/index.json"
        build_data["force_include"][str(root / "schemas")] = "maverick_lint/_data/schemas"
