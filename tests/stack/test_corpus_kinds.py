"""Kinds of changes on five real repositories: counted by found, missed with a reason, and not applicable."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from mutated import found, read, shown
from sampled import KINDS, sample

_NAMED = os.environ.get("CORPUS", "")
CORPUS = Path(_NAMED)
EXPECTED = yaml.safe_load((Path(__file__).parent / "corpus_kinds.yaml").read_text(encoding="utf-8"))

NEEDS_CORPUS = pytest.mark.skipif(not _NAMED or not CORPUS.is_dir(), reason="CORPUS names no folder of repositories")


def test_each_kind_that_is_missed_has_a_reason() -> None:
    names = {kind.name for kind in KINDS}
    assert len(EXPECTED) >= 5
    for known in EXPECTED.values():
        assert set(known["found"]) <= names
        missed = {name for name, (hits, fitting) in known["found"].items() if hits < fitting}
        assert set(known["why"]) == missed


def test_most_changes_that_fit_are_found() -> None:
    counts = [tuple(count) for known in EXPECTED.values() for count in known["found"].values()]
    assert sum(hits for hits, _ in counts) * 2 > sum(fitting for _, fitting in counts) > 50


@NEEDS_CORPUS
@pytest.mark.parametrize("name", EXPECTED)
def test_the_changes_of_a_repository_are_found(name: str) -> None:
    if not (CORPUS / name).is_dir():
        pytest.skip(f"{name} is not in the folder")
    texts, executable = read(CORPUS / name)
    before = {(one.rule, shown(one, texts), one.message) for one in found(texts, executable)}
    fitting: dict[str, int] = {}
    hits: dict[str, int] = {}
    for kind in KINDS:
        for changed in sample(kind, texts):
            new = {(one.rule, shown(one, changed), one.message) for one in found(changed, executable)} - before
            fitting[kind.name] = fitting.get(kind.name, 0) + 1
            hits[kind.name] = hits.get(kind.name, 0) + bool(new)
    known = EXPECTED[name]["found"]
    assert fitting == {kind: count for kind, (_, count) in known.items()}
    # with all its sources a repository shows more
    assert not {kind: count for kind, count in hits.items() if count < known[kind][0]}
