"""A Kubernetes document says what it is at its top level; files of Kubernetes' tools have fixed names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats.detection import Guess

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName

KINDS = ("kubernetes",)
EXAMPLES = {"kubernetes": "k8s/deployment.yaml"}

_NAMES = frozenset(
    {"kustomization.yaml", "kustomization.yml", "skaffold.yaml", "skaffold.yml", "tiltfile", "devspace.yaml"}
)
_OTHER = ("backstage.io/", "score.dev/", "dapr.io/", "grizzly.grafana.com/", "openslo", "sloth/", "prometheus/")


def by_path(name: FileName) -> Guess | None:
    """Know the files that Kubernetes' own tools look for."""
    if name.name in _NAMES:
        return Guess("kubernetes", f"named {name.path.rpartition('/')[2]}")
    return None


def by_content(name: FileName, text: str) -> Guess | None:
    """Know a YAML or JSON text with a document that has `apiVersion` and `kind` at its top level."""
    if name.suffix not in (".yaml", ".yml", ".json", "") or "apiVersion" not in text or "kind" not in text:
        return None
    if name.suffix == ".json":
        head = text[:2000]
        known = '"apiVersion"' in head and '"kind"' in head and '"metadata"' in text
        return Guess("kubernetes", "has apiVersion, kind and metadata") if known else None
    if "{{" in text.replace("${{", ""):
        return None  # a template of a chart, or of another program
    version = kind = False
    for line in text.splitlines():
        if line.startswith("---"):
            version = kind = False
        elif line.startswith("apiVersion:"):
            version = is_api_version(line[len("apiVersion:") :])
        elif line.startswith("kind:"):
            kind = bool(line[len("kind:") :].strip())
        if version and kind:
            return Guess("kubernetes", "has a document with apiVersion and kind")
    return None


def is_api_version(text: str) -> bool:
    """Say whether the value of `apiVersion` is one of Kubernetes: `v1`, or `group/version`; not Grafana's `1`."""
    value = text.partition(" #")[0].strip().strip("\"'")
    if value.startswith(_OTHER):
        return False
    group, slash, version = value.rpartition("/")
    return version[:1] == "v" and version[1:2].isdigit() and (not slash or bool(group))
