"""The units that are compared beside those of real repositories: few have any."""

from __future__ import annotations

from pathlib import Path

import yaml

USUAL = "app.service"


def write_files(root: Path, folder: Path) -> None:
    """Write the fixtures of the tests and the examples of the rules below a folder, each in one of its own."""
    lines = (root / "tests" / "fixtures" / "systemd" / "units.txt").read_text().splitlines()
    for number, line in enumerate(lines, 1):
        mark, _, rest = line.partition(" ")
        if mark == "-":
            _, _, rest = rest.partition(" ")
        if mark in ("+", "-"):
            name, _, text = rest.partition(" ")
            _write(folder / "fixtures" / f"systemd-{number}" / name, text.replace("¶", "\n") + "\n")
    for rule in sorted((root / "rules" / "systemd").glob("*.yaml")):
        for number, example in enumerate(yaml.safe_load(rule.read_text())["examples"], 1):
            text = example.get("bad", example.get("good"))
            files = {USUAL: text} if isinstance(text, str) else text
            for name, content in files.items():
                _write(folder / "rules" / f"systemd-{rule.stem}-{number}" / name, content)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
