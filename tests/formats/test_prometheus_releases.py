"""Which version of Prometheus knows which key of a configuration, beside the promtool that is installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats.prometheus.parse import parse
from maverick_lint.formats.prometheus.releases import features, keys

if TYPE_CHECKING:
    from pathlib import Path

KEYS = sorted(keys())
# Debian builds without some discoveries and clouds, and the library of HTTP clients has versions of its own; of a
# structure that itself is not known, and of a discovery that lacks what it needs, promtool says nothing of the keys.
NOT_COMPARED = frozenset({"azuread", "kuma_sd_configs", "consul_sd_configs", "linode_sd_configs", "client", "otlp"})
LEFT_OUT = frozenset({"azuread", "google_iam", "kuma_sd_configs", "nomad_sd_configs", "stackit_sd_configs"})
LEFT_OUT_TOO = frozenset({"linode_sd_configs", "scrape_classic_histograms", "aws_sd_configs", "outscale_sd_configs"})


def configuration(place: str, key: str) -> dict[str, Any]:  # noqa: PLR0911 - one for each place
    """Return a configuration that has a key at its place, without a value."""
    given: dict[str, Any] = {key: None}
    if place == "root":
        return given
    if place in ("global", "otlp", "runtime"):
        return {place: given}
    if place == "tsdb":
        return {"storage": {"tsdb": given}}
    if place == "alertmanager":
        return {"alerting": {"alertmanagers": [given]}}
    if place in ("remote_write", "remote_read"):
        return {place: [{"url": "http://a", **given}]}
    if place in ("queue_config", "azuread"):
        return {"remote_write": [{"url": "http://a", place: given}]}
    if place in ("job", "client"):
        return {"scrape_configs": [{"job_name": "a", **given}]}
    within = given if place == "tls_config" else [given]
    return {"scrape_configs": [{"job_name": "a", place: within}]}


def read(document: dict[str, Any]) -> tuple[list[str], list[tuple[str, float]]]:
    """Return the errors of a configuration, and what not every version knows of it."""
    source = Source("prometheus.yml", json.dumps(document))
    parsed = parse(source, "prometheus", FilesReader(MemoryFiles({}, ())))
    assert parsed.tree is not None
    return [error.message for error in parsed.errors], [(name, since) for name, _, since in features(parsed.tree)]


@pytest.mark.parametrize(("place", "key"), KEYS)
def test_a_key_is_found_and_is_one_of_the_newest_version(place: str, key: str) -> None:
    errors, found = read(configuration(place, key))
    assert (f"key `{key}`", keys()[place, key]) in found
    assert [message for message in errors if "not known" in message or "unknown" in message] == []


def test_keys_elsewhere_are_other_things() -> None:
    document = {
        "global": {"external_labels": {"runtime": "a", "no_proxy": "b"}},
        "scrape_configs": [
            {"job_name": "a", "params": {"http_headers": ["x"]}, "static_configs": [{"labels": {"otlp": "x"}}]}
        ],
    }
    assert read(document)[1] == []


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is not installed")
def test_promtool_knows_the_keys_of_its_version(tmp_path: Path) -> None:
    ask = ["promtool", "--version"]
    said = subprocess.run(ask, capture_output=True, text=True, check=False)
    version = re.search(r"version (\d+)\.(\d+)", said.stdout + said.stderr)
    assert version is not None
    running = int(version[1]) * 100 + int(version[2])
    path = tmp_path / "prometheus.yml"
    wrong = []
    for place, key in KEYS:
        if place in NOT_COMPARED or key in LEFT_OUT | LEFT_OUT_TOO:
            continue
        path.write_text(json.dumps(configuration(place, key)))
        command = ["promtool", "check", "config", "--lint=none", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if (f"field {key} not found" in done.stdout + done.stderr) == (keys()[place, key] <= running):
            wrong.append((place, key))
    assert wrong == []
