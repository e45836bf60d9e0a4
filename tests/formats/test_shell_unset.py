"""Variables that a script reads and nothing sets, usage lines, and acts that stand under a condition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.facts.flow import ScriptFlow
from maverick_lint.core.source import Source
from maverick_lint.formats._deeds.flow import flow_of
from maverick_lint.formats._deeds.unset import unset
from maverick_lint.formats._shell import script_of
from maverick_lint.formats.shell.parse import parse

HEAD = "#!/bin/bash\nset -euo pipefail\n"


def names(text: str) -> list[str]:
    return [name for name, _ in unset(script_of(Source("deploy.sh", HEAD + text)))]


def flow(text: str) -> ScriptFlow:
    document = parse(Source("deploy.sh", HEAD + text), "shell", None)  # type: ignore[arg-type]
    assert document.model is not None
    return flow_of(document.model.script, document.model.heading)


@pytest.mark.parametrize(
    "text",
    [
        'IMAGE=x\necho "$IMAGE"',
        'for IMAGE in a b; do echo "$IMAGE"; done',
        'read -r IMAGE\necho "$IMAGE"',
        'echo "${IMAGE:-none}"\necho "$IMAGE"',
        'if [ -v IMAGE ]; then echo "$IMAGE"; fi',
        "echo '$IMAGE'",
        "echo \\$IMAGE",
        "echo hello # $IMAGE",
        '. ./settings\necho "$IMAGE"',
        'set -a\necho "$IMAGE"',
        "cat <<'EOF'\n$IMAGE\nEOF",
        'echo "$HOME $1 $? $# ${BASH_SOURCE[0]} $GITHUB_SHA"',
        "ps | awk '{\n  print $NF\n}'",
        'echo "it\'s" "$HOME" \'and $IMAGE\'',
    ],
)
def test_nothing_is_unset(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("echo $IMAGE", ["IMAGE"]),
        ('echo "${IMAGE}" "$IMAGE" $TAG', ["IMAGE", "TAG"]),
        ("echo \"it's\"\necho $IMAGE\necho \"that's\"\necho '$other'", ["IMAGE"]),
        ("cat <<EOF\n$IMAGE\nEOF", ["IMAGE"]),
    ],
)
def test_what_nothing_sets_is_told_once(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_the_place_is_that_of_the_first_use() -> None:
    source = Source("deploy.sh", f"{HEAD}echo a\r\necho ${{IMAGE}}\r\necho $IMAGE\r\n")
    [(name, place)] = unset(script_of(source))
    assert (name, source.text[place.span.start : place.span.end]) == ("IMAGE", "${IMAGE}")


def test_the_usage_line_names_a_script() -> None:
    usage = flow('image="${1:?Usage: ./deploy.sh IMAGE}"').usage
    assert usage is not None
    assert usage[0] == "./deploy.sh"
    assert flow("echo usage").usage is None


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("docker stop app", False),
        ("docker stop app && docker rm app", False),
        ("sleep 60 && docker stop app", False),
        ("docker stop app || true", True),
        ("[ -f live ] && docker stop app", True),
        ("docker inspect app && docker stop app", True),
        ("if [ -f live ]; then docker stop app; fi", True),
        ("case $1 in a) docker stop app;; esac", True),
        ("for name in a b; do docker stop $name; done", True),
    ],
)
def test_acts_under_a_condition(text: str, guarded: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert flow(text).acts[0].guarded is guarded


PIECES = ["$IMAGE", "${A", "}", "'", '"', "#", "\n", "IMAGE=", "<<'E'", "\\", "$", " ", "é", "source x"]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_text_gives_places_inside_it(pieces: list[str]) -> None:
    source = Source("deploy.sh", "".join(pieces))
    for name, place in unset(script_of(source)):
        assert name in source.text[place.span.start : place.span.end]
