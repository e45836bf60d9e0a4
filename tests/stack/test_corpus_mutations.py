"""Joints of real repositories, broken by one small change each, are found with both of their sides."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import pytest

from mutated import Mutation, check, found, mutations, read, shown

_NAMED = os.environ.get("CORPUS", "")
CORPUS = Path(_NAMED)
MUTATIONS = mutations(Path(__file__).parent / "corpus_mutations.yaml")

pytestmark = pytest.mark.skipif(not _NAMED or not CORPUS.is_dir(), reason="CORPUS names no folder of repositories")


@lru_cache(maxsize=2)
def repository(name: str) -> tuple[dict[str, str], list[str], frozenset[tuple[str, str]]]:
    """Return the files of a repository, those that may be executed, and what is found before any change."""
    texts, executable = read(CORPUS / name)
    return texts, executable, frozenset((one.rule, shown(one, texts)) for one in found(texts, executable))


def test_five_repositories_take_part() -> None:
    assert len({mutation.path.partition("/")[0] for mutation in MUTATIONS}) >= 5


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_broken_joint_is_found(mutation: Mutation) -> None:
    name, _, path = mutation.path.partition("/")
    if not (CORPUS / name).is_dir():
        pytest.skip(f"{name} is not in the folder")
    texts, executable, before = repository(name)
    assert (mutation.rule, mutation.at) not in before
    inner = Mutation(path, mutation.old, mutation.new, mutation.rule, mutation.at, mutation.other)
    check(inner, texts, executable)
