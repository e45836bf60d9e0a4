"""Texts that were read are kept while they are few."""

from __future__ import annotations

import pickle

from maverick_lint.core.source import Source
from maverick_lint.engine.held import Held

asked: list[str] = []


def read(path: str) -> Source | None:
    asked.append(path)
    return None if path == "none" else Source(path, "x" * 40)


def test_each_is_read_once_until_there_are_too_many() -> None:
    asked.clear()
    held = Held(read, most=130)
    for path in ("a", "b", "a", "none", "none", "c", "b"):
        source = held.get(path)
        assert (source is None) is (path == "none")
        assert source is None or source.path == path
    assert asked == ["a", "b", "none", "c"]
    held.get("d")  # 164 characters and their paths: all are forgotten but this one
    held.get("a")
    assert asked == ["a", "b", "none", "c", "d", "a"]


def test_what_is_forgotten_is_read_again_and_another_process_begins_without_texts() -> None:
    asked.clear()
    held = Held(read)
    first = held.get("a")
    held.forget("a")
    held.forget("never read")
    assert held.get("a") is not first
    other = pickle.loads(pickle.dumps(held))  # noqa: S301 - what was just written
    assert other.get("a") is not None
    assert asked == ["a", "a", "a"]
