"""The files of Prometheus and Alertmanager that are compared beside those of real repositories: few have any."""

from __future__ import annotations

from pathlib import Path

import yaml

MINIMAL = "route: {receiver: a}\nreceivers: [{name: a}]\n"
NAMES = {"alertmanager": "alertmanager.yml", "config": "prometheus.yml", "rules": "prometheus/app.rules.yml"}
EXAMPLES = {"alertmanager": "alertmanager.yml", "prometheus-rules": "app.rules.yml", "alerts": "app.rules.yml"}


def write_files(root: Path, folder: Path) -> None:
    """Write the fixtures of the tests and the examples of the rules below a folder, each in one of its own."""
    for kind, name in NAMES.items():
        lines = (root / "tests" / "fixtures" / "monitoring" / f"{kind}.txt").read_text().splitlines()
        for number, line in enumerate(lines, 1):
            mark, _, text = line.partition(" ")
            if mark not in ("+", "-"):
                continue  # a comment, or what only a newer version takes or refuses
            text = text.replace("¶", "\n") + "\n"
            path = folder / "fixtures" / f"{kind}-{number}" / name
            path.parent.mkdir(parents=True)
            path.write_text(MINIMAL + text[2:] if text.startswith("R\n") else text)
    for kind, name in EXAMPLES.items():
        for rule in sorted((root / "rules" / kind).glob("*.yaml")):
            for number, example in enumerate(yaml.safe_load(rule.read_text())["examples"], 1):
                text = example.get("bad", example.get("good"))
                if isinstance(text, str):
                    path = folder / "rules" / f"{kind}-{rule.stem}-{number}" / name
                    path.parent.mkdir(parents=True)
                    path.write_text(text)
