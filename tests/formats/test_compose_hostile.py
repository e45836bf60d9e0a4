"""Compose files that are too large to be real end within a second, all rules included."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

HOSTILE = {
    "many external networks": "services: {a: {image: 'a:1'}}\nnetworks:\n"
    + "".join(f"  n{n}: {{external: true}}\n" for n in range(15_000)),
    "names in reverse": "services:\n" + "".join(f"  s{n:05}: {{image: 'a:1'}}\n" for n in range(10_000, 0, -1)),
    "the same port in one service": "services:\n  a:\n    image: a:1\n    ports:\n" + "      - '80:80'\n" * 15_000,
    "the same port in many": "services:\n"
    + "".join(f"  s{n}: {{image: 'a:1', ports: ['80:80']}}\n" for n in range(10_000)),
    "many services": "services:\n"
    + "".join(f"  s{n}:\n    image: postgres\n    depends_on: [s{n + 1}]\n" for n in range(10_000)),
    "wide ranges": "services: {a: {image: 'a:1', ports: [" + ",".join(["'1-65535:1-65535'"] * 300) + "]}}",
}


@pytest.fixture(name="as_the_command_does")
def _collector() -> Iterator[None]:
    """Collect garbage as seldom as the command does; what other tests hold is no garbage of these."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("as_the_command_does")
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("profile", ["standard", "strict"])
def test_it_ends_soon(name: str, profile: str) -> None:
    settings = Settings(profile=profile)
    plan = make(rules(), settings)
    start = time.process_time()
    result = run(MemoryFiles({"compose.yaml": HOSTILE[name]}), settings, plan)
    assert time.process_time() - start < 2, "a second, and as much again for a loaded machine"
    assert not result.crashed
