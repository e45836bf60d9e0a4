"""Twice the files take the rules over several files about twice the time."""

from __future__ import annotations

import gc
import time
from functools import lru_cache
from itertools import pairwise

import pytest

from growing import FILES_OF_A_UNIT, grown
from maverick_lint.config.model import Settings
from maverick_lint.engine.check import python_check
from maverick_lint.engine.plan import Planned, make
from maverick_lint.stack.model import Stack, build
from rule_examples import ALL_RULES
from stacked import stack

SIZES = (500, 1_000, 2_000)
RULES = tuple(rule.id for rule in ALL_RULES if rule.needs == ("stack",) and "python" in rule.check)
PLANNED = {one.rule.id: one for one in make({rule.id: rule for rule in ALL_RULES}, Settings(select=RULES)).stack}
# Twice the files may take 3.2 times the time (the clock of a busy machine), and what takes less than this is let be.
GROWTH = 3.2
SECONDS = 0.08


@lru_cache(maxsize=1)
def whole() -> Stack:
    """Return the stack of the largest repository."""
    return stack(grown(SIZES[-1] // FILES_OF_A_UNIT))


def part(size: int) -> Stack:
    """Return a new stack of the first units, without any index that was made before."""
    everything = whole()
    paths = grown(size // FILES_OF_A_UNIT)
    facts = [fact for fact in everything.facts if fact.place.path in paths]
    return build(
        facts, {path: everything.files[path] for path in paths}, {path: everything.kinds[path] for path in paths}
    )


def seconds(planned: Planned, one: Stack) -> float:
    """Return the processor time that a rule takes."""
    check = python_check(planned.rule.id)
    begin = time.process_time()
    for _ in check(one, planned.options):
        pass
    return time.process_time() - begin


@lru_cache(maxsize=15)
def times(size: int, turn: int) -> dict[str, float]:
    """Return what each rule takes; a `turn` of its own for each measurement, the rules in their usual order."""
    assert turn >= 0
    one = part(size)
    gc.collect()
    gc.disable()
    try:
        return {rule: seconds(PLANNED[rule], one) for rule in RULES}
    finally:
        gc.enable()


def test_the_repository_is_as_large_as_it_should_be() -> None:
    for size in SIZES:
        assert size - 2 * FILES_OF_A_UNIT < len(part(size).files) <= size + 1
    assert len(part(SIZES[1]).facts) * 1.9 < len(part(SIZES[2]).facts)


@pytest.mark.parametrize("rule", RULES)
def test_twice_the_files_take_about_twice_the_time(rule: str) -> None:
    for less, more in pairwise(SIZES):
        # the best of up to five measurements: what disturbs makes slower, never faster
        for turns in (1, 2, 3, 4, 5):
            first = min(times(less, turn)[rule] for turn in range(turns))
            second = min(times(more, turn)[rule] for turn in range(turns))
            if second < max(SECONDS, GROWTH * first):
                break
        else:
            pytest.fail(f"{less} files: {first:.3f} s, {more} files: {second:.3f} s")
