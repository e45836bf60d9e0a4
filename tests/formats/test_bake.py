"""Bake files: what their targets ask for, and what is unknown of them."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from dockerfile_reading import NoFiles
from maverick_lint.core.facts.containers import BakeTarget
from maverick_lint.core.source import Source
from maverick_lint.formats.dockerfile.facts import facts
from maverick_lint.formats.dockerfile.parse import parse

HCL = """
# a comment
variable "TAG" {
  default = "1"
}
group "default" { targets = ["web"] }
target "base" {
  context    = "./app"
  dockerfile = "docker/Dockerfile"
  contexts = { assets = "../assets", other = "target:x" }
}
target "web" {
  inherits = ["base"]
  target = "Web"
}
target "job" {
  inherits = ["base"]
  target = "job-${TAG}"
  context = null
}
target "last" {
  dockerfile = upper("x")
  args = {
    target = "no"
  }
}
"""


def targets(text: str, path: str = "deploy/docker-bake.hcl") -> dict[str, BakeTarget]:
    document = parse(Source(path, text), "docker-bake", NoFiles())
    assert not document.errors
    found = [fact.value for fact in facts(document)]
    return {value.name: value for value in found if isinstance(value, BakeTarget)}


def test_hcl() -> None:
    found = targets(HCL)
    assert list(found) == ["base", "web", "job", "last"]
    assert found["web"].target == "Web"
    assert found["web"].dockerfiles == ("deploy/app/docker/Dockerfile", "app/docker/Dockerfile")
    assert found["web"].contexts == ("assets", "other")
    assert found["job"].target is None
    assert found["last"].target == ""
    assert found["last"].dockerfiles is None
    assert HCL[found["web"].place.span.start : found["web"].place.span.end] == '"web"'


def test_json() -> None:
    given_targets = {
        "a": {"target": "one", "inherits": ["b"]},
        "b": {"dockerfile": "D", "contexts": {"x": "y"}},
        "c": {"target": "${X}"},
    }
    found = targets(json.dumps({"target": given_targets}), "docker-bake.json")
    assert (found["a"].target, found["a"].dockerfiles, found["a"].contexts) == ("one", ("D",), ("x",))
    assert found["c"].target is None


def test_what_inherits_from_itself_ends() -> None:
    assert targets('target "a" { inherits = ["a"] }\n')["a"].target == ""


def test_what_another_file_defines_is_unknown() -> None:
    assert targets('target "a" { inherits = ["far"] }\n')["a"].dockerfiles is None


def test_a_text_that_never_ends_is_said() -> None:
    document = parse(Source("docker-bake.hcl", 'target "a {\n}\n'), "docker-bake", NoFiles())
    assert [error.message for error in document.errors] == ["the string that begins here is never closed"]


@given(st.text(alphabet='target"{}[]=\n #/x$', max_size=80))
def test_never_raises(text: str) -> None:
    for path in ("docker-bake.hcl", "docker-bake.json"):
        document = parse(Source(path, text), "docker-bake", NoFiles())
        for error in document.errors:
            assert 0 <= error.span.start <= error.span.end <= len(text)
        if document.model is not None:
            list(facts(document))
